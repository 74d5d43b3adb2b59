using System.Diagnostics;

namespace Genggam.Benchmarks.Nodes;

/// <summary>A command of the system that ends by itself.</summary>
internal static class Shell
{
    /// <summary>What it printed.</summary>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public static async Task<string> Run(string program, params string[] arguments)
    {
        var (code, said) = await Try(program, [], arguments);
        return code == 0
            ? said
            : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {code}: {said}");
    }

    public static async Task<(int Code, string Said)> Try(
        string program,
        IReadOnlyList<(string Name, string Value)> settings,
        params string[] arguments
    )
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = "/",
        };
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var wrong = process.StandardError.ReadToEndAsync();
        var said = await process.StandardOutput.ReadToEndAsync();
        said += await wrong;
        await process.WaitForExitAsync();
        return (process.ExitCode, said);
    }
}
