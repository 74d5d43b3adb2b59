using System.Diagnostics;
using System.Text.RegularExpressions;
using Genggam.Web.Api;
using Genggam.Web.Tests.Harness;

namespace Genggam.Web.Tests.Api;

/// <summary>docs/guide/api.md says what is so.</summary>
public sealed partial class GuideTests(Host host)
{
    private static readonly string Guide = File.ReadAllText(Path.Combine(Host.Root, "docs/guide/api.md"));

    [Fact]
    public async Task Its_commands_lead_from_a_token_to_a_signed_document()
    {
        var commands = string.Concat(Block().Matches(Guide).Select(m => m.Groups[1].Value))
            .Replace("http://localhost:5080", host.Address.ToString().TrimEnd('/'), StringComparison.Ordinal);
        var folder = Directory.CreateTempSubdirectory("genggam-guide").FullName;
        var start = new ProcessStartInfo("bash") { WorkingDirectory = folder, RedirectStandardError = true };
        foreach (var argument in (string[])["-e", "-c", $"exec >answers\n{commands}"])
            start.ArgumentList.Add(argument);
        using var shell = Process.Start(start)!;
        var complaints = await shell.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await shell.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(shell.ExitCode == 0, complaints);
        Assert.StartsWith(
            "%PDF-",
            await File.ReadAllTextAsync(Path.Combine(folder, "document.pdf"), TestContext.Current.CancellationToken)
        );
        Assert.Contains(
            "\"status\":\"valid\"",
            await File.ReadAllTextAsync(Path.Combine(folder, "answers"), TestContext.Current.CancellationToken)
        );
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void Its_table_has_every_number_with_its_status()
    {
        foreach (var number in ProblemNumbers.All)
            Assert.Contains($"| {number} | {ProblemNumbers.StatusOf(number)} |", Guide, StringComparison.Ordinal);
    }

    [GeneratedRegex("```sh\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();
}
