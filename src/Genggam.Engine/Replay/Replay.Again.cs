using System.Collections.Immutable;

namespace Genggam.Engine;

public static partial class Replay
{
    /// <summary>
    /// Decides every entry of a past case again, each under the world of its own stamp, and holds events, effects and refusal
    /// against what the journal says, byte by byte. A case that was migrated is so decided under each of its releases.
    /// </summary>
    /// <param name="worlds">The world of a stamp; null where a part of it is not kept.</param>
    /// <param name="erased">Subjects of the case whose values can no longer be read.</param>
    public static AgainResult Again(
        Func<Stamp, World?> worlds,
        IReadOnlyList<CaseEntry> entries,
        ImmutableArray<string> erased
    )
    {
        if (!erased.IsEmpty)
            return new AgainResult.Erased(erased);
        var state = Case.New("again");
        for (var i = 0; i < entries.Count; i++)
        {
            var entry = entries[i];
            var stamp = entry.Stamp;
            if (worlds(stamp) is not { } world)
                return new AgainResult.Different(
                    i + 1,
                    "world",
                    $"{stamp.Release()} {stamp.Calendar} {stamp.Zones}",
                    null
                );
            if (entry.Command is Command.Migrate && i > 0)
                world = world with { Before = worlds(entries[i - 1].Stamp)?.Effective };
            var now = new Moment(stamp.At, stamp.Seed);
            var verdict = CaseLogic.Decide(world, state, entry.Command, stamp.Actor, now);
            if (Difference(i + 1, entry, verdict) is { } difference)
                return difference;
            state = CaseLogic.Fold(state, entry);
        }
        return new AgainResult.Same(entries.Count);
    }

    private static AgainResult.Different? Difference(int number, CaseEntry entry, Verdict verdict)
    {
        var again = entry with { Events = verdict.Events, Effects = verdict.Effects, Refused = verdict.Refused };
        if (EntryCodec.SameBytes(entry, again))
            return null;
        // What was read back is compared with what would be: a number may be written in more than one way.
        again = EntryCodec.ReadBack(again);
        if (EntryCodec.SameBytes(entry, again))
            return null;
        return First("events", entry.Events, again.Events, EntryCodec.SameBytes, e => e.GetType().Name)
            ?? First(
                "effects",
                entry.Effects,
                again.Effects,
                EqualityComparer<Effect>.Default.Equals,
                e => e.GetType().Name
            )
            ?? new AgainResult.Different(number, "refusal", Said(entry.Refused), Said(again.Refused));

        AgainResult.Different? First<T>(
            string part,
            ImmutableArray<T> recorded,
            ImmutableArray<T> now,
            Func<T, T, bool> same,
            Func<T, string> name
        )
        {
            for (var i = 0; i < Math.Max(recorded.Length, now.Length); i++)
                if (i >= recorded.Length || i >= now.Length || !same(recorded[i], now[i]))
                    return new AgainResult.Different(
                        number,
                        part,
                        i < recorded.Length ? name(recorded[i]) : null,
                        i < now.Length ? name(now[i]) : null
                    );
            return null;
        }
    }

    private static string? Said(Refusal? refusal) =>
        refusal is null ? null : $"{refusal.Number} {refusal.Reason} {string.Join(' ', refusal.Rules)}".TrimEnd();
}
