using Genggam.Engine;
using Genggam.Web.Texts;

namespace Genggam.Web.Designer.Laws;

/// <summary>A law as a list names it: the article first told apart from others of the same law.</summary>
internal static class LawTitle
{
    public static string Of(LegalBasis law, Text text) =>
        text.Choose(law.Title)
        + (law.Article is { } article ? $", {article}" : "")
        + (law.Unverified ? $" {text["law.unverified"]}" : "");
}
