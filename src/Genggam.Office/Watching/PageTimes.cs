using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Genggam.Office.Watching;

/// <summary>
/// How long pages took in the last hour, in memory of a bounded size: counts by route, five minutes and length. Knows
/// templates of addresses and nothing of who asked.
/// </summary>
public sealed class PageTimes(TimeProvider clock)
{
    /// <summary>Routes that are told apart; further ones count as <see cref="Others"/>.</summary>
    public const int MostRoutes = 400;

    public const string Others = "…";
    private const int Slots = 12;
    private static readonly TimeSpan Slot = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, Hour> routes = new(StringComparer.Ordinal);

    public void Add(string route, TimeSpan took)
    {
        if (!routes.TryGetValue(route, out var hour))
            hour = routes.GetOrAdd(routes.Count < MostRoutes ? route : Others, _ => new Hour());
        hour.Add(Number(), took);
    }

    /// <summary>The slowest first, by the length that one of twenty exceeds.</summary>
    public ImmutableArray<PageTime> LastHour()
    {
        var number = Number();
        return
        [
            .. routes
                .Select(r => r.Value.Read(r.Key, number))
                .OfType<PageTime>()
                .OrderByDescending(p => p.P95)
                .ThenBy(p => p.Route, StringComparer.Ordinal),
        ];
    }

    private long Number() => clock.GetUtcNow().Ticks / Slot.Ticks;

    /// <summary>Twelve times five minutes; what is older is written over.</summary>
    private sealed class Hour
    {
        private readonly Lock one = new();
        private readonly long[] numbers = new long[Slots];
        private readonly int[,] counts = new int[Slots, Lengths.Count];

        public void Add(long number, TimeSpan took)
        {
            var slot = number % Slots;
            lock (one)
            {
                if (numbers[slot] != number)
                {
                    numbers[slot] = number;
                    for (var length = 0; length < Lengths.Count; length++)
                        counts[slot, length] = 0;
                }
                counts[slot, Lengths.Of(took)]++;
            }
        }

        /// <summary>Null where nobody asked in this hour.</summary>
        public PageTime? Read(string route, long number)
        {
            var sums = new long[Lengths.Count];
            lock (one)
                for (var slot = 0; slot < Slots; slot++)
                    if (number - numbers[slot] < Slots)
                        for (var length = 0; length < Lengths.Count; length++)
                            sums[length] += counts[slot, length];
            var all = sums.Sum();
            return all == 0 ? null : new PageTime(route, all, At(0.5), At(0.95), At(0.99));

            TimeSpan At(double share)
            {
                var rank = (long)Math.Ceiling(all * share);
                var length = 0;
                for (var seen = sums[0]; seen < rank; seen += sums[length])
                    length++;
                return Lengths.Bound(length);
            }
        }
    }

    /// <summary>Lengths of time as numbers: each bound is a fifth longer than the one before, from 1 ms to over a minute.</summary>
    private static class Lengths
    {
        public const int Count = 62;
        private const double Growth = 1.2;

        public static int Of(TimeSpan took) =>
            took.TotalMilliseconds <= 1
                ? 0
                : Math.Min(Count - 1, (int)Math.Ceiling(Math.Log(took.TotalMilliseconds, Growth)));

        public static TimeSpan Bound(int length) => TimeSpan.FromMilliseconds(Math.Pow(Growth, length));
    }
}
