using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Genggam.Engine;
using Genggam.Standards;

namespace Genggam.Office.Catalogue;

/// <summary>Reads texts, legal bases and calendars.</summary>
internal static class SharedYaml
{
    /// <summary>Nested maps become dotted keys; entries of a list become key.1, key.2 and on.</summary>
    public static TextBook Texts(string language, string text, string file, List<Problem> problems)
    {
        var entries = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        Flatten(YamlNode.Read(text, file, problems), "", entries);
        return new TextBook(language, entries.ToImmutable());
    }

    public static ImmutableSortedDictionary<string, LegalBasis> LegalBases(string text, List<Problem> problems) =>
        Laws(YamlNode.Read(text, "legal.yaml", problems));

    internal static ImmutableSortedDictionary<string, LegalBasis> Laws(YamlNode node) =>
        node.Entries.ToImmutableSortedDictionary(
            e => e.Key,
            e => new LegalBasis(e.Key, Names(e.Value["title"]), e.Value["article"].Text, e.Value["unverified"].Bool()),
            StringComparer.Ordinal
        );

    public static CalendarVersion Calendar(IEnumerable<(string File, string Text)> years, List<Problem> problems)
    {
        var closed = ImmutableSortedSet.CreateBuilder<DateOnly>();
        var hours = ImmutableSortedDictionary<DayOfWeek, OfficeHours>.Empty;
        var ids = new List<string>();
        foreach (var (file, text) in years)
        {
            var root = YamlNode.Read(text, file, problems);
            var year = root["year"].Need("a year");
            ids.Add(year);
            foreach (var day in root["holidays"].Items.Concat(root["joint_leave"].Items))
            {
                if (Date(day) is not { } date)
                    continue;
                closed.Add(date);
                if (date.Year.ToString(CultureInfo.InvariantCulture) != year)
                    day["date"].Wrong($"is a day of {year}");
            }
            if (root["hours"].Exists)
                hours = Hours(root["hours"]);
        }
        return new CalendarVersion($"{string.Join('+', ids)}-{Content(closed, hours)}", closed.ToImmutable(), hours);
    }

    /// <summary>The same days and hours have the same mark, however the files are written.</summary>
    internal static string Content(
        IEnumerable<DateOnly> closed,
        ImmutableSortedDictionary<DayOfWeek, OfficeHours> hours
    )
    {
        var lines = closed
            .Select(d => d.ToString("O", CultureInfo.InvariantCulture))
            .Concat(
                hours.Select(h =>
                    string.Create(CultureInfo.InvariantCulture, $"{(int)h.Key} {h.Value.From:O} {h.Value.To:O}")
                )
            );
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines)));
        return Convert.ToHexStringLower(hash.AsSpan(0, 6));
    }

    public static ImmutableSortedDictionary<string, string> Names(YamlNode node) =>
        node.Entries.ToImmutableSortedDictionary(e => e.Key, e => e.Value.Need(), StringComparer.Ordinal);

    private static void Flatten(YamlNode node, string key, ImmutableSortedDictionary<string, string>.Builder entries)
    {
        if (node.IsMap)
            foreach (var (name, value) in node.Entries)
                Flatten(value, key.Length == 0 ? name : $"{key}.{name}", entries);
        else if (node.IsList)
            foreach (var (item, i) in node.Items.Select((item, i) => (item, i)))
                Flatten(item, string.Create(CultureInfo.InvariantCulture, $"{key}.{i + 1}"), entries);
        else if (node.Text is { } text)
            entries[key] = text.Trim();
    }

    private static DateOnly? Date(YamlNode day)
    {
        var node = day["date"].Exists ? day["date"] : day;
        if (
            DateOnly.TryParseExact(
                node.Text,
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var date
            )
        )
            return date;
        node.Wrong("is a date such as 2026-08-17");
        return null;
    }

    /// <summary>Keys are a day or a span of days: <c>mon-thu: "08:00-16:00"</c>.</summary>
    private static ImmutableSortedDictionary<DayOfWeek, OfficeHours> Hours(YamlNode node)
    {
        string[] names = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
        var hours = ImmutableSortedDictionary.CreateBuilder<DayOfWeek, OfficeHours>();
        foreach (var (span, value) in node.Entries)
        {
            var days = span.Split('-');
            var first = Array.IndexOf(names, days[0]);
            var last = Array.IndexOf(names, days[^1]);
            var times = (value.Text ?? "").Split('-');
            if (
                first < 0
                || last < first
                || times.Length != 2
                || !TimeOnly.TryParseExact(
                    times[0],
                    "HH:mm",
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.None,
                    out var from
                )
                || !TimeOnly.TryParseExact(
                    times[1],
                    "HH:mm",
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.None,
                    out var to
                )
            )
            {
                value.Wrong("is office hours such as mon-thu: \"08:00-16:00\"");
                continue;
            }
            for (var day = first; day <= last; day++)
                hours[(DayOfWeek)day] = new OfficeHours(from, to);
        }
        return hours.ToImmutable();
    }
}
