using Genggam.Engine;
using Genggam.Web.Texts;

namespace Genggam.Web.Components;

/// <summary>What somebody wrote, in words: a text that was erased says so and does not look as if nothing had been written.</summary>
internal static class Written
{
    public static string Of(Personal written, Text text) =>
        written.TextIsErased ? text["case.erased"] : written.AsText ?? "";
}
