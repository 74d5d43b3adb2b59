using Genggam.Engine;
using Genggam.Web.Tests.Harness;
using Genggam.Web.Tests.Journeys;

namespace Genggam.Web.Tests.Portal;

public sealed class WithdrawTests(Host host)
{
    [Fact]
    public async Task An_application_is_withdrawn_only_after_a_page_that_says_what_that_means()
    {
        var office = new Desk.Office(host, "dukcapil-sleman");
        var mother = await People.Citizen(host);
        var id = await office.Apply(nik: mother.Nik);
        await using var visitor = await host.Visitor(Screen.Phone, script: false);
        await mother.Enter(visitor);
        await visitor.Open($"/berkas/{id.Value:N}");
        await visitor.Press("Tarik permohonan");
        Assert.EndsWith("/tarik", visitor.Page.Url, StringComparison.Ordinal);
        Assert.Contains("tidak dapat dibuka kembali", await visitor.Heard(), StringComparison.Ordinal);
        Assert.Null((await office.Case(id)).Outcome);

        await using var second = await host.Visitor(Screen.Phone, script: false);
        await mother.Enter(second);
        await second.Open($"/berkas/{id.Value:N}/tarik");
        await visitor.Page.Locator("[name='alasan']").FillAsync(new string('x', 2_001));
        await visitor.Press("Tarik permohonan");
        Assert.Contains("paling banyak 2000 karakter. (FORM-102)", await visitor.Heard(), StringComparison.Ordinal);
        Assert.Null((await office.Case(id)).Outcome);
        await visitor.Page.Locator("[name='alasan']").FillAsync("Salah kota.");
        await visitor.Press("Tarik permohonan");
        Assert.EndsWith($"/berkas/{id.Value:N}", visitor.Page.Url, StringComparison.Ordinal);
        Assert.Equal(CaseLogic.Withdrawn, (await office.Case(id)).Outcome);

        await second.Press("Tarik permohonan");
        Assert.EndsWith($"/berkas/{id.Value:N}", second.Page.Url, StringComparison.Ordinal);
        Assert.Contains("Ditarik", await second.Heard(), StringComparison.Ordinal);
    }
}
