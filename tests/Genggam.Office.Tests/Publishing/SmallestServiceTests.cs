using System.Text.RegularExpressions;
using Genggam.Office.Agencies;
using Genggam.Office.Catalogue;
using Genggam.Office.Catalogue.Checks;

namespace Genggam.Office.Tests.Publishing;

/// <summary>docs/guide/izin-lapak, the smallest service there is: the guides show its files whole.</summary>
public sealed partial class SmallestServiceTests : IDisposable
{
    private const string Stall = "izin-lapak";
    private static readonly string Guides = Path.Combine(Town.ShippedServices, "..", "docs", "guide");
    private readonly ServicesCopy services = new();

    public SmallestServiceTests()
    {
        var shown = Path.Combine(Guides, Stall);
        foreach (var file in Directory.EnumerateFiles(shown, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(services.Folder, Stall, Path.GetRelativePath(shown, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    public void Dispose() => services.Dispose();

    [Fact]
    public void It_passes_beside_the_shipped_ones_and_its_examples_hold()
    {
        var report = services.Check(Stall);

        Assert.Empty(report.Problems);
        Assert.Equal(3, report.Examples.Count);
        Assert.All(report.Examples, example => Assert.Empty(example.Faults));
    }

    [Fact]
    public void The_agency_of_the_guide_offers_it_and_its_examples_know_no_other()
    {
        var guide = File.ReadAllText(Path.Combine(Guides, "service-folder.md"));
        var agency = Block()
            .Matches(guide)
            .Select(m => m.Groups[1].Value)
            .Single(b => b.StartsWith("  - id:", StringComparison.Ordinal));
        var file = Path.Combine(services.Folder, "agencies.yaml");
        File.AppendAllText(file, "\n" + agency);
        var agencies = AgencyFile.Read(File.ReadAllText(file), file, Regions.Load(Regions.ShippedFolder));

        Assert.Empty(agencies.Problems);
        Assert.Empty(AgencyCheck.Problems(agencies.Value!, services.Check(Stall).Release!));
    }

    [Theory]
    [InlineData("processes.md", "process.bpmn")]
    [InlineData("service-folder.md", "examples/03-terlalu-luas.yaml")]
    public void A_guide_shows_its_file_as_it_is(string guide, string file)
    {
        var shown = Block().Matches(File.ReadAllText(Path.Combine(Guides, guide))).Select(m => m.Groups[1].Value);

        Assert.Contains(File.ReadAllText(Path.Combine(Guides, Stall, file)), shown);
    }

    [Fact]
    public void The_way_from_a_form_to_a_rule_is_the_one_that_the_guide_tells()
    {
        var steps = Step().Matches(File.ReadAllText(Path.Combine(Guides, "service-folder.md")));

        Assert.Equal(8, steps.Count);
        foreach (var step in steps.Select(m => m.Groups))
            Assert.Contains(
                step[2].Value,
                File.ReadAllText(Path.Combine(Guides, Stall, step[1].Value)),
                StringComparison.Ordinal
            );
    }

    [GeneratedRegex("^```\\w+\n(.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Block();

    /// <summary>A row of a table of three columns: a file of the service, and what stands in it.</summary>
    [GeneratedRegex(@"^\| `([\w/]+\.\w+)` \| `([^`]*)` \| [^|]* \|$", RegexOptions.Multiline)]
    private static partial Regex Step();
}
