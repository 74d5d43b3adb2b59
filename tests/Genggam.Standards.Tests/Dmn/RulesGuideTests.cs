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

    /// <summary>The whole file, the model that the page builds up, and the one that imports it.</summary>
    private static readonly string First = Blocks("xml").Single(IsFile);

    private static readonly DmnSource Market = new(
        "pasar.dmn",
        Drawn.Definitions(
            string.Join('\n', Blocks("xml").Where(b => !IsFile(b) && !IsModel(b))),
            "urn:contoh:pasar",
            "pasar"
        )
    );

    private static readonly string Yearly = Blocks("xml").Single(IsModel);

    [Fact]
    public void Its_first_rule_is_the_file_that_stands_beside_it() =>
        Assert.Equal(File.ReadAllText(Path.Combine(Root, "docs", "guide", "izin-lapak", "kelayakan.dmn")), First);

    [Fact]
    public void Its_models_are_read_without_a_fault()
    {
        foreach (var reading in new[] { ReadFirst(), Read(), ReadYearly() })
        {
            Assert.Empty(reading.Problems);
            Assert.Empty(DmnCheck.Tables(reading.Value!));
        }
    }

    [Fact]
    public void Its_decisions_answer_as_it_says()
    {
        var rows = Row().Matches(Guide).Select(m => m.Groups).ToList();
        Assert.Equal(10, rows.Count);
        foreach (var row in rows)
        {
            var (asked, facts, answer) = (row[1].Value, (FeelContext)FeelJson.Parse(row[2].Value), row[3].Value);
            var model = asked switch
            {
                "kelayakan" => ReadFirst().Value!,
                "setahun" => ReadYearly().Value!,
                _ => Read().Value!,
            };

            var result = model.Decide(asked, model.Typed(facts), Quiet);

            Assert.Equal((asked, answer), (asked, FeelJson.Plain(result.Value)));
            Assert.Equal(row[4].Value, string.Join(", ", result.Warnings.Select(w => w.Number)));
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

    private static Reading<DmnModel> ReadFirst() => DmnReader.Read(First, "kelayakan.dmn");

    private static Reading<DmnModel> Read() => DmnReader.Read(Market.Xml, Market.File);

    private static Reading<DmnModel> ReadYearly() => DmnReader.Read(Yearly, "tahunan.dmn", [Market]);

    private static bool IsFile(string block) => block.StartsWith("<?xml", StringComparison.Ordinal);

    private static bool IsModel(string block) => block.StartsWith("<definitions", StringComparison.Ordinal);

    private static IEnumerable<string> Blocks(string language) =>
        Block().Matches(Guide).Where(m => m.Groups[1].Value == language).Select(m => m.Groups[2].Value);

    [GeneratedRegex("^```(xml|feel)\n(.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Block();

    [GeneratedRegex(@"^\| `([^`]*)` \| `(\{[^`]*)` \| `([^`]*)` \|(?: ([^|]*))? \|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
