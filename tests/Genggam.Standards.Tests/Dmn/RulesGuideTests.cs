using System.Text.RegularExpressions;
using Genggam.Standards.Dmn;
using Genggam.Standards.Feel;

namespace Genggam.Standards.Tests.Dmn;

/// <summary>docs/guide/rules.md says what is so.</summary>
public sealed partial class RulesGuideTests
{
    private static readonly FeelEnvironment Quiet = new(DateTimeOffset.UnixEpoch);
    private static readonly string Root = Tests.Shipped.Root;
    private static readonly string Guide = File.ReadAllText(Path.Combine(Root, "docs", "guide", "rules.md"));

    /// <summary>The model that the page builds up, and the one that imports it.</summary>
    private static readonly DmnSource Market = new(
        "pasar.dmn",
        Drawn.Definitions(
            string.Join('\n', Blocks("xml").Where(b => !b.StartsWith("<definitions", StringComparison.Ordinal))),
            "urn:contoh:pasar",
            "pasar"
        )
    );

    private static readonly string Yearly = Blocks("xml")
        .Single(b => b.StartsWith("<definitions", StringComparison.Ordinal));

    [Fact]
    public void Its_models_are_read_without_a_fault()
    {
        foreach (var reading in new[] { Read(), ReadYearly() })
        {
            Assert.Empty(reading.Problems);
            Assert.Empty(DmnCheck.Tables(reading.Value!));
        }
    }

    [Fact]
    public void Its_decisions_answer_as_it_says()
    {
        var rows = Row().Matches(Guide).Select(m => m.Groups).ToList();
        Assert.Equal(5, rows.Count);
        foreach (var row in rows)
        {
            var (asked, facts, answer) = (row[1].Value, (FeelContext)FeelJson.Parse(row[2].Value), row[3].Value);
            var model = asked == "setahun" ? ReadYearly().Value! : Read().Value!;

            var result = model.Decide(asked, facts, Quiet);

            Assert.Equal((asked, answer), (asked, FeelJson.Plain(result.Value)));
            Assert.Equal(answer == "null", result.Warnings.Count > 0);
        }
    }

    [Fact]
    public void Its_FEEL_gives_what_stands_behind_it()
    {
        var lines = Blocks("feel").SelectMany(b => b.Split('\n', StringSplitOptions.RemoveEmptyEntries)).ToList();
        Assert.Equal(6, lines.Count);
        foreach (var line in lines)
            Feel.Feel.Gives(line.Split("// ")[0], line.Split("// ")[1]);
    }

    [Fact]
    public void It_tells_every_number_of_a_model()
    {
        var told = Number().Matches(Guide).Select(m => m.Value).ToHashSet();
        var given = Directory
            .EnumerateFiles(Path.Combine(Root, "src", "Genggam.Standards", "Dmn"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => Number().Matches(File.ReadAllText(file)))
            .Select(m => m.Value)
            .Distinct();
        Assert.All(given, number => Assert.Contains(number, told));
    }

    private static Reading<DmnModel> Read() => DmnReader.Read(Market.Xml, Market.File);

    private static Reading<DmnModel> ReadYearly() => DmnReader.Read(Yearly, "tahunan.dmn", [Market]);

    private static IEnumerable<string> Blocks(string language) =>
        Block().Matches(Guide).Where(m => m.Groups[1].Value == language).Select(m => m.Groups[2].Value);

    [GeneratedRegex("^```(xml|feel)\n(.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Block();

    [GeneratedRegex(@"^\| `([^`]*)` \| `(\{[^`]*)` \| `([^`]*)` \|$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("DMN-[0-9]{3}")]
    private static partial Regex Number();
}
