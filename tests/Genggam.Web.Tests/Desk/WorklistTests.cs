using Genggam.Web.Tests.Harness;
using Microsoft.Playwright;

namespace Genggam.Web.Tests.Desk;

/// <summary>An office with more cases than a page holds.</summary>
public sealed class WorklistTests(Host host)
{
    private const int Cases = 250;

    [Fact]
    public async Task Two_hundred_and_fifty_cases_are_paged_to_the_end_searched_and_worked_on_without_script()
    {
        var office = new Office(host, "dukcapil-makassar");
        var vera = await office.Hire("Vera Contoh", "verifikator");
        await Parallel.ForAsync(
            0,
            Cases - 1,
            new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = Cancel },
            async (_, _) => await office.Apply()
        );
        var sought = await office.Apply("Rangga Saputra", "Ratna Dewanti", "7371024708920003");
        await office.Claim(sought, vera);

        await using var desk = await office.SignedIn(vera, script: false);
        await desk.Open("/meja");
        var seen = new List<string>();
        for (var pages = 1; ; pages++)
        {
            seen.AddRange(await Numbers(desk).AllInnerTextsAsync());
            if (await Next(desk).CountAsync() == 0)
                break;
            Assert.True(pages < 10, "The list does not end.");
            await desk.Press("Berikutnya →");
        }
        Assert.True(seen.Count >= Cases, $"{seen.Count} rows");
        Assert.Equal(seen.Count, seen.Distinct().Count());

        await desk.Press("← Awal daftar");
        Assert.Equal(seen[0], await Numbers(desk).First.InnerTextAsync());
        Assert.Contains("jam lagi", await desk.Heard(), StringComparison.Ordinal);

        await desk.Press("Saya pegang (1)");
        Assert.Equal((await office.Case(sought)).Number, await Numbers(desk).InnerTextAsync());
        Assert.Contains("Anda", await desk.Heard(), StringComparison.Ordinal);

        foreach (var words in new[] { "dewanti ratna", "7371024708920003", (await office.Case(sought)).Number! })
        {
            await desk.Open("/meja");
            await desk.Page.GetByLabel("Cari berkas").FillAsync(words);
            await desk.Press("Cari");
            Assert.DoesNotContain(words, Uri.UnescapeDataString(desk.Page.Url), StringComparison.OrdinalIgnoreCase);
            var found = desk.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Heading, new() { Level = 2 });
            Assert.Equal((await office.Case(sought)).Number, await found.InnerTextAsync());
        }
    }

    [Fact]
    public async Task The_worklist_fits_a_phone_and_says_how_late_a_case_is()
    {
        var office = new Office(host, "dukcapil-ambon");
        var sita = await office.Hire("Sita Contoh", "verifikator");
        await office.Apply();

        await using var desk = await office.SignedIn(sita, Screen.Phone);
        await desk.Open("/meja");
        Assert.Contains("Belum diambil", await desk.Heard(), StringComparison.Ordinal);
        await desk.Page.GetByLabel("Layanan dan tugas").SelectOptionAsync("akta-kelahiran/verifikasi");
        await desk.Press("Saring");
        Assert.NotEqual(0, await Numbers(desk).CountAsync());
        var number = await Numbers(desk).First.BoundingBoxAsync();
        Assert.True(number!.Height < 30, $"A case number takes more than one line: {number.Height} pixels.");
        await Assertions
            .Expect(desk.Page.GetByRole(AriaRole.Table).GetByRole(AriaRole.Cell).First)
            .ToContainTextAsync("Akta kelahiran");
        await desk.Press("Lewat tenggat (0)");
        Assert.Contains("Tidak ada tugas dalam tampilan ini", await desk.Heard(), StringComparison.Ordinal);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static ILocator Numbers(Visitor desk) => desk.Page.Locator("tbody").GetByRole(AriaRole.Link);

    private static ILocator Next(Visitor desk) => desk.Page.GetByRole(AriaRole.Link, new() { Name = "Berikutnya →" });
}
