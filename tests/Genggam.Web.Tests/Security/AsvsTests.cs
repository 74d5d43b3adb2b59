using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Genggam.Web.Tests.Harness;

namespace Genggam.Web.Tests.Security;

/// <summary>The page about the ASVS is whole, counts right, and names tests and files that are there.</summary>
public sealed partial class AsvsTests
{
    private const string Page = "docs/operations/asvs.md";
    private static readonly string[] States = ["held", "not applicable", "not held yet"];

    /// <summary>
    /// The requirements of levels 1 and 2 in version 5.0.0, by section: the level of each in its order. Those of level 3 come
    /// behind them.
    /// </summary>
    private static readonly Dictionary<string, string> Sections = new(StringComparer.Ordinal)
    {
        ["V1.1"] = "22",
        ["V1.2"] = "111112222",
        ["V1.3"] = "11222222222",
        ["V1.4"] = "222",
        ["V1.5"] = "12",
        ["V2.1"] = "122",
        ["V2.2"] = "112",
        ["V2.3"] = "1222",
        ["V2.4"] = "2",
        ["V3.2"] = "11",
        ["V3.3"] = "1222",
        ["V3.4"] = "112222",
        ["V3.5"] = "11122",
        ["V3.7"] = "22",
        ["V4.1"] = "122",
        ["V4.2"] = "2",
        ["V4.3"] = "22",
        ["V4.4"] = "1222",
        ["V5.1"] = "2",
        ["V5.2"] = "112",
        ["V5.3"] = "11",
        ["V5.4"] = "222",
        ["V6.1"] = "122",
        ["V6.2"] = "111111112222",
        ["V6.3"] = "1122",
        ["V6.4"] = "1122",
        ["V6.5"] = "22222",
        ["V6.6"] = "222",
        ["V6.8"] = "2222",
        ["V7.1"] = "222",
        ["V7.2"] = "1111",
        ["V7.3"] = "22",
        ["V7.4"] = "11222",
        ["V7.5"] = "22",
        ["V7.6"] = "22",
        ["V8.1"] = "12",
        ["V8.2"] = "112",
        ["V8.3"] = "1",
        ["V8.4"] = "2",
        ["V9.1"] = "111",
        ["V9.2"] = "1222",
        ["V10.1"] = "22",
        ["V10.2"] = "22",
        ["V10.3"] = "2222",
        ["V10.4"] = "11111222222",
        ["V10.5"] = "22222",
        ["V10.6"] = "22",
        ["V10.7"] = "222",
        ["V11.1"] = "22",
        ["V11.2"] = "222",
        ["V11.3"] = "112",
        ["V11.4"] = "1222",
        ["V11.5"] = "2",
        ["V11.6"] = "2",
        ["V12.1"] = "122",
        ["V12.2"] = "11",
        ["V12.3"] = "2222",
        ["V13.1"] = "2",
        ["V13.2"] = "22222",
        ["V13.3"] = "22",
        ["V13.4"] = "12222",
        ["V14.1"] = "22",
        ["V14.2"] = "1222",
        ["V14.3"] = "122",
        ["V15.1"] = "122",
        ["V15.2"] = "122",
        ["V15.3"] = "1222222",
        ["V16.1"] = "2",
        ["V16.2"] = "22222",
        ["V16.3"] = "2222",
        ["V16.4"] = "222",
        ["V16.5"] = "222",
        ["V17.1"] = "2",
        ["V17.2"] = "2222",
        ["V17.3"] = "22",
    };

    private static readonly ImmutableArray<Row> Rows =
    [
        .. File.ReadLines(Path.Combine(Host.Root, Page))
            .Select(line => line.Split('|').Select(cell => cell.Trim()).ToArray())
            .Where(cells => cells.Length > 1 && Id().IsMatch(cells[1]))
            .Select(cells => new Row(cells[1], [.. cells[2..^1]])),
    ];

    [Fact]
    public void Every_requirement_of_both_levels_has_one_row_in_its_order()
    {
        var asked = Sections
            .SelectMany(section =>
                section.Value.Select((level, index) => (Id: $"{section.Key}.{index + 1}", Level: level.ToString()))
            )
            .ToList();
        Assert.Equal(70, asked.Count(r => r.Level == "1"));
        Assert.Equal(183, asked.Count(r => r.Level == "2"));
        Assert.Equal(asked, Rows.Select(r => (r.Id, Level: r.Cells[0])));
    }

    [Fact]
    public void No_row_leaves_anything_empty()
    {
        Assert.All(Rows, row => Assert.Equal(5, row.Cells.Length));
        Assert.All(Rows, row => Assert.DoesNotContain("", row.Cells));
        Assert.All(Rows, row => Assert.Contains(row.State, States));
    }

    [Fact]
    public void Every_row_names_tests_that_are_there_or_files()
    {
        var classes = TestClasses();
        Assert.All(
            Rows,
            row =>
            {
                Assert.NotEmpty(row.Evidence);
                Assert.All(row.Evidence, named => Assert.True(IsThere(named, classes), $"{row.Id}: {named}"));
            }
        );
    }

    [Fact]
    public void The_counts_at_the_top_are_those_of_the_rows()
    {
        var page = File.ReadAllText(Path.Combine(Host.Root, Page));
        foreach (var state in States)
        {
            var of = Rows.Where(r => r.State == state).ToList();
            var (one, two) = (of.Count(r => r.Cells[0] == "1"), of.Count(r => r.Cells[0] == "2"));
            Assert.Contains($"\n| {state} | {one} | {two} | {of.Count} |\n", page, StringComparison.Ordinal);
        }
        var applying = Rows.Count(r => r.State != "not applicable");
        var held = Rows.Where(r => r.State == "held").ToList();
        var tested = held.Count(r => r.Evidence.Any(IsTest));
        var share = Math.Round(100.0 * tested / applying).ToString(CultureInfo.InvariantCulture);
        Assert.Contains(
            $"Of the {applying} that apply, {held.Count} are held, {tested} of them by an automated test ({share} in 100",
            page,
            StringComparison.Ordinal
        );
    }

    private static bool IsTest(string named) => !named.Contains('/') && TestName().IsMatch(named);

    private static bool IsThere(string named, ILookup<string, string> classes) =>
        IsTest(named)
            ? classes[named.Split('.')[0]]
                .Any(file => file.Contains($" {named.Split('.')[1]}(", StringComparison.Ordinal))
            : File.Exists(Path.Combine(Host.Root, named));

    /// <summary>The sources of tests by the classes that stand in them.</summary>
    private static ILookup<string, string> TestClasses() =>
        Directory
            .EnumerateFiles(Path.Combine(Host.Root, "tests"), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Split(Path.DirectorySeparatorChar).Any(folder => folder is "bin" or "obj"))
            .Select(File.ReadAllText)
            .SelectMany(file => Class().Matches(file).Select(found => (Name: found.Groups[1].Value, File: file)))
            .ToLookup(found => found.Name, found => found.File, StringComparer.Ordinal);

    /// <param name="Cells">Level, what is asked, state, how, evidence.</param>
    private sealed record Row(string Id, ImmutableArray<string> Cells)
    {
        public string State => Cells[2];

        public IEnumerable<string> Evidence => Quoted().Matches(Cells[^1]).Select(m => m.Groups[1].Value);
    }

    [GeneratedRegex(@"^V[0-9]+\.[0-9]+\.[0-9]+\z")]
    private static partial Regex Id();

    [GeneratedRegex(@"^[A-Z][A-Za-z0-9]+\.[A-Z][A-Za-z0-9_]+\z")]
    private static partial Regex TestName();

    [GeneratedRegex(@"\bclass ([A-Za-z0-9]+)")]
    private static partial Regex Class();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Quoted();
}
