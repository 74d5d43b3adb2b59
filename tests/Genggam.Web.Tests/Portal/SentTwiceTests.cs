using Genggam.Journal;
using Genggam.Web.Tests.Harness;
using Genggam.Web.Tests.Journeys;
using Microsoft.Extensions.DependencyInjection;

namespace Genggam.Web.Tests.Portal;

public sealed class SentTwiceTests(Host host)
{
    [Fact]
    public async Task An_application_that_is_sent_twice_at_once_is_one_case()
    {
        var owner = await People.Citizen(host);
        await using var visitor = await host.Visitor();
        await owner.Enter(visitor);
        await new Journey(host, visitor, Stall.Service).Apply(Stall.Answers);
        var answers = await visitor.Page.EvaluateAsync<string[]>(
            """
            async () => {
                const body = new URLSearchParams(new FormData(document.querySelector('main form')));
                const sent = [1, 2].map(() => fetch(location.href, { method: 'POST', body }));
                return await Promise.all((await Promise.all(sent)).map(answer => answer.text()));
            }
            """
        );
        var number = Assert.Single(await CasesOf(owner)).Summary.Number!;
        Assert.All(answers, page => Assert.Contains(number, page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Answers_to_an_application_that_was_sent_meanwhile_are_shown_with_the_number_of_the_refusal()
    {
        var owner = await People.Citizen(host);
        await using var sender = await host.Visitor(Screen.Phone);
        await owner.Enter(sender);
        await new Journey(host, sender, Stall.Service).Apply(Stall.Answers);
        await using var late = await host.Visitor(Screen.Phone, script: false);
        await owner.Enter(late);
        await late.Open(new Uri(sender.Page.Url).AbsolutePath.Replace("/kirim", "/page_usaha"));
        await late.Page.Locator("[name='usaha.nama']").FillAsync("Warung Bu Siti Baru");

        await sender.Press("Kirim permohonan");
        await late.Press("Simpan dan lanjutkan");
        var heard = await late.Heard();
        Assert.Contains("GG-101", heard, StringComparison.Ordinal);
        Assert.Contains("Warung Bu Siti Baru", heard, StringComparison.Ordinal);
        await late.Press("Ikuti berkas");
        Assert.Equal(Assert.Single(await CasesOf(owner)).Case, Cases.At(late.Page.Url));
    }

    private async Task<IReadOnlyList<CaseRow>> CasesOf(Citizen citizen)
    {
        var journal = host.Services.GetRequiredService<JournalStore>();
        var subject = await journal.Subjects.OfNik(citizen.Nik);
        return (await journal.Cases.OfApplicant(subject, 10)).Rows;
    }
}
