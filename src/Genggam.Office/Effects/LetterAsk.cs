using Genggam.Engine;
using Genggam.Office.Cases;

namespace Genggam.Office.Effects;

/// <summary>
/// A document as a case first asked for it. An effect that comes after one that failed at the same element asks for the same
/// document, so it gets the number that was taken then.
/// </summary>
/// <param name="Effect">The first effect that asked for it.</param>
/// <param name="At">When that was: the year of its number.</param>
internal sealed record LetterAsk(string Effect, DateTimeOffset At)
{
    /// <summary>Null where the case never asked for it.</summary>
    public static LetterAsk? Of(LoadedCase loaded, string effect)
    {
        var asks = new Dictionary<string, (string Element, LetterAsk First)>(StringComparer.Ordinal);
        var failed = new Dictionary<string, Queue<LetterAsk>>(StringComparer.Ordinal);
        foreach (var entry in loaded.Entries)
        {
            if (entry.Command is Command.EffectFailed failure && asks.TryGetValue(failure.Effect, out var before))
                Failed(before.Element).Enqueue(before.First);
            foreach (var asked in entry.Events.OfType<CaseEvent.AnswerAwaited>())
                asks[asked.Effect] = (
                    asked.Element,
                    Failed(asked.Element).TryDequeue(out var first) ? first : new(asked.Effect, entry.Stamp.At)
                );
        }
        return asks.TryGetValue(effect, out var found) ? found.First : null;

        Queue<LetterAsk> Failed(string element) =>
            failed.TryGetValue(element, out var queue) ? queue : failed[element] = new();
    }
}
