using Genggam.Web.Tests.Harness;

namespace Genggam.Web.Tests.Verbs;

/// <summary>Decision tables read as sentences, and changed, at a prompt.</summary>
public sealed class SentencesVerbTests : IDisposable
{
    private const string Table = "keterlambatan.dmn";
    private static readonly string Service = Path.Combine(Host.Root, "services", "akta-kelahiran");

    private readonly string folder = Directory.CreateTempSubdirectory("genggam-sentences-").FullName;

    private string Copy => Path.Combine(folder, Table);

    public SentencesVerbTests() => File.Copy(Path.Combine(Service, Table), Copy);

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task The_guide_shows_what_the_verb_prints_of_a_shipped_table()
    {
        var ended = await new Prompt(Host.Root).Start(["sentences", "services/akta-kelahiran/keterlambatan.dmn"]);

        Assert.Equal(0, ended.Code);
        Assert.Contains(
            $"```text\n{ended.Printed.Trim()}\n```",
            await Text(Path.Combine(Host.Root, "docs", "guide", "sentences.md")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_folder_is_told_in_the_words_of_its_forms()
    {
        var ended = await Prompt.Genggam("sentences", Service, "--lang", "en");

        Assert.Equal(0, ended.Code);
        Assert.Contains(
            "- If the answer to “Was the child born alive?” is \"tidak\" (No), then boleh = no, alasan = \"lahir_mati\"",
            ended.Printed,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_value_is_changed_in_the_file_and_nothing_else()
    {
        var before = await Text(Copy);

        var ended = await Prompt.Genggam("sentences", Copy, "--set", "keterlambatan_1:1:1=90");

        Assert.Equal(0, ended.Code);
        Assert.Contains("- Jika Hari sejak lahir paling banyak 60, maka", ended.Printed, StringComparison.Ordinal);
        Assert.Contains("+ Jika Hari sejak lahir paling banyak 90, maka", ended.Printed, StringComparison.Ordinal);
        Assert.Equal(before.Replace("&lt;= 60", "&lt;= 90", StringComparison.Ordinal), await Text(Copy));
    }

    [Fact]
    public async Task Several_values_are_changed_at_once_or_none()
    {
        var before = await Text(Copy);
        string[] both = ["sentences", Copy, "--set", "keterlambatan_1:1:1=90", "--set", "keterlambatan_2:1:1=x"];

        Assert.Equal(1, (await Prompt.Genggam(both)).Code);
        Assert.Equal(before, await Text(Copy));

        var ended = await Prompt.Genggam([.. both[..^1], "keterlambatan_2:1:1=90"]);

        Assert.Equal(0, ended.Code);
        Assert.Equal(2, ended.Printed.Split("\n+ ").Length - 1);
        Assert.Equal(
            before
                .Replace("&lt;= 60", "&lt;= 90", StringComparison.Ordinal)
                .Replace("&gt; 60", "&gt; 90", StringComparison.Ordinal),
            await Text(Copy)
        );
    }

    [Theory]
    [InlineData("id", "tulis nomor nilai")]
    [InlineData("en", "write the id of a value")]
    public async Task A_change_that_is_none_is_refused_in_the_language_of_the_sentences(string language, string words)
    {
        var ended = await Prompt.Genggam("sentences", Copy, "--lang", language, "--set", "keterlambatan_1:1:1");

        Assert.Contains(words, ended.Printed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_mark_at_the_beginning_of_a_file_stays()
    {
        var path = Copy;
        byte[] marked =
        [
            0xEF,
            0xBB,
            0xBF,
            .. await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken),
        ];
        await File.WriteAllBytesAsync(path, marked, TestContext.Current.CancellationToken);

        Assert.Equal(0, (await Prompt.Genggam("sentences", Copy, "--set", "keterlambatan_2:1:1=61")).Code);
        Assert.Equal(0, (await Prompt.Genggam("sentences", Copy, "--set", "keterlambatan_2:1:1=60")).Code);

        Assert.Equal(marked, await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("SEN-001", "nosuch.dmn")]
    [InlineData("SEN-002", ".empty")]
    [InlineData("SEN-003", Table, "--set", "keterlambatan_1:1:1")]
    [InlineData("SEN-004", "latin.dmn")]
    [InlineData("SEN-102", Table, "--set", "nosuch=1")]
    [InlineData("SEN-104", Table, "--set", "keterlambatan_1:1:1=banyak")]
    public async Task What_cannot_be_is_refused_and_the_file_stays(string number, string file, params string[] change)
    {
        Directory.CreateDirectory(Path.Combine(folder, ".empty"));
        await File.WriteAllBytesAsync(
            Path.Combine(folder, "latin.dmn"),
            [(byte)'<', 0xE9],
            TestContext.Current.CancellationToken
        );

        var ended = await Prompt.Genggam(["sentences", Path.Combine(folder, file), .. change]);

        Assert.Equal(1, ended.Code);
        Assert.StartsWith(number, ended.Printed, StringComparison.Ordinal);
        Assert.Equal(await Text(Path.Combine(Service, Table)), await Text(Copy));
    }

    private static Task<string> Text(string path) => File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
}
