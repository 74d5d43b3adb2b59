using System.Globalization;

namespace Genggam.Conformance.Dmn;

public sealed class DmnKitTests
{
    /// <summary>How many results of a folder came out right when it was last recorded: a folder and a number a line.</summary>
    private static readonly string Recorded = Path.Combine(AppContext.BaseDirectory, "Dmn", "passes.txt");

    public static TheoryData<string, int> Folders()
    {
        var rows = new TheoryData<string, int>();
        foreach (var line in File.ReadLines(Recorded))
        {
            var space = line.LastIndexOf(' ');
            rows.Add(line[..space], int.Parse(line[(space + 1)..], CultureInfo.InvariantCulture));
        }
        return rows;
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_folder_of_the_kit_passes_as_many_results_as_recorded(string folder, int recorded)
    {
        var kit = DmnKit.Find();
        Assert.SkipWhen(kit is null, "The DMN kit is not in shared/conformance/dmn-tck beside this checkout.");

        var result = DmnKit.Run(Path.Combine(kit, folder));

        Assert.True(
            result.Passed >= recorded,
            $"{result.Passed} passed, {recorded} recorded.\n{string.Join('\n', result.Failures)}"
        );
    }
}
