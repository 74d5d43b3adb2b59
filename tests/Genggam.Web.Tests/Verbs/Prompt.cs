using System.Diagnostics;
using Spectre.Console;

namespace Genggam.Web.Tests.Verbs;

/// <summary>What a command printed, on either stream, and how it ended.</summary>
internal sealed record Ended(int Code, string Printed);

/// <summary>A prompt in some folder.</summary>
internal sealed record Prompt(string Folder)
{
    private static readonly Hearing Out = new(Console.Out);
    private static readonly Hearing Error = new(Console.Error);

    static Prompt()
    {
        Console.SetOut(Out);
        Console.SetError(Error);
        var plain = new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(Out) };
        AnsiConsole.Console = AnsiConsole.Create(plain);
        AnsiConsole.Profile.Width = short.MaxValue;
    }

    /// <summary>The program from its entry on, in this process: a start of its own costs more than what most verbs do.</summary>
    public static async Task<Ended> Genggam(params string[] arguments)
    {
        using var printed = Out.Begin();
        using var errors = Error.Begin();
        var code = await Task.Run(() => (int)typeof(global::Program).Assembly.EntryPoint!.Invoke(null, [arguments])!);
        return new Ended(code, $"{printed}{errors}");
    }

    /// <summary>The program as it was built with these tests, in a process of its own that works in the folder.</summary>
    public Task<Ended> Start(string[] arguments, string typed = "") =>
        Dotnet([Path.Combine(AppContext.BaseDirectory, "genggam.dll"), .. arguments], typed);

    public async Task<Ended> Dotnet(string[] arguments, string typed = "")
    {
        using var process = Process.Start(
            new ProcessStartInfo("dotnet", arguments)
            {
                WorkingDirectory = Folder,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        var cancel = TestContext.Current.CancellationToken;
        await process.StandardInput.WriteAsync(typed);
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync(cancel);
        var printed = await process.StandardOutput.ReadToEndAsync(cancel);
        await process.WaitForExitAsync(cancel);
        return new Ended(process.ExitCode, printed + await errors);
    }
}
