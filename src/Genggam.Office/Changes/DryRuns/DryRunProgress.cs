using System.Text.Json;
using Genggam.Engine.Comparison;
using Genggam.Journal;

namespace Genggam.Office.Changes.DryRuns;

/// <summary>How far a run came, as it is kept: from here it goes on after a kill, to the same result.</summary>
/// <param name="Chain">SHA-256 over the results of all cases so far, each after the one before.</param>
internal sealed record DryRunProgress(
    long Done,
    long Affected,
    CaseCursor? Last,
    byte[] Chain,
    byte[] Counts,
    TimeSpan Worked,
    DateTimeOffset? EndedAt,
    string? Error
)
{
    public static readonly DryRunProgress None = new(
        0,
        0,
        null,
        new byte[32],
        new Partial().Bytes(),
        TimeSpan.Zero,
        null,
        null
    );

    public byte[] Bytes() => JsonSerializer.SerializeToUtf8Bytes(this);

    public static DryRunProgress Read(DryRunRow row) =>
        JsonSerializer.Deserialize<DryRunProgress>(row.Progress.Span) ?? None;

    public static DryRunStatus Status(DryRunRow row, DateTimeOffset now)
    {
        var progress = Read(row);
        var asked = JsonSerializer.Deserialize<DryRunAsked>(row.Asked.Span)!;
        var state = Enum.Parse<DryRunState>(row.State);
        if (state == DryRunState.Running && row.HeldUntil <= now)
            state = DryRunState.Interrupted;
        return new DryRunStatus(
            row.Id,
            asked,
            state,
            row.StartedAt,
            progress.EndedAt,
            progress.Done,
            progress.Affected,
            progress.Worked,
            state == DryRunState.Running && progress.Done > 0
                ? progress.Worked * ((double)Math.Max(0, asked.Total - progress.Done) / progress.Done)
                : null,
            progress.Error
        );
    }
}
