using System.Text.Json.Nodes;
using Genggam.Engine.Comparison;
using Genggam.Office.Changes.DryRuns;
using Genggam.Web.Tests.Harness;
using Microsoft.Playwright;

namespace Genggam.Web.Tests.Designer;

/// <summary>A service owner sees beforehand whom a change touches.</summary>
public sealed class DryRunPageTests(Host host) : IAsyncLifetime
{
    private readonly Workshop workshop = new(host, cases: 40);

    public ValueTask InitializeAsync() => workshop.InitializeAsync();

    public ValueTask DisposeAsync() => workshop.DisposeAsync();

    [Fact]
    public async Task An_owner_runs_a_change_over_past_cases_and_reads_whom_it_touches()
    {
        await using var owner = await workshop.Owner("Rina Contoh", script: false);
        var change = await workshop.Begin(owner, "Batas 3 hari");
        await Limit(owner, change, "3");
        var run = await Run(owner, change, script: false);

        var page = await owner.Heard();
        var report = (await workshop.Get<DryRuns>().Report(run))!;
        Assert.True(report.Total[CaseClass.NeedsJudgement] > 0);
        Assert.Contains($"Dari {report.Total.Cases} berkas", page, StringComparison.Ordinal);
        Assert.Contains("Yang tidak pernah mengajukan", page, StringComparison.Ordinal);
        Assert.Contains("lebih dari 3", page, StringComparison.Ordinal);

        await owner.Open($"{change}/uji/{run:N}?macam=NeedsJudgement");
        var cases = await owner.Page.Locator(".g-said__one strong").AllInnerTextsAsync();
        Assert.NotEmpty(cases);
        var numbers = await workshop.NumbersOfCases();
        Assert.DoesNotContain(numbers, n => cases.Any(c => c.Contains(n, StringComparison.Ordinal)));
        var csv = await owner.Page.Context.APIRequest.GetAsync($"{change}/uji/{run:N}/unduh.csv");
        Assert.True(csv.Ok);
        var table = await csv.TextAsync();
        Assert.StartsWith("ordinal,class,pseudonym", table, StringComparison.Ordinal);
        Assert.DoesNotContain(numbers, n => table.Contains(n, StringComparison.Ordinal));

        var json = await owner.Page.Context.APIRequest.GetAsync($"{change}/uji/{run:N}/unduh.json");
        var whole = JsonNode.Parse(await json.TextAsync())!;
        Assert.Equal(report.Hash, (string)whole["report"]!["hash"]!);
        var listed = whole["cases"]!.AsArray();
        Assert.Equal(table.Split("\r\n").Length - 2, listed.Count);
        Assert.DoesNotContain(listed, c => c!["number"] is not null || c["agency"] is not null);
        Assert.All(listed, c => Assert.True(Hides(report, c!), $"{c}"));

        await owner.Open($"{change}/terbit");
        var asked = await owner.Heard();
        Assert.Contains(report.Hash, asked, StringComparison.Ordinal);
        Assert.Contains("Angka 60 tidak lagi ada di aturan", asked, StringComparison.Ordinal);
        await Limit(owner, change, "4");
        await owner.Open($"{change}/terbit");
        Assert.Contains("Belum ada uji ulang untuk rancangan ini", await owner.Heard(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_is_read_on_a_telephone_and_a_wrong_day_is_told()
    {
        await using var owner = await workshop.Owner("Made Contoh", Screen.Phone);
        var change = await workshop.Begin(owner, "Batas 3 hari");
        await Limit(owner, change, "3");
        await owner.Open($"{change}/uji");
        await owner.Page.GetByLabel("Sejak").FillAsync("kemarin");
        await owner.Press("Jalankan");
        Assert.Contains("CHG-110", await owner.Heard(), StringComparison.Ordinal);
        Assert.Equal("kemarin", await owner.Page.GetByLabel("Sejak").InputValueAsync());
        await Run(owner, change, script: true);
    }

    /// <summary>A case names no group of which the counts hide how many such cases it has.</summary>
    private static bool Hides(ComparisonReport report, JsonNode one) =>
        new[] { "region", "channel", "month" }.All(dimension =>
            one[dimension] is not { } group
            || report.Tells(dimension, (string)group!, Enum.Parse<CaseClass>((string)one["class"]!))
        );

    private async Task<Guid> Run(Visitor owner, string change, bool script)
    {
        await owner.Open($"{change}/uji");
        await owner.Press("Jalankan");
        var run = Guid.Parse(new Uri(owner.Page.Url).Segments[^1]);
        await workshop.Get<DryRuns>().Wait(run, TestContext.Current.CancellationToken);
        var ended = (await workshop.Get<DryRuns>().Status(run))!;
        Assert.True(ended.State == DryRunState.Done, $"{ended.State} {ended.Error}");
        // With script the page that shows how far it is loads itself again when it is over.
        if (script)
            await owner.Page.Locator(".g-hash").First.WaitForAsync();
        await owner.Open($"{change}/uji/{run:N}");
        return run;
    }

    private static async Task Limit(Visitor owner, string change, string days)
    {
        await owner.Open($"{change}/aturan");
        var section = owner.Page.Locator("section", new() { HasText = "keterlambatan.dmn" });
        foreach (var box in await section.Locator("input.g-rules__value[size='4']").AllAsync())
            await box.FillAsync(days);
        await owner.Turn(() => section.GetByRole(AriaRole.Button, new() { Name = "Simpan aturan" }).ClickAsync());
    }
}
