using System.Diagnostics;

namespace Genggam.Benchmarks;

/// <summary>
/// Past births of a year as `genggam load` writes them: decided by the engine, encrypted, chained, durable. The start of the
/// program is taken off by loading few and many.
/// </summary>
internal static class PastLoads
{
    private const int Few = 2_000;
    private const int Many = 42_000;

    public static async Task Run(string program)
    {
        var (few, _) = await Load(program, Few);
        var (many, bytes) = await Load(program, Many);
        var seconds = (many.Wall - few.Wall).TotalSeconds;
        var cpu = (many.Cpu - few.Cpu).TotalMilliseconds / (Many - Few);
        Report.Line("past cases", $"{(Many - Few) / seconds:N0} a second, {cpu:N2} ms of CPU each");
        Report.Line("a million at this rate", $"{1_000_000 * seconds / (Many - Few) / 60:N0} minutes");
        Report.Line("on disk", $"{bytes / (double)Many / 1000:N1} kB a case");
    }

    private static async Task<((TimeSpan Wall, TimeSpan Cpu) Time, long Bytes)> Load(string program, int cases)
    {
        var data = Directory.CreateTempSubdirectory("genggam-bench-").FullName;
        try
        {
            var began = Stopwatch.GetTimestamp();
            string[] arguments =
            [
                "load",
                "--service",
                "akta-kelahiran",
                "--cases",
                $"{cases}",
                "--seed",
                "7",
                "--data",
                data,
            ];
            using var load = Process.Start(
                new ProcessStartInfo(Path.Combine(program, "genggam"), arguments) { RedirectStandardOutput = true }
            )!;
            await load.StandardOutput.ReadToEndAsync();
            await load.WaitForExitAsync();
            if (load.ExitCode != 0)
                throw new InvalidOperationException("The load failed.");
            var bytes = new DirectoryInfo(data).EnumerateFiles().Sum(file => file.Length);
            return ((Stopwatch.GetElapsedTime(began), load.TotalProcessorTime), bytes);
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }
}
