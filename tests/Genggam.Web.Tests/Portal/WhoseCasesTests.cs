using Genggam.Engine;
using Genggam.Journal;
using Genggam.Office.Applications;
using Genggam.Office.Catalogue;
using Genggam.Office.Effects;
using Genggam.Office.Notices;
using Genggam.Office.People;
using Genggam.Web.Tests.Api;
using Genggam.Web.Tests.Harness;
using Genggam.Web.Tests.Journeys;
using Microsoft.Extensions.DependencyInjection;

namespace Genggam.Web.Tests.Portal;

/// <summary>Somebody signs up with a NIK for which a program has handed in (docs/decisions/whose-cases.md).</summary>
public sealed class WhoseCasesTests(Host host)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_case_that_a_program_handed_in_shows_once_the_counter_has_seen_whose_NIK_it_is()
    {
        var signedUp = await Journeys.People.Citizen(host, "Sari Wulandari");
        var id = await HandedInFor(signedUp.Nik);
        var code = (await Cases.WithLetter(host, id)).Documents[0].Code;
        var own = await new Desk.Office(host, "dukcapil-sleman").Apply(nik: signedUp.Nik);

        await using var visitor = await host.Visitor(Screen.Phone, script: false);
        await signedUp.Enter(visitor);
        await visitor.Open("/berkas");
        Assert.Equal([own], await Listed(visitor));
        Assert.Contains("dokumen identitas", await visitor.Heard(), StringComparison.Ordinal);
        foreach (var path in new[] { "", "/perbaiki", "/tarik", "/surat", "/jawaban", $"/dokumen/{code}" })
            Assert.Equal(404, (await visitor.Open($"/berkas/{id.Value:N}{path}")).Status);
        Assert.False(await IsTold(id, signedUp.Phone, "terbit"));
        Assert.True(await IsTold(own, signedUp.Phone, "diterima"));
        Assert.False(await IsOffered(id, signedUp.Nik, proved: false));
        Assert.True(await IsOffered(id, signedUp.Nik, proved: true));

        await Seen(signedUp);
        await signedUp.Enter(visitor);
        await visitor.Open("/berkas");
        Assert.Equal([own, id], (await Listed(visitor)).OrderByDescending(listed => listed == own));
        Assert.Equal(200, (await visitor.Open($"/berkas/{id.Value:N}")).Status);
        Assert.True(await IsTold(id, signedUp.Phone, "terbit"));
    }

    private async Task<CaseId> HandedInFor(string nik)
    {
        using var machine = await Machine.Of(host, "bkpm");
        var body = Forms.FoodStall();
        body["applicant"]!["nik"] = nik;
        return new CaseId(Guid.Parse((string)(await machine.Apply(Forms.Nib, body)).Ok(201)["id"]!));
    }

    private static async Task<List<CaseId>> Listed(Visitor visitor)
    {
        var listed = new List<CaseId>();
        foreach (var link in await visitor.Page.GetByRole(AriaRole.Main).Locator("li a[href^='/berkas/']").AllAsync())
            listed.Add(Cases.At($"http://localhost{await link.GetAttributeAsync("href")}"));
        return listed;
    }

    /// <summary>Whether a notice of this case reaches that telephone.</summary>
    private async Task<bool> IsTold(CaseId id, string phone, string notice)
    {
        int Count() =>
            host.Services.GetRequiredService<SimulatorOutbox>().Messages.Count(m => m.Message.To.Address == phone);

        var before = Count();
        var effect = new Effect.SendNotice(Guid.NewGuid().ToString(), notice);
        Assert.True(await host.Services.GetRequiredService<SendNotice>().Send(id, effect, Cancel));
        return Count() > before;
    }

    /// <summary>Whether what was given in that case is offered to another application.</summary>
    private async Task<bool> IsOffered(CaseId id, string nik, bool proved)
    {
        var journal = host.Services.GetRequiredService<JournalStore>();
        var form = host.Services.GetRequiredService<ServiceCatalogue>().Find(Forms.Nib)!.Form("permohonan")!;
        var number = (await journal.Cases.Find(id))!.Summary.Number;
        var offered = await host
            .Services.GetRequiredService<EarlierAnswers>()
            .For(await journal.Subjects.OfNik(nik), proved, form.Fields, Cancel);
        return offered.Values.Any(answer => answer.Number == number);
    }

    /// <summary>At the counter, and a password of one's own afterwards.</summary>
    private async Task Seen(Citizen citizen)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var opened = await services
            .GetRequiredService<CounterSignUp>()
            .Open(new(citizen.Nik, citizen.Name, citizen.Phone, true, "id", "petugas"));
        var password = Assert.IsType<CounterResult.Opened>(opened).Password;
        var first = await services.GetRequiredService<SignIn>().Citizen(citizen.Nik, password, Cancel);
        var ticket = Assert.IsType<SignInResult.ChooseOwn>(first).Ticket;
        Assert.IsType<PasswordResult.Changed>(
            await services.GetRequiredService<OwnPassword>().Choose(ticket, DemoPeople.Password)
        );
    }
}
