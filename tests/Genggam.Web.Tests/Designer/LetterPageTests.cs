using Genggam.Web.Tests.Harness;

namespace Genggam.Web.Tests.Designer;

/// <summary>A letter is written and looked at on one page, and a bad one does no harm.</summary>
public sealed class LetterPageTests(Host host) : IAsyncLifetime
{
    private const string Reads = "#read(\"/etc/passwd\")";
    private const string Loops = "#range(9000000).map(n => range(9000).fold(0, (a, b) => a + b + n)).len()";
    private readonly Workshop workshop = new(host);

    public ValueTask InitializeAsync() => workshop.InitializeAsync();

    public ValueTask DisposeAsync() => workshop.DisposeAsync();

    [Fact]
    public async Task A_letter_is_looked_at_with_an_example_and_a_bad_one_is_told_with_what_was_typed_kept()
    {
        await using var owner = await workshop.Owner("Rina Contoh", Screen.Phone, script: false);
        var change = await workshop.Begin(owner, "Surat");
        await owner.Press("Surat");
        await owner.Open($"{change}/surat/kutipan");
        var page = await owner.Heard();
        Assert.Contains("CONTOH", page, StringComparison.Ordinal);
        Assert.Contains("1 halaman", page, StringComparison.Ordinal);
        var picture = owner.Page.Locator(".g-sheet__pages img");
        Assert.True(await picture.EvaluateAsync<bool>("img => img.complete && img.naturalHeight > img.naturalWidth"));
        var box = owner.Page.GetByLabel("Templat");
        var template = await box.InputValueAsync();

        foreach (var (bad, number) in new[] { (Reads, "DOC-101"), (Loops, "DOC-10") })
        {
            await box.FillAsync($"{template}\n{bad}\n");
            await owner.Press("Lihat pratinjau");
            page = await owner.Heard();
            Assert.Contains(number, page, StringComparison.Ordinal);
            Assert.Contains("letters/kutipan.typ", page, StringComparison.Ordinal);
            Assert.Contains(bad, await box.InputValueAsync(), StringComparison.Ordinal);
            Assert.Equal(0, await picture.CountAsync());
        }

        await box.FillAsync($"{template}\nTambahan: *baru*\n");
        await owner.Press("Lihat pratinjau");
        Assert.Equal(1, await picture.CountAsync());
        await owner.Press("Simpan surat");
        Assert.Contains("Tambahan", await box.InputValueAsync(), StringComparison.Ordinal);
        Assert.Equal(1, await picture.CountAsync());
    }
}
