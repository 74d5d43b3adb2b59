using System.Diagnostics;
using System.Globalization;

namespace Genggam.Benchmarks;

/// <summary>The kill test of the journal with more kills than the tests have time for.</summary>
internal static class Kills
{
    public static async Task<int> Run(int kills)
    {
        var code = await Test("Genggam.Journal.Tests", "*KillTests", "GENGGAM_KILLS", kills);
        Report.Line($"{kills} kills on each database", $"{(code == 0 ? "nothing lost, nothing twice" : "FAILED")}");
        return code;
    }

    /// <summary>The kill test of migrations with more cases than the tests have time for.</summary>
    public static async Task<int> Migration(int cases)
    {
        var code = await Test("Genggam.Office.Tests", "*KilledMigrationTests", "GENGGAM_MIGRATED", cases);
        Report.Line(
            $"{cases} running cases moved, killed twice, moved back",
            $"{(code == 0 ? "each moved once, all as before" : "FAILED")}"
        );
        return code;
    }

    private static async Task<int> Test(string project, string tests, string variable, int value)
    {
        var start = new ProcessStartInfo("dotnet");
        foreach (
            var argument in (string[])["run", "--project", $"tests/{project}", "-c", "Release", "--", "-class", tests]
        )
            start.ArgumentList.Add(argument);
        start.Environment[variable] = value.ToString(CultureInfo.InvariantCulture);
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
        return process.ExitCode;
    }
}
