using System.Collections.Immutable;
using System.Globalization;
using Genggam.Office.Catalogue;
using Genggam.Standards;
using Genggam.Standards.Feel;

namespace Genggam.Office.PastCases.Profiles;

/// <summary>Reads how an answer is drawn.</summary>
internal static class DrawYaml
{
    public static ImmutableArray<Answer> Answers(YamlNode node, List<Problem> problems) =>
        [
            .. node.Entries.SelectMany(e =>
                (e.Value.IsList ? e.Value.Items : [e.Value]).Select(one => new Answer(
                    e.Key,
                    Draw(one, problems),
                    one.IsMap ? Expression(one["when"], problems) : null,
                    one.IsMap ? ProfileYaml.Share(one["share"], 1) : 1
                ))
            ),
        ];

    public static FeelExpression? Expression(YamlNode node, List<Problem> problems)
    {
        if (node.Text is not { } text)
            return null;
        var reading = FeelExpression.Parse(text, node.At, []);
        problems.AddRange(reading.Problems);
        return reading.Value;
    }

    /// <summary>A bare value is always that value; a map names one way to draw.</summary>
    public static Draw Draw(YamlNode node, List<Problem> problems)
    {
        if (!node.IsMap)
            return new Draw.OneOf(new Weighted<FeelValue>([(Value(node), 1.0)]));
        if (node["one_of"].Exists)
            return new Draw.OneOf(
                new Weighted<FeelValue>([
                    .. node["one_of"].Entries.Select(e => (Value(e.Key), ProfileYaml.Share(e.Value, 0))),
                ])
            );
        if (node["feel"].Exists)
            return new Draw.Follows(Expression(node["feel"], problems)!);
        if (node["number"] is { Exists: true } number)
            return new Draw.Number(
                ProfileYaml.SpreadOf(number),
                number["step"].Int(1),
                ProfileYaml.Share(number["least"], 0),
                ProfileYaml.Share(number["most"], 1e15)
            );
        if (node["between"] is { Exists: true } between)
            return new Draw.Between(between["from"].Int(), between["to"].Int());
        if (node["days"].Exists)
            return new Draw.Day(ProfileYaml.Weights(node["days"], Range));
        if (node["text"].Exists)
            return new Draw.Text([.. Listed(node["text"]).Select(Template.Read)]);
        if (node["person"] is { Exists: true } person)
            return new Draw.Person(
                ProfileYaml.Share(person["women"], 0.5),
                person["from"].Int(20),
                person["to"].Int(60)
            );
        if (node["file"] is { Exists: true } file)
            return new Draw.File(
                file.IsMap
                    ? ProfileYaml.Weights(file, name => name)
                    : new Weighted<string>([(file.Need("a file's name"), 1.0)])
            );
        if (node["several"].Exists)
            return new Draw.Several([.. node["several"].Entries.Select(e => (e.Key, ProfileYaml.Share(e.Value, 1)))]);
        if (node["misspelt"].Bool())
            return new Draw.Misspelt();
        node.Wrong("is a value or one of one_of, feel, number, between, days, text, person, file, several, misspelt");
        return new Draw.OneOf(new Weighted<FeelValue>([(FeelValue.Null, 1.0)]));
    }

    private static IEnumerable<string> Listed(YamlNode node) =>
        node.IsList ? node.Items.Select(i => i.Need()) : [node.Need()];

    private static FeelValue Value(YamlNode node) => node.Quoted ? node.Need() : Value(node.Need("a value"));

    private static FeelValue Value(string text) =>
        text switch
        {
            "true" => true,
            "false" => false,
            _ => text,
        };

    private static (int From, int To) Range(string text)
    {
        var ends = text.Split("..");
        return (int.Parse(ends[0], CultureInfo.InvariantCulture), int.Parse(ends[^1], CultureInfo.InvariantCulture));
    }
}
