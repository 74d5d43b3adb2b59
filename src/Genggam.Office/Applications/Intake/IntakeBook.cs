using System.Collections.Immutable;
using Genggam.Engine;

namespace Genggam.Office.Applications;

/// <summary>All notes about the taking of applications for one service, in order.</summary>
public sealed record IntakeBook(ImmutableArray<IntakeNote> Notes)
{
    /// <summary>Pauses that were not ended before their time.</summary>
    public IEnumerable<IntakeNote.Paused> Pauses =>
        Notes.OfType<IntakeNote.Paused>().Where(p => !Notes.OfType<IntakeNote.Resumed>().Any(r => r.About == p.Number));

    /// <summary>
    /// What an office answers to who would apply; for no office, what all of them do. Where a region is closed and the nation
    /// is open, longer by an extension, the region is open too.
    /// </summary>
    public Intake At(Release release, string? agency, string zone, DateTimeOffset now)
    {
        var own = Of(release, agency, zone, now);
        return own is not Intake.Open && release.Over is { } core && Of(core, agency, zone, now) is Intake.Open nation
            ? nation
            : own;
    }

    private Intake Of(Release release, string? agency, string zone, DateTimeOffset now) =>
        release.Service.Opening.At(
            now,
            zone,
            ZoneVersion.Indonesia,
            Pauses.Where(p => p.Agency is null || p.Agency == agency).Select(p => p.Pause),
            [.. Notes.OfType<IntakeNote.Extended>().Select(e => e.Extension)]
        );
}
