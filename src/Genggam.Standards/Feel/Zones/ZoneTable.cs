using System.Collections.Frozen;

namespace Genggam.Standards.Feel.Zones;

/// <summary>
/// The pinned time zones: the rule in force of every zone of the IANA database, edition 2026. A moment of a year
/// when another rule was in force gets the offset of the present rule.
/// </summary>
internal static class ZoneTable
{
    private static readonly FrozenDictionary<string, ZoneRule> Rules = Load();

    internal static bool Knows(string name) => Rules.ContainsKey(name);

    /// <summary>Seconds east of UTC outside summer time; null for an unknown zone.</summary>
    internal static int? StandardOffset(string? name) =>
        name is not null && Rules.TryGetValue(name, out var rule) ? rule.Standard : null;

    /// <summary>Seconds east of UTC at a local time of that zone; null for an unknown zone.</summary>
    internal static int? Offset(string name, long epochDay, long secondOfDay) =>
        Rules.TryGetValue(name, out var rule) ? rule.OffsetAt(epochDay, secondOfDay) : null;

    private static FrozenDictionary<string, ZoneRule> Load()
    {
        using var stream = typeof(ZoneTable).Assembly.GetManifestResourceStream("zones.txt")!;
        using var reader = new StreamReader(stream);
        var rules = new Dictionary<string, ZoneRule>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            var space = line.IndexOf(' ', StringComparison.Ordinal);
            rules[line[..space]] = ZoneRule.Read(line[(space + 1)..]);
        }
        return rules.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
