using System.Collections.Concurrent;
using Genggam.Engine;
using Genggam.Journal;
using Genggam.Office.Agencies;
using Genggam.Office.Numbers;

namespace Genggam.Office.Applications;

/// <summary>
/// Numbers for new cases. A node reserves some at a time, so that handing in costs no write for its number; numbers are
/// unique, and those reserved before a restart are not given again. Letters, whose numbers must be without gaps, have
/// counters of their own.
/// </summary>
public sealed class CaseNumbers(JournalStore journal, TimeProvider clock)
{
    private const int Reserved = 64;
    private readonly ConcurrentDictionary<string, Lane> lanes = new(StringComparer.Ordinal);

    internal async Task<string> Next(Agency office)
    {
        var year = ZoneVersion.Indonesia.Local(clock.GetUtcNow(), office.Zone).Year;
        var lane = lanes.GetOrAdd($"case/{office.Code}/{year}", name => new Lane(journal.Counters, name));
        return CaseNumber.Of(office.Code, year, (int)await lane.Next()).ToString();
    }

    private sealed class Lane(Counters counters, string name)
    {
        private readonly Lock gate = new();
        private Task<long>? first;
        private int given;

        public async Task<long> Next()
        {
            Task<long> mine;
            int place;
            lock (gate)
            {
                if (first is null || first.IsFaulted || given == Reserved)
                    (first, given) = (counters.Reserve(name, Reserved), 0);
                (mine, place) = (first, given++);
            }
            return await mine + place;
        }
    }
}
