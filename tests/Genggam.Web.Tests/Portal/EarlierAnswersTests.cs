using Genggam.Engine;
using Genggam.Journal;
using Genggam.Office.Applications;
using Genggam.Office.Catalogue;
using Genggam.Standards.Feel;
using Genggam.Web.Tests.Harness;
using Genggam.Web.Tests.Journeys;
using Microsoft.Extensions.DependencyInjection;

namespace Genggam.Web.Tests.Portal;

/// <summary>What was given once need not be typed again.</summary>
public sealed class EarlierAnswersTests(Host host)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_business_that_has_its_number_need_not_type_itself_again_for_the_hygiene_certificate()
    {
        var owner = await People.Citizen(host);
        await using var visitor = await host.Visitor(Screen.Phone, script: false);
        await owner.Enter(visitor);
        var first = new Journey(host, visitor, Stall.Service);
        await first.Apply(Stall.Answers);
        await first.Hands.Press("Kirim permohonan");
        var number = Receipts.Number(await visitor.Heard());
        await first.Hands.Press("Lihat keputusan dan dokumen");
        var nib = (await Cases.WithLetter(host, Cases.At(visitor.Page.Url))).Documents.Single(d => d.Letter == "nib");

        var second = new Journey(host, visitor, Kitchen.Service);
        await second.Begin("Kota Surabaya");
        await second.FillInPage(Kitchen.Answers);
        await second.Hands.Press("Simpan dan lanjutkan");
        Assert.EndsWith("/page_usaha", visitor.Page.Url, StringComparison.Ordinal);
        Assert.Equal("Warung Bu Siti", await Typed(visitor, "usaha.nama"));
        Assert.Equal(nib.Number, await Typed(visitor, "usaha.nib"));
        Assert.Contains($"Diisi dari permohonan {number} tanggal", await visitor.Heard(), StringComparison.Ordinal);

        var page = new Uri(visitor.Page.Url).AbsolutePath;
        var draft = new DraftId(Guid.Parse(new Uri(visitor.Page.Url).Segments[2].TrimEnd('/')));
        Assert.True((await Draft(owner, draft)).Data.At("usaha.nama").IsNull);
        await second.FillInPage(new Dictionary<string, string>(Kitchen.Answers) { ["usaha.nama"] = "Warung Kedua" });
        await second.Hands.Press("Simpan dan lanjutkan");
        Assert.Equal("Jalan Contoh 12, Surabaya", await Typed(visitor, "usaha.alamat"));
        await visitor.Open(page);
        Assert.Equal("Warung Kedua", await Typed(visitor, "usaha.nama"));
        Assert.DoesNotContain("Diisi dari permohonan", await visitor.Heard(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_child_is_offered_the_family_of_the_first_but_nobody_else_is_nor_anyone_who_was_erased()
    {
        var mother = await People.Citizen(host);
        var stranger = await People.Citizen(host);
        var office = new Desk.Office(host, "dukcapil-sleman");
        await office.Apply(nik: mother.Nik);
        Assert.Equal(
            [
                "ayah.nama",
                "ayah.nik",
                "ibu.nama",
                "ibu.nik",
                "keluarga.alamat",
                "keluarga.nomor_kk",
                "perkawinan.nomor",
            ],
            (await Offered(mother)).Keys.Where(k => !k.StartsWith("pemohon.", StringComparison.Ordinal)).Order()
        );
        Assert.Empty(await Offered(stranger));

        Assert.Equal("Agus Prasetyo", ((await Offered(mother))["ayah.nama"].Value as FeelString)!.Value);

        var own = await office.Apply(nik: stranger.Nik);
        var erased = new SubjectId((await office.Case(own)).Subjects[EntryCodec.Applicant]);
        Assert.NotEmpty(await Offered(stranger));
        await office.Journal.Subjects.Erase(erased, "uji");
        Assert.DoesNotContain("keluarga.nomor_kk", (await Offered(stranger)).Keys);
    }

    [Fact]
    public async Task A_relative_who_was_erased_is_not_offered_any_more_while_the_rest_of_the_family_is()
    {
        var (aunt, father) = (await People.Citizen(host), await People.Citizen(host));
        var office = new Desk.Office(host, "dukcapil-sleman");
        var subject = await office.Journal.Subjects.OfNik(aunt.Nik);
        var data = (await office.Case(await office.Apply())).Data;
        var handedIn = await host
            .Services.GetRequiredService<Submission>()
            .Submit(
                office.Release,
                office.Agency,
                data.WithAt("pemohon.nik", new FeelString(aunt.Nik)).WithAt("ayah.nik", new FeelString(father.Nik)),
                subject,
                Actor.Citizen(subject.Value.ToString("N")),
                "web",
                Guid.NewGuid().ToString(),
                Cancel
            );
        Assert.IsType<SubmitResult.Submitted>(handedIn);
        Assert.Equal(father.Nik, ((await Offered(aunt))["ayah.nik"].Value as FeelString)!.Value);

        await office.Journal.Subjects.Erase(await office.Journal.Subjects.OfNik(father.Nik), "uji");
        var left = await Offered(aunt);
        Assert.DoesNotContain(left.Keys, key => key.StartsWith("ayah.", StringComparison.Ordinal));
        Assert.Contains("ibu.nama", left.Keys);
    }

    private async Task<IReadOnlyDictionary<string, EarlierAnswer>> Offered(Citizen citizen)
    {
        var subject = await host.Services.GetRequiredService<JournalStore>().Subjects.OfNik(citizen.Nik);
        var form = host.Services.GetRequiredService<ServiceCatalogue>().Find(Birth.Service)!.Form("permohonan")!;
        return await host.Services.GetRequiredService<EarlierAnswers>().For(subject, false, form.Fields, Cancel);
    }

    private async Task<OpenApplication> Draft(Citizen owner, DraftId id)
    {
        var subject = await host.Services.GetRequiredService<JournalStore>().Subjects.OfNik(owner.Nik);
        return (await host.Services.GetRequiredService<ApplicationDesk>().Find(subject, id))!;
    }

    private static Task<string> Typed(Visitor visitor, string key) =>
        visitor.Page.Locator($"[name='{key}']").InputValueAsync();
}
