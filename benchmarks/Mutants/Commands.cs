using System.Diagnostics;

namespace Genggam.Benchmarks.Mutants;

/// <summary>Other programs, with an end.</summary>
internal static class Commands
{
    /// <summary>No process may take so much that the machine stops: a mutant may well ask for memory without end.</summary>
    private const string TwoGigabytes = "0x80000000";

    public static async Task<string> Output(string program, string[] arguments)
    {
        var (code, said) = await Run(program, arguments, TimeSpan.FromMinutes(30));
        return code == 0
            ? said
            : throw new InvalidOperationException(
                $"{program} {string.Join(' ', arguments)} ended with {code}:\n{said}"
            );
    }

    /// <returns>No code where the time was up and the process was ended.</returns>
    public static async Task<(int? Code, string Said)> Run(
        string program,
        string[] arguments,
        TimeSpan limit,
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
        var said = process.StandardOutput.ReadToEndAsync();
        var complained = process.StandardError.ReadToEndAsync();
        using var end = new CancellationTokenSource(limit);
        try
        {
            await process.WaitForExitAsync(end.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            return (null, await said);
        }
        return (process.ExitCode, await said + await complained);
    }
}
