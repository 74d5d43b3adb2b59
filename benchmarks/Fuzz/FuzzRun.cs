using System.Diagnostics;
using System.Globalization;

namespace Genggam.Benchmarks.Fuzz;

/// <summary>
/// Feeds what nobody would write to everything that reads files of a service. Each target runs in a process of its own, so a
/// dead process is a finding too; seed and number of the input are printed and give the same input again.
/// </summary>
internal static class FuzzRun
{
    /// <summary>No input may take longer, on a machine that does other work too.</summary>
    private static readonly TimeSpan Slowest = TimeSpan.FromSeconds(20);

    private static readonly string[] All = ["feel", "dmn", "bpmn", "form", "letter"];

    /// <param name="at">The one input to try again; null for as many as fit into the minutes.</param>
    public static async Task<int> Run(double minutes, string? target, int? seed, long? at)
    {
        if (target is not null && at is { } number)
        {
            Inputs.Of(target).Try(seed ?? 1, number, Console.Out);
            return 0;
        }
        var begin = seed ?? Random.Shared.Next();
        Report.Title($"Fuzz, seed {begin}");
        var targets = target is null ? All : [target];
        var found = 0;
        foreach (var one in targets)
            found += await Child(one, begin, TimeSpan.FromMinutes(minutes / targets.Length));
        return found == 0 ? 0 : 1;
    }

    private static async Task<int> Child(string target, int seed, TimeSpan time)
    {
        var progress = Path.GetTempFileName();
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardError = true };
        string[] arguments =
        [
            Environment.GetCommandLineArgs()[0],
            "--program",
            "none",
            "fuzz-child",
            target,
            seed.ToString(CultureInfo.InvariantCulture),
            progress,
        ];
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var said = process.StandardError.ReadToEndAsync();
        var (since, last, fault) = (Stopwatch.StartNew(), 0L, (string?)null);
        var moved = Stopwatch.StartNew();
        while (since.Elapsed < time && fault is null)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(200));
            if (process.HasExited)
                fault = $"the process died: {Tail(await said)}";
            else if (Read(progress) is var now && now != last)
                (last, _) = (now, 0);
            else if (moved.Elapsed > Slowest)
                fault = "no end in sight";
            else
                continue;
            moved.Restart();
        }
        if (!process.HasExited)
            process.Kill();
        var tried = Read(progress);
        Report.Line(
            target,
            $"{tried:N0} inputs in {since.Elapsed.TotalMinutes:N1} minutes{(fault is null ? ", nothing found" : $", FOUND at --target {target} --seed {seed} --at {tried}: {fault}")}"
        );
        File.Delete(progress);
        return fault is null ? 0 : 1;
    }

    private static long Read(string progress)
    {
        using var file = new FileStream(progress, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        Span<byte> number = stackalloc byte[8];
        return file.Read(number) == 8 ? BitConverter.ToInt64(number) : 0;
    }

    private static string Tail(string text) => text.Length <= 600 ? text : text[..600];

    /// <summary>Tries inputs one after the other for ever; the number of the one in work stands in the file.</summary>
    public static void Endless(string target, int seed, string progress)
    {
        using var file = new FileStream(progress, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, 1);
        var inputs = Inputs.Of(target);
        for (long number = 1; ; number++)
        {
            file.Position = 0;
            file.Write(BitConverter.GetBytes(number));
            inputs.Try(seed, number, null);
        }
    }
}
