using System.Diagnostics;
using System.Globalization;

namespace Genggam.Benchmarks;

/// <summary>The kill test of the journal with more kills than the tests have time for.</summary>
internal static class Kills
{
    public static async Task<int> Run(int kills)
    {
        var start = new ProcessStartInfo("dotnet");
        foreach (
            var argument in (string[])
                ["run", "--project", "tests/Genggam.Journal.Tests", "-c", "Release", "--", "-class", "*KillTests"]
        )
            start.ArgumentList.Add(argument);
        start.Environment["GENGGAM_KILLS"] = kills.ToString(CultureInfo.InvariantCulture);
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
        Report.Line(
            $"{kills} kills on each database",
            $"{(process.ExitCode == 0 ? "nothing lost, nothing twice" : "FAILED")}"
        );
        return process.ExitCode;
    }
}
