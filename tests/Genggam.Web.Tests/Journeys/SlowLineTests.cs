using System.Diagnostics;
using Genggam.Journal;
using Genggam.Web.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace Genggam.Web.Tests.Journeys;

public sealed class SlowLineTests(Host host)
{
    private const int BitsPerSecond = 50_000;
    private const int MostBytes = 400 * 1024;
    private static readonly TimeSpan RoundTrip = TimeSpan.FromMilliseconds(400);

    [Fact]
    public async Task A_birth_is_applied_for_over_a_slow_line_that_breaks_three_times_and_nothing_is_typed_twice()
    {
        var mother = await People.Citizen(host);
        await using var line = new SlowLine(host.Address, BitsPerSecond, RoundTrip);
        await using var visitor = await host.Visitor(Screen.Phone, address: line.Address);
        var journey = new Journey(host, visitor, Birth.Service);
        var answers = Birth.Answers(mother);
        var page = visitor.Page;
        var watch = Stopwatch.StartNew();
        await mother.SignIn(visitor);
        await visitor.Open($"/layanan/{Birth.Service}/ajukan");
        await journey.Hands.Choose(page.GetByRole(AriaRole.Radio, new() { Name = "Kota Surabaya" }));
        await journey.Hands.Press("Mulai");
        await journey.Hands.Press("Lanjutkan");

        // The page after the first answers comes only half: its reader loads it again.
        await journey.FillInPage(answers);
        await Break(line, page, "GET /permohonan/", Cut.Answering, "Simpan dan lanjutkan");
        await visitor.Turn(() => page.ReloadAsync());
        Assert.EndsWith("/page_pelapor", page.Url, StringComparison.Ordinal);

        // Answers that are lost under way are sent again, not typed again.
        await To(journey, page, answers, "page_anak");
        await journey.FillInPage(answers);
        await Break(line, page, "POST /permohonan/", Cut.Sending, "Simpan dan lanjutkan");
        await visitor.Turn(() => page.ReloadAsync());
        Assert.EndsWith("/page_tempat_lahir", page.Url, StringComparison.Ordinal);

        // The office has the application, its answer is lost: sent again, it is still one.
        await journey.FillIn(answers);
        await Break(line, page, "POST /permohonan/", Cut.Answering, "Kirim permohonan");
        await visitor.Turn(() => page.ReloadAsync());
        await Assertions.Expect(page.GetByRole(AriaRole.Main)).ToMatchAriaSnapshotAsync(Receipts.Of("DUKSUR"));

        var cases = await CasesOf(mother);
        Assert.Equal(Receipts.Number(await visitor.Heard()), Assert.Single(cases).Summary.Number);
        Assert.Equal(3, line.Cuts);
        TestContext.Current.TestOutputHelper!.WriteLine($"{line.Bytes} bytes in {watch.Elapsed.TotalSeconds:0} s");
        Assert.InRange(line.Bytes, 1, MostBytes);
    }

    private static async Task To(Journey journey, IPage page, Dictionary<string, string> answers, string name)
    {
        while (!page.Url.EndsWith(name, StringComparison.Ordinal))
        {
            await journey.FillInPage(answers);
            await journey.Hands.Press("Simpan dan lanjutkan");
        }
    }

    /// <summary>Presses, loses the line, sees the browser's own page about it, and gets the line back.</summary>
    private static async Task Break(SlowLine line, IPage page, string request, Cut where, string button)
    {
        var dead = line.CutDuring(request, where);
        await page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
        await dead.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        await page.WaitForURLAsync(
            url => url.StartsWith("chrome-error:", StringComparison.Ordinal),
            new() { WaitUntil = WaitUntilState.Load }
        );
        line.Mend();
    }

    private async Task<IReadOnlyList<CaseRow>> CasesOf(Citizen citizen)
    {
        var journal = host.Services.GetRequiredService<JournalStore>();
        var subject = await journal.Subjects.OfNik(citizen.Nik);
        return (await journal.Cases.OfApplicant(subject, 10, null)).Rows;
    }
}
