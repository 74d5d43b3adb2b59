using System.Collections.Immutable;
using System.Globalization;
using Genggam.Office.Catalogue;
using Genggam.Standards;
using Genggam.Standards.Feel;

namespace Genggam.Office.PastCases.Profiles;

/// <summary>Reads a profile. The file says what its numbers rest on.</summary>
internal static class ProfileYaml
{
    public static ServiceProfile Read(string text, string file, List<Problem> problems)
    {
        var root = YamlNode.Read(text, file, problems);
        root["basis"].Need("a word on what the numbers rest on");
        var profile = new ServiceProfile(
            root["service"].Need(),
            (double)root["volume"].Decimal(1),
            SeasonOf(root["season"]),
            Weights(root["channels"], key => key),
            root["agencies"].Entries.ToImmutableSortedDictionary(e => e.Key, e => Share(e.Value, 1)),
            DrawYaml.Answers(root["answers"], problems),
            [.. root["slips"].Items.Select(s => SlipOf(s, problems))],
            root["tasks"].Entries.ToImmutableSortedDictionary(e => e.Key, e => ConductOf(e.Value, problems)),
            root["officers"]
                .Entries.ToImmutableSortedDictionary(
                    e => e.Key,
                    e => new Staffing(Share(e.Value["per_day"].Given(), 1), e.Value["least"].Int(1))
                ),
            new Withdrawal(
                Share(root["withdrawal"]["share"], 0),
                SpreadOf(root["withdrawal"]["days"]),
                Texts(root["withdrawal"]["reasons"])
            )
        );
        root.Unread();
        return profile;
    }

    internal static double Share(YamlNode node, double otherwise) => (double)node.Decimal((decimal)otherwise);

    internal static Weighted<T> Weights<T>(YamlNode node, Func<string, T> item) =>
        new([.. node.Entries.Select(e => (item(e.Key), Share(e.Value, 0)))]);

    internal static Spread SpreadOf(YamlNode node) => new(Share(node["median"], 0), Share(node["spread"], 0));

    internal static ImmutableArray<string> Texts(YamlNode node) => [.. node.Items.Select(i => i.Need())];

    private static Season SeasonOf(YamlNode node) =>
        new(
            [.. node["weekdays"].Items.Select(i => Share(i, 0))],
            [.. node["months"].Items.Select(i => Share(i, 0))],
            Share(node["closed"], 1),
            [.. node["quiet"].Items.Select(q => new QuietTime(Day(q["from"]), Day(q["until"]), Share(q["share"], 1)))],
            Weights(node["hours"], key => int.Parse(key, CultureInfo.InvariantCulture))
        );

    private static DateOnly Day(YamlNode node) =>
        DateOnly.ParseExact(node.Need("a day"), "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Slip SlipOf(YamlNode node, List<Problem> problems) =>
        new(
            Share(node["share"].Given(), 0),
            DrawYaml.Expression(node["when"], problems),
            [.. node["fields"].Given().Entries.Select(e => (e.Key, DrawYaml.Draw(e.Value, problems)))],
            node["note"].Text,
            Share(node["seen"], 0)
        );

    private static Conduct ConductOf(YamlNode node, List<Problem> problems) =>
        new(
            SpreadOf(node["wait"]),
            SpreadOf(node["work"]),
            node["queue"].Bool(),
            Share(node["left"], 0),
            Share(node["never"], 0),
            DrawYaml.Expression(node["not_before"], problems),
            Weights(node["outcomes"], key => key),
            [
                .. node["trivial"]
                    .Items.Select(t => new Remark(t["field"].Need(), t["note"].Need(), Share(t["share"].Given(), 0))),
            ],
            node["reasons"].Entries.ToImmutableSortedDictionary(e => e.Key, e => Texts(e.Value)),
            node["answers"].Entries.ToImmutableSortedDictionary(e => e.Key, e => DrawYaml.Answers(e.Value, problems))
        );
}
