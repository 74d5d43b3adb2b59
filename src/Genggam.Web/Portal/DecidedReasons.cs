using Genggam.Engine;
using Genggam.Office.Cases;
using Genggam.Web.Components;
using Genggam.Web.Texts;

namespace Genggam.Web.Portal;

/// <summary>What the officer who rejected wrote to the applicant, beside the reason that the rules give.</summary>
internal static class DecidedReasons
{
    /// <summary>Null where nothing was rejected, or nothing written.</summary>
    public static string? Of(LoadedCase loaded, Text text)
    {
        var reasons = loaded
            .Entries.Where(e => e.Refused is null)
            .Select(e => e.Command)
            .OfType<Command.Complete>()
            .LastOrDefault(c => c.Outcome == "reject")
            ?.Reasons;
        return reasons is null || reasons == Personal.Nothing ? null : Written.Of(reasons, text);
    }
}
