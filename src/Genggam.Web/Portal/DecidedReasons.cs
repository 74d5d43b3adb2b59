using Genggam.Engine;
using Genggam.Office.Cases;

namespace Genggam.Web.Portal;

/// <summary>What the officer who rejected wrote to the applicant, beside the reason that the rules give.</summary>
internal static class DecidedReasons
{
    /// <summary>Null where nothing was rejected, or nothing written.</summary>
    public static string? Of(LoadedCase loaded) =>
        loaded
            .Entries.Where(e => e.Refused is null)
            .Select(e => e.Command)
            .OfType<Command.Complete>()
            .LastOrDefault(c => c.Outcome == "reject")
            ?.Reasons.AsText;
}
