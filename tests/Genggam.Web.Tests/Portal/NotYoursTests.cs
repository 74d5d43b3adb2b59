using Genggam.Journal;
using Genggam.Web.Tests.Harness;
using Genggam.Web.Tests.Journeys;
using Microsoft.Extensions.DependencyInjection;

namespace Genggam.Web.Tests.Portal;

public sealed class NotYoursTests(Host host)
{
    [Theory]
    [InlineData("/berkas/{0}")]
    [InlineData("/berkas/{0}/perbaiki")]
    [InlineData("/berkas/{0}/surat")]
    [InlineData("/berkas/{0}/jawaban")]
    [InlineData("/berkas/{0}/lampiran/0199a1b2c3d47e5f8a9b0c1d2e3f4a5b")]
    [InlineData("/berkas/{0}/dokumen/7K3M-9QXA-20FD-H8WZ")]
    public async Task A_case_of_somebody_else_is_answered_like_one_that_does_not_exist(string path)
    {
        var id = await new Desk.Office(host, "dukcapil-sleman").Apply();
        var stranger = await People.Citizen(host);
        await using var visitor = await host.Visitor(Screen.Phone);
        await stranger.Enter(visitor);
        var heard = new List<string>();
        foreach (var asked in new[] { id.Value, Guid.CreateVersion7() })
        {
            var response = await visitor.Open(string.Format(null, path, asked.ToString("N")));
            Assert.Equal(404, response.Status);
            heard.Add(await visitor.Heard());
        }
        Assert.Contains("WEB-404", heard[0], StringComparison.Ordinal);
        Assert.Equal(heard[0], heard[1]);
    }

    [Fact]
    public async Task Who_follows_a_case_without_an_account_reads_which_offices_opened_it_and_gets_no_links_to_sign_in()
    {
        using var machine = await Api.Machine.Of(host, "bkpm");
        var receipt = await machine.Apply(Api.Forms.Nib, Api.Forms.FoodStall());
        var journal = host.Services.GetRequiredService<JournalStore>();
        var id = new CaseId(Guid.Parse((string)receipt.Ok(201)["id"]!));
        await journal.Access.Record(id, "uji", "supervisor", "dinkes-blitar", "review", DateTimeOffset.UtcNow);
        await using var visitor = await host.Visitor(Screen.Phone, script: false);
        await visitor.Open("/lacak");
        await visitor.Page.GetByLabel("Nomor berkas").FillAsync(receipt["number"]!);
        await visitor.Page.GetByLabel("Kode rahasia").FillAsync(receipt["followCode"]!);
        await visitor.Press("Lacak");
        var heard = await visitor.Heard();
        Assert.Matches("Penyelia, .*Blitar.*, memeriksa permohonan", heard);
        Assert.DoesNotContain("(PDF)", heard, StringComparison.Ordinal);
        Assert.Equal(0, await visitor.Page.Locator("main a[href^='/berkas/']").CountAsync());
    }

    [Fact]
    public async Task A_case_is_not_followed_by_its_number_alone_nor_told_to_exist()
    {
        var id = await new Desk.Office(host, "dukcapil-sleman").Apply();
        var journal = host.Services.GetRequiredService<JournalStore>();
        var number = (await journal.Cases.Find(id))!.Summary.Number!;
        await using var visitor = await host.Visitor(Screen.Phone, script: false);
        var heard = new List<string>();
        foreach (var asked in new[] { number, "DUKSLE-2026-999999-00" })
        {
            await visitor.Open("/lacak");
            await visitor.Page.GetByLabel("Nomor berkas").FillAsync(asked);
            await visitor.Page.GetByLabel("Kode rahasia").FillAsync("AB2CD-34EFG");
            await visitor.Press("Lacak");
            heard.Add((await visitor.Heard()).Replace(asked, "NOMOR", StringComparison.Ordinal));
        }
        Assert.Contains("GG-304", heard[0], StringComparison.Ordinal);
        Assert.Equal(heard[0], heard[1]);
        Assert.Equal("AB2CD-34EFG", await visitor.Page.GetByLabel("Kode rahasia").InputValueAsync());
    }
}
