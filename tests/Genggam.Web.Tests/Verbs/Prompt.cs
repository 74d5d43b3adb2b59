using System.Diagnostics;

namespace Genggam.Web.Tests.Verbs;

/// <summary>What a command printed, on either stream, and how it ended.</summary>
internal sealed record Ended(int Code, string Printed);

/// <summary>A prompt in some folder.</summary>
internal sealed record Prompt(string Folder)
{
    /// <summary>The program as it was built with these tests.</summary>
    public Task<Ended> Genggam(string[] arguments, string typed = "") =>
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
