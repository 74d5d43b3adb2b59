using Genggam.Office.Applications;
using Genggam.Web.Tests.Harness;
using Genggam.Web.Tests.Journeys;

namespace Genggam.Web.Tests.Portal;

public sealed class MyCasesTests(Host host)
{
    private const int PageSize = 20;

    [Fact]
    public async Task Who_handed_in_reads_their_answers_again_and_opens_their_own_files_and_no_others()
    {
        var mother = await People.Citizen(host);
        var office = new Desk.Office(host, "dukcapil-sleman");
        var id = await office.Apply(nik: mother.Nik);
        var strange = Attachments.In((await office.Case(await office.Apply())).Data).First();
        await using var visitor = await host.Visitor(Screen.Phone, script: false);
        await mother.Enter(visitor);
        await visitor.Open($"/berkas/{id.Value:N}");
        await visitor.Press("Jawaban yang Anda kirim");
        Assert.Contains("Jalan Mawar Contoh 7", await visitor.Heard(), StringComparison.Ordinal);

        var file = visitor.Page.GetByRole(AriaRole.Link, new() { Name = "surat-lahir.pdf" });
        var own = await Get(visitor, (await file.GetAttributeAsync("href"))!);
        Assert.Equal((200, "%PDF"), (own.Status, (await own.TextAsync())[..4]));
        Assert.Equal(404, (await Get(visitor, $"/berkas/{id.Value:N}/lampiran/{strange.Value:N}")).Status);
    }

    private Task<IAPIResponse> Get(Visitor visitor, string path) =>
        visitor.Page.Context.APIRequest.GetAsync(new Uri(host.Address, path).ToString());

    [Fact]
    public async Task Page_after_page_shows_every_case_once()
    {
        var mother = await People.Citizen(host);
        var office = new Desk.Office(host, "dukcapil-sleman");
        // At once, so that they lie close to one another.
        var ids = await Task.WhenAll(Enumerable.Range(0, 2 * PageSize + 3).Select(_ => office.Apply(nik: mother.Nik)));
        await using var visitor = await host.Visitor(script: false);
        await mother.Enter(visitor);
        await visitor.Open("/berkas");
        // To the last digit: a rounded time would pass over the cases of the same millisecond.
        var first = await office.Journal.Cases.OfApplicant(await office.Journal.Subjects.OfNik(mother.Nik), PageSize);
        var next = visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Berkas sebelumnya" });
        Assert.Contains($"dari={first.Next!.OpenedAt.UtcTicks}&", await next.GetAttributeAsync("href"));

        var seen = new List<Genggam.Journal.CaseId>();
        while (true)
        {
            var links = await visitor.Page.GetByRole(AriaRole.Main).Locator("li a[href^='/berkas/']").AllAsync();
            foreach (var link in links)
                seen.Add(Cases.At(new Uri(host.Address, await link.GetAttributeAsync("href")).ToString()));
            if (await next.CountAsync() == 0)
                break;
            await visitor.Press("Berkas sebelumnya");
        }
        Assert.Equal(ids.OrderBy(id => id.Value), seen.OrderBy(id => id.Value));
    }
}
