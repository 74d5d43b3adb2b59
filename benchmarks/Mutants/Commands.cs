using System.ComponentModel;
using System.Diagnostics;

namespace Genggam.Benchmarks.Mutants;

/// <summary>How a process ended.</summary>
/// <param name="Code">None where its time was up and it was ended.</param>
internal sealed record Ran(int? Code, string Said, TimeSpan Worked);

/// <summary>Other programs, with an end.</summary>
internal static class Commands
{
    /// <summary>No process may take so much that the machine stops: a mutant may well ask for memory without end.</summary>
    private const string TwoGigabytes = "0x80000000";

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    /// <summary>On a machine that does much else a process that works may wait this many times as long as it works.</summary>
    private const int Waiting = 20;

    public static async Task<string> Output(string program, string[] arguments, CancellationToken stop)
    {
        var ran = await Run(program, arguments, TimeSpan.FromMinutes(30), stop);
        return ran.Code == 0
            ? ran.Said
            : throw new InvalidOperationException(
                $"{program} {string.Join(' ', arguments)} ended with {ran.Code}:\n{ran.Said}"
            );
    }

    /// <param name="limit">Of the time that the processor works for it.</param>
    public static async Task<Ran> Run(
        string program,
        string[] arguments,
        TimeSpan limit,
        CancellationToken stop,
        params (string Name, string Value)[] environment
    )
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        if (environment.Length > 0)
            start.Environment["DOTNET_GCHeapHardLimit"] = TwoGigabytes;
        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        var complained = process.StandardError.ReadToEndAsync(CancellationToken.None);
        var end = process.WaitForExitAsync(CancellationToken.None);
        var (clock, worked) = (Stopwatch.StartNew(), TimeSpan.Zero);
        while (await Task.WhenAny(end, Task.Delay(Look, CancellationToken.None)) != end)
        {
            worked = Worked(process) ?? worked;
            if (worked < limit && clock.Elapsed < limit * Waiting && !stop.IsCancellationRequested)
                continue;
            process.Kill(entireProcessTree: true);
            await end;
            stop.ThrowIfCancellationRequested();
            return new(null, await said, worked);
        }
        return new(process.ExitCode, await said + await complained, worked);
    }

    private static TimeSpan? Worked(Process process)
    {
        try
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception)
        {
            return null; // It ended since.
        }
    }
}
