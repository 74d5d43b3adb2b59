using Genggam.Journal;
using Genggam.Office.Cases;
using Genggam.Office.Catalogue;
using Genggam.Web.Tests.Harness;
using Genggam.Web.Tests.Journeys;
using Microsoft.Extensions.DependencyInjection;

namespace Genggam.Web.Tests.Portal;

public sealed class RefusedThenChangedTests(Host host)
{
    [Fact]
    public async Task An_application_that_a_rule_refused_can_be_changed_and_sent_again()
    {
        var owner = await People.Citizen(host);
        await using var visitor = await host.Visitor(Screen.Phone, script: false);
        await owner.Enter(visitor);
        var answers = new Dictionary<string, string>(Stall.Answers) { ["usaha.modal"] = "1.500.000.000" };
        await new Journey(host, visitor, Stall.Service).Apply(answers);
        await visitor.Press("Kirim permohonan");
        Assert.Contains("GG-103", await visitor.Heard(), StringComparison.Ordinal);
        await visitor.Press("Kirim permohonan");
        Assert.Contains("GG-103", await visitor.Heard(), StringComparison.Ordinal);

        var draft = visitor.Page.Url[..visitor.Page.Url.LastIndexOf('/')];
        await visitor.Open($"{draft}/{PageOf("usaha.modal")}");
        await visitor.Page.Locator("[name='usaha.modal']").FillAsync("15.000.000");
        await visitor.Press("Simpan dan lanjutkan");
        await visitor.Press("Kirim permohonan");
        Assert.Contains("Permohonan terkirim", await visitor.Heard(), StringComparison.Ordinal);
        var journal = host.Services.GetRequiredService<JournalStore>();
        var cases = await journal.Cases.OfApplicant(await journal.Subjects.OfNik(owner.Nik), 10);
        // Whether its letter is made already is another matter.
        Assert.Equal([false, true], cases.Rows.Select(row => row.Summary.State == CaseStates.Refused));
    }

    private string PageOf(string field)
    {
        var release = host.Services.GetRequiredService<ServiceCatalogue>().Find(Stall.Service)!;
        var form = release.Form(release.Service.Apply.Form)!;
        return form.Pages.Single(p => p.Fields.Any(f => f.Key == field)).Id;
    }
}
