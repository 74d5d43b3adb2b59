using Genggam.Engine;
using Genggam.Journal;
using Genggam.Office.Catalogue;
using Genggam.Office.Documents;
using Genggam.Standards.Forms;
using Genggam.Web.Components;
using Genggam.Web.Tests.Harness;
using Genggam.Web.Texts;
using Microsoft.Extensions.DependencyInjection;

namespace Genggam.Web.Tests.Portal;

/// <summary>What the pages say is so.</summary>
public sealed class HonestPagesTests(Host host)
{
    private static readonly TextCatalogue Texts = TextCatalogue.Load();

    private ServiceCatalogue Catalogue => host.Services.GetRequiredService<ServiceCatalogue>();

    [Theory]
    [InlineData("id")]
    [InlineData("en")]
    public void Every_life_event_of_a_service_has_its_words(string language)
    {
        var events = Services().SelectMany(release => release.Service.LifeEvents).Distinct().ToList();
        Assert.NotEmpty(events);
        Assert.All(events, life => Assert.Contains($"events.{life}", Texts.In(language).Keys));
    }

    [Theory]
    [InlineData("id")]
    [InlineData("en")]
    public void Complaints_go_where_there_is_somebody_to_hear_them(string language) =>
        Assert.All(
            Services(),
            release =>
            {
                var ways = release.TextsIn(language).List("standard.complaints");
                Assert.Contains(ways, way => way.Contains("lapor.go.id", StringComparison.Ordinal));
                Assert.DoesNotContain(ways, way => way.Contains("Tombol", StringComparison.Ordinal));
                Assert.DoesNotContain(ways, way => way.Contains("button", StringComparison.OrdinalIgnoreCase));
            }
        );

    [Theory]
    [InlineData("anak.nama", FieldRules.WrongShape, "paling sedikit dua kata")]
    [InlineData("anak.nama", FieldRules.TooLong, "paling banyak 60 karakter")]
    [InlineData("anak.kelahiran_ke", FieldRules.TooSmall, "Anak ke berapa: paling sedikit 60")]
    [InlineData("ibu.nik", FieldRules.WrongNik, "NIK ini tidak mungkin ada")]
    public void What_is_wrong_with_an_answer_is_said_of_the_rule_it_breaks(string key, string rule, string said)
    {
        var release = Catalogue.Find("akta-kelahiran")!;
        var words = new FormWords(release.Form("permohonan")!, release.TextsIn("id"), new Text(Texts, "id"));
        var fault = Assert.Single(words.Faults([new FieldProblem(key, rule, "60")]));
        Assert.Contains(said, fault.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "24 jam (belum dicocokkan dengan peraturan)")]
    [InlineData("", "Layanan Administrasi Kependudukan (belum dicocokkan dengan peraturan)")]
    [InlineData("", "Administrasi Kependudukan, Pasal 79A")]
    [InlineData("?lang=en", "24 hours (not yet checked against the regulation)")]
    [InlineData("?lang=en", "100 years after the case is finished")]
    public async Task A_service_cites_its_laws_with_their_articles_and_says_what_nobody_has_checked(
        string language,
        string said
    )
    {
        using var client = host.Client();
        var page = await client.GetStringAsync(
            $"/layanan/akta-kelahiran{language}",
            TestContext.Current.CancellationToken
        );
        Assert.Contains(said, System.Net.WebUtility.HtmlDecode(page), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("//evil.example/x")]
    [InlineData("///evil.example/x")]
    public async Task The_link_to_the_other_language_stays_on_this_site(string path)
    {
        using var client = host.Client();
        using var request = new HttpRequestMessage(
            HttpMethod.Get,
            new Uri($"{host.Address.GetLeftPart(UriPartial.Authority)}{path}")
        );
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        var page = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("href=\"/evil.example/x?lang=en\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"//", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_is_checked_with_the_date_of_the_office_that_issued_it()
    {
        var office = new Desk.Office(host, "dukcapil-ambon");
        var code = DocumentCode.New().ToString();
        await office.Journal.Documents.Register(
            new Journal.IssuedDocument
            {
                Code = code,
                Number = $"DUKAMB-LU-{code}",
                Case = await office.Apply(),
                Letter = "kutipan",
                ContentHash = Digest.From(new byte[32]),
                Holder = await office.Journal.Subjects.OfNik(Desk.Office.Mother),
                HolderName = "Bima Contoh",
                IssuedAt = new DateTimeOffset(2026, 11, 24, 15, 30, 0, TimeSpan.Zero),
                ValidUntil = new DateTimeOffset(2027, 11, 24, 15, 0, 0, TimeSpan.Zero),
                EffectId = code,
            }
        );
        await using var visitor = await host.Visitor(Screen.Phone, script: false);
        await visitor.Open($"/periksa?kode={code}");
        Assert.Contains("25 November 2026", await visitor.Heard(), StringComparison.Ordinal);
        Assert.Contains("25 November 2027", await visitor.Heard(), StringComparison.Ordinal);
    }

    private IEnumerable<Release> Services() =>
        new[] { "akta-kelahiran", "laik-higiene-sanitasi", "nib-mikro-risiko-rendah" }.Select(id =>
            Catalogue.Find(id)!
        );
}
