namespace Genggam.Web.Tests.Verbs;

/// <summary>What is told at the prompt where a migration cannot begin.</summary>
public sealed class MigrateVerbTests : IDisposable
{
    private const string Kitchen = "laik-higiene-sanitasi";
    private readonly string folder = Directory.CreateTempSubdirectory("genggam-migrate-").FullName;

    private string Data => Path.Combine(folder, "data");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_mapping_that_is_none_and_a_release_nobody_published_are_told()
    {
        var mistyped = await Prompt.Genggam(
            "migrate",
            "abcdef",
            "--service",
            Kitchen,
            "--map",
            "verifikasi",
            "--data",
            Data
        );
        Assert.Contains("verifikasi is no mapping: write --map old=new", mistyped.Printed, StringComparison.Ordinal);

        string[] hire = ["officer", "add", "dewi", "--name", "Dewi Lestari", "--agency", "dinkes-blitar"];
        Assert.Equal(0, (await Prompt.Genggam([.. hire, "--role", "verifikator", "--data", Data])).Code);

        await Says("There is no service kantin here.", "migrate", "abcdef", "--service", "kantin");
        await Says(
            "abcdef is no release that was published here: publish it first.",
            "migrate",
            "abcdef",
            "--service",
            Kitchen
        );
        await Says("There is no migration", "migrate", "--service", Kitchen, "--undo", Guid.NewGuid().ToString("N"));
    }

    private async Task Says(string words, params string[] arguments)
    {
        var ended = await Prompt.Genggam([.. arguments, "--data", Data]);
        Assert.Contains(words, ended.Printed, StringComparison.Ordinal);
        Assert.Equal(1, ended.Code);
    }
}
