using Genggam.Journal;

namespace Genggam.Office.PastCases.Telling;

/// <summary>Counters of the journal, counted on in memory and written with the entries that their numbers stand in.</summary>
internal sealed class PastCounters(PastEntries journal)
{
    private readonly Dictionary<string, long> values = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, long> Values => new Dictionary<string, long>(values, StringComparer.Ordinal);

    public async ValueTask<long> Next(string name) => values[name] = await Current(name) + 1;

    public async ValueTask<long> Current(string name) =>
        values.TryGetValue(name, out var value) ? value : values[name] = await journal.Counted(name);

    public void Set(string name, long value) => values[name] = value;
}
