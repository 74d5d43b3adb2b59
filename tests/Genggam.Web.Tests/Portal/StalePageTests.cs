using Genggam.Journal;
using Genggam.Office.Applications;
using Genggam.Standards.Feel;
using Genggam.Web.Tests.Harness;
using Genggam.Web.Tests.Journeys;
using Microsoft.Extensions.DependencyInjection;

namespace Genggam.Web.Tests.Portal;

/// <summary>One application open in two windows.</summary>
public sealed class StalePageTests(Host host)
{
    private const string Name = "usaha.nama";
    private const string Send = "Simpan dan lanjutkan";

    [Fact]
    public async Task Newer_answers_are_not_overwritten_unseen_and_the_citizen_chooses()
    {
        var owner = await People.Citizen(host);
        await using var old = await host.Visitor(Screen.Phone, script: false);
        var draft = await ToTheBusiness(owner, old);
        await using var other = await Second(owner, old);
        await Answer(other, "Warung Baru");
        await other.Press(Send);

        await Answer(old, "Warung Lama");
        await old.Press(Send);
        var heard = await old.Heard();
        Assert.Contains("GG-108", heard, StringComparison.Ordinal);
        Assert.Contains("Warung Baru", heard, StringComparison.Ordinal);
        Assert.Equal("Warung Lama", await old.Page.Locator($"[name='{Name}']").InputValueAsync());
        Assert.Equal("Warung Baru", await Stored(owner, draft));

        await old.Press("Simpan yang saya ketik");
        Assert.DoesNotContain("/page_usaha", old.Page.Url, StringComparison.Ordinal);
        Assert.Equal("Warung Lama", await Stored(owner, draft));

        await other.Open($"/permohonan/{draft.Value:N}/page_usaha");
        await Answer(old, "Warung Ketiga", at: draft);
        await old.Press(Send);
        await Answer(other, "Warung Keempat");
        await other.Press(Send);
        await other.Press("Pakai yang tersimpan");
        Assert.Equal("Warung Ketiga", await Stored(owner, draft));
    }

    [Fact]
    public async Task What_another_window_saved_of_other_pages_disturbs_nobody_nor_does_the_same_form_sent_twice()
    {
        var owner = await People.Citizen(host);
        await using var old = await host.Visitor(Screen.Phone, script: false);
        var draft = await ToTheBusiness(owner, old);
        await using var other = await Second(owner, old);
        await other.Open($"/permohonan/{draft.Value:N}/page_tempat");
        await new Journey(host, other, Stall.Service).FillInPage(Stall.Answers);
        await other.Press(Send);
        await Answer(old, "Warung Bu Siti");
        await old.Press(Send);
        Assert.DoesNotContain("/page_usaha", old.Page.Url, StringComparison.Ordinal);

        await other.Open($"/permohonan/{draft.Value:N}/page_usaha");
        await Answer(other, "Warung Bu Siti");
        await Answer(old, "Warung Bu Sari", at: draft);
        await old.Press(Send);
        await Answer(other, "Warung Bu Sari");
        await other.Press(Send);
        Assert.DoesNotContain("/page_usaha", other.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_answers_that_were_read_are_handed_in()
    {
        var owner = await People.Citizen(host);
        await using var sender = await host.Visitor(Screen.Phone, script: false);
        await owner.Enter(sender);
        await new Journey(host, sender, Stall.Service).Apply(Stall.Answers);
        await using var other = await Second(owner, sender);
        var draft = new DraftId(Guid.Parse(new Uri(sender.Page.Url).Segments[2].TrimEnd('/')));
        await Answer(other, "Warung Baru", at: draft);
        await other.Press(Send);

        await sender.Press("Kirim permohonan");
        var heard = await sender.Heard();
        Assert.Contains("GG-108", heard, StringComparison.Ordinal);
        Assert.Contains("Warung Baru", heard, StringComparison.Ordinal);
        Assert.Equal("Warung Baru", await Stored(owner, draft));
        await sender.Press("Kirim permohonan");
        Assert.Contains("Nomor berkas Anda", await sender.Heard(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_of_an_older_release_is_not_saved_before_the_new_form_was_seen()
    {
        var owner = await People.Citizen(host);
        await using var old = await host.Visitor(Screen.Phone);
        var draft = await ToTheBusiness(owner, old);
        await Answer(old, "Warung Lama");
        await old.Page.EvaluateAsync(
            "document.querySelector('[name=versi]').value = document.querySelector('[name=versi]').value.replace(/[.].*/, '.0000000000000000')"
        );
        await old.Press(Send);
        Assert.Contains("GG-110", await old.Heard(), StringComparison.Ordinal);
        Assert.Null(await Stored(owner, draft));
        await old.Press("Simpan yang saya ketik");
        Assert.Equal("Warung Lama", await Stored(owner, draft));
    }

    private async Task<DraftId> ToTheBusiness(Citizen owner, Visitor visitor)
    {
        await owner.Enter(visitor);
        var journey = new Journey(host, visitor, Stall.Service);
        await journey.Begin();
        while (!visitor.Page.Url.EndsWith("/page_usaha", StringComparison.Ordinal))
        {
            await journey.FillInPage(Stall.Answers);
            await journey.Hands.Press(Send);
        }
        return new DraftId(Guid.Parse(new Uri(visitor.Page.Url).Segments[2].TrimEnd('/')));
    }

    private async Task<Visitor> Second(Citizen owner, Visitor first)
    {
        var second = await host.Visitor(Screen.Phone, script: false);
        await owner.Enter(second);
        await second.Open(new Uri(first.Page.Url).AbsolutePath);
        return second;
    }

    private async Task Answer(Visitor visitor, string name, DraftId? at = null)
    {
        if (at is { } draft)
            await visitor.Open($"/permohonan/{draft.Value:N}/page_usaha");
        await new Journey(host, visitor, Stall.Service).FillInPage(
            new Dictionary<string, string>(Stall.Answers) { [Name] = name }
        );
    }

    private async Task<string?> Stored(Citizen owner, DraftId draft)
    {
        var subject = await host.Services.GetRequiredService<JournalStore>().Subjects.OfNik(owner.Nik);
        var application = await host.Services.GetRequiredService<ApplicationDesk>().Find(subject, draft);
        return (application!.Data.At(Name) as FeelString)?.Value;
    }
}
