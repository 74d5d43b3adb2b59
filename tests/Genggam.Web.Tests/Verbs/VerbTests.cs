using Genggam.Web.Tests.Harness;

namespace Genggam.Web.Tests.Verbs;

/// <summary>What somebody at a prompt reads when they type something wrong, and when they type it right.</summary>
public sealed class VerbTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("genggam-verbs-").FullName;

    private Prompt Here => new(folder);

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Dotnet_run_works_in_the_folder_where_it_is_typed()
    {
        var build = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        var ended = await new Prompt(Host.Root).Dotnet([
            "run",
            "--project",
            "src/Genggam",
            "--no-build",
            "-c",
            build,
            "--",
            "check",
            "services/nib-mikro-risiko-rendah",
        ]);
        Assert.Contains("nib-mikro-risiko-rendah passes", ended.Printed, StringComparison.Ordinal);
        Assert.Equal(0, ended.Code);
    }

    [Fact]
    public async Task A_mistyped_verb_is_told_with_the_one_that_was_meant_and_serves_nothing()
    {
        var ended = await Prompt.Genggam("decde", "pasar.dmn");

        Assert.Equal(1, ended.Code);
        Assert.StartsWith("There is no verb decde: did you mean decide?", ended.Printed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_services_folder_is_looked_for_where_the_command_was_typed_and_its_absence_is_told()
    {
        var ended = await Here.Start(["--services", "nosuch", "--data", "data"]);

        Assert.Equal((1, $"{folder}/nosuch: SVC-004 There is no such folder."), (ended.Code, ended.Printed.Trim()));
        Assert.False(Directory.Exists(At("data")));
    }

    [Fact]
    public async Task What_is_no_service_folder_is_told_apart_with_its_full_path()
    {
        var file = Path.Combine(folder, "service.yaml");
        await File.WriteAllTextAsync(file, "id: x\n", TestContext.Current.CancellationToken);
        Directory.CreateDirectory(Path.Combine(folder, "empty"));

        var ended = await Here.Start(["check", "nosuch", "service.yaml", "empty"]);

        Assert.Equal(1, ended.Code);
        Assert.Contains($"{folder}/nosuch: SVC-004", ended.Printed, StringComparison.Ordinal);
        Assert.Contains($"{file}: SVC-005", ended.Printed, StringComparison.Ordinal);
        Assert.Contains($"{folder}/empty: SVC-001", ended.Printed, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DOC-202 There is no key file", "nosuch.pdf", "nosuch.pem")]
    [InlineData("DOC-201 There is no such file", "nosuch.pdf", "empty.pem")]
    [InlineData("DOC-204", "GGM1.AAAA", "empty.pem")]
    public async Task A_wrong_path_of_a_document_or_key_is_named(string said, string document, string key)
    {
        await File.WriteAllTextAsync(At("empty.pem"), "", TestContext.Current.CancellationToken);

        var ended = await Prompt.Genggam("verify-document", document, "--key", At(key));

        Assert.Equal(1, ended.Code);
        Assert.StartsWith(said, ended.Printed, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", ended.Printed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_that_does_not_exist_is_answered_with_how_a_day_is_written()
    {
        var ended = await Prompt.Genggam("dry-run", folder, "--since", "2026-13-01");
        Assert.Contains("2026-13-01 is no day", ended.Printed, StringComparison.Ordinal);
        Assert.DoesNotContain("System.", ended.Printed, StringComparison.Ordinal);
        Assert.NotEqual(0, ended.Code);
    }

    [Fact]
    public async Task An_installation_is_looked_after_from_its_first_officer_to_its_backup()
    {
        string[] dewi = ["officer", "add", "dewi", "--name", "Dewi Lestari", "--agency", "dukcapil-sleman"];
        await Says(
            "Roles there: loket, pemilik, penandatangan, penerbit, penyetuju, supervisor, verifikator.",
            1,
            [.. dewi, "--role", "verifikatr"]
        );
        await Says("password", 0, [.. dewi, "--role", "verifikator"]);
        await Says("PEOPLE-302 dewi is in use", 1, [.. dewi, "--role", "verifikator"]);
        await Says("PEOPLE-301 Dewi L is no user name", 1, ["officer", "add", "Dewi L", "--name", "Dewi"]);

        var erased = await Here.Start(["erase", "--ground", "Unlawful"], "123\n");
        Assert.Equal((1, "PEOPLE-101 This is no NIK: a NIK has sixteen digits."), (erased.Code, erased.Printed.Trim()));

        await Says("keys in", 0, ["backup", At("copy")]);
        var copy = await File.ReadAllBytesAsync(At("copy"), TestContext.Current.CancellationToken);
        await Says("is there already", 1, ["backup", At("copy")]);
        Assert.Equal(copy, await File.ReadAllBytesAsync(At("copy"), TestContext.Current.CancellationToken));
        await Says("keys in", 0, ["backup", At("copy"), "--overwrite"]);

        await Says("the restore holds", 0, ["drill", At("copy")]);
        await File.WriteAllBytesAsync(At("cut"), copy[..(copy.Length / 2)], TestContext.Current.CancellationToken);
        await Says("does not hold", 1, ["drill", At("cut"), "--keys", At("copy.keys")]);
        await Says("is on SQLite", 1, ["drill", At("copy"), "--into", "Host=nowhere"]);
        Assert.Empty(Directory.EnumerateDirectories(folder, "drill-*"));
        await using var journal = await Genggam.Journal.JournalStore.Open(
            new() { Folder = At("data"), CheckpointEvery = null }
        );
        Assert.Equal([false, true], (await journal.Drills.Last(5)).Select(d => d.Problem is null));
        Assert.Equal("copy", (await journal.Drills.LastGood())!.File);
    }

    private string At(string name) => Path.Combine(folder, name);

    private async Task Says(string words, int code, string[] arguments)
    {
        var ended = await Prompt.Genggam([.. arguments, "--data", At("data")]);
        Assert.Contains(words, ended.Printed, StringComparison.Ordinal);
        Assert.Equal(code, ended.Code);
    }
}
