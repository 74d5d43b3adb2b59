using Genggam.Engine;
using Genggam.Journal;
using Genggam.Office.Cases;
using Genggam.Office.Effects;

namespace Genggam.Office.PastCases.Telling;

/// <summary>A case that waits for its letter, and when it had it.</summary>
internal sealed record LateLetter(CaseId Case, DateTimeOffset Ready);

/// <summary>
/// Makes letters of past cases for real, numbered, laid out and signed, each at its own time: it takes some tenths of a second
/// a letter, so a demo need not wait for it.
/// </summary>
internal sealed class LateLetters(StoryClock clock, CaseReader reader, CaseRunner runner, IssueLetter letters)
{
    /// <summary>A process that asks for letters in a circle has no end.</summary>
    private const int MostLetters = 20;
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(12);

    /// <returns>How many cases have their letters.</returns>
    public async Task<int> Make(IReadOnlyList<LateLetter> late, IProgress<int>? progress, CancellationToken cancel)
    {
        var made = 0;
        foreach (var letter in late)
        {
            cancel.ThrowIfCancellationRequested();
            clock.Now = letter.Ready;
            if (await Make(letter.Case, cancel))
                made++;
            progress?.Report(made);
        }
        return made;
    }

    private async Task<bool> Make(CaseId id, CancellationToken cancel)
    {
        for (var letter = 0; letter < MostLetters; letter++)
        {
            var loaded = (await reader.Load(id, cancel))!;
            if (loaded.Case.Awaited.Values.FirstOrDefault() is not { } awaited)
                return true;
            var effect = loaded
                .Entries.SelectMany(e => e.Effects)
                .OfType<Effect.IssueDocument>()
                .Single(e => e.Id == awaited.Effect);
            if (
                await letters.Issue(id, effect, cancel) is not IssueLetterResult.Issued issued
                || await runner.Run(
                    id,
                    issued.Answer,
                    Actor.System,
                    "system",
                    EntryDraft.EffectId(id, effect.Id),
                    cancel
                )
                    is not RunResult.Accepted
            )
                return false;
            clock.Now += Between;
        }
        return false;
    }
}
