using Genggam.Office.Catalogue;
using Genggam.Office.Catalogue.Checks;
using Genggam.Office.Documents;
using Genggam.Standards;

namespace Genggam.Office.Tests.Publishing;

/// <summary>What cannot work is refused before anybody applies, with its file, its place and what to do.</summary>
public sealed class ServiceCheckTests : IDisposable
{
    private const string Birth = "akta-kelahiran";
    private const string Kitchen = "laik-higiene-sanitasi";
    private const string Stall = "nib-mikro-risiko-rendah";
    private readonly ServicesCopy services = new();

    public void Dispose() => services.Dispose();

    [Theory]
    [InlineData("theme:", "thema:", "YAML-003", "thema", "did you mean theme?")]
    [InlineData("fee: { amount: 0", "fee: { amont: 0", "YAML-003", "fee.amont", "did you mean amount?")]
    [InlineData("time_limit:", "limit:", "YAML-002", "time_limit.amount", "is missing")]
    [InlineData("check: {", "# check: {", "YAML-002", "check", "is missing: write check: { form:")]
    [InlineData("decision: kelayakan }", "}", "YAML-002", "check.decision", "is missing: it needs a decision")]
    [InlineData("form: cek,", "form: cekk,", "SVC-103", "check", "did you mean cek?")]
    [InlineData("decision: kelayakan", "decision: kelayakn", "SVC-104", "check", "did you mean kelayakan?")]
    [InlineData("always:", "alwyas:", "YAML-003", "opening.alwyas", "did you mean always?")]
    [InlineData(
        "{ always: true }",
        "{ always: false }",
        "YAML-002",
        "opening",
        "is either { always: true } or windows"
    )]
    [InlineData("{ always: true }", "{ windows: [] }", "YAML-002", "opening", "is either { always: true } or windows")]
    [InlineData(
        "{ always: true }",
        "{ windows: [{ from: 2027-06-01T08:00, until: 2027-06-30 }] }",
        "YAML-002",
        "opening",
        "needs text: KEY"
    )]
    [InlineData(
        "{ always: true }",
        "{ text: name, windows: [{ from: 2027-06-01, until: 9999-12-31 }] }",
        "YAML-002",
        "opening.windows.1",
        "of the years 2000 to 2100"
    )]
    [InlineData(
        "{ always: true }",
        "{ text: name, windows: [{ from: 2027-06-31, until: 2027-06-30 }] }",
        "YAML-002",
        "opening.windows.1",
        "such as 2027-06-01T08:00"
    )]
    [InlineData(
        "{ always: true }",
        "{ text: name, windows: [{ from: 2027-06-30, until: 2027-06-01 }] }",
        "YAML-002",
        "opening.windows.1",
        "ends before it begins"
    )]
    [InlineData(
        "{ always: true }",
        "{ text: name, legal_basis: uu-1-1900, windows: [{ from: 2027-06-01, until: 2027-06-30 }] }",
        "SVC-102",
        "opening",
        "uu-1-1900 is not in legal"
    )]
    [InlineData("{ years: 3 }", "{ year: 3 }", "YAML-003", "letters.sertifikat.validity.year", "did you mean years?")]
    [InlineData("{ years: 3 }", "{ }", "YAML-002", "letters.sertifikat.validity", "{ forever: true }")]
    [InlineData("years: 10, ", "", "YAML-002", "retention.years", "is missing")]
    [InlineData("may_erase: true, ", "", "YAML-002", "retention.may_erase", "is missing")]
    [InlineData("retention: {", "retention: 10 # {", "YAML-004", "retention", "holds keys: ")]
    [InlineData("separation:\n", "separation: inspeksi\nold:\n", "YAML-004", "separation", "is a list")]
    [InlineData("  requirements:", "  requirments:", "SVC-109", "standard.requirments", "did you mean requirements?")]
    [InlineData(
        "legal_basis: uu-43-2009,",
        "legal_basis: uu-43-2008,",
        "SVC-102",
        "retention",
        "uu-43-2008 is not in legal"
    )]
    [InlineData("{agency}/SLHS", "{agenci}/SLHS", "SVC-110", "letters.sertifikat.number", "did you mean {agency}?")]
    [InlineData("/{seq:5}", "", "SVC-110", "letters.sertifikat.number", "two letters would have one number")]
    [InlineData(
        "holder: pemohon.nama",
        "holder: pemohon.namaa",
        "SVC-113",
        "letters.sertifikat.holder",
        "mean pemohon.nama?"
    )]
    [InlineData(
        "signer: penandatangan",
        "signer: penandatanga",
        "SVC-111",
        "letters.sertifikat.signer",
        "did you mean"
    )]
    [InlineData(
        "subject: pemohon",
        "subject: pemilik",
        "SVC-112",
        "letters.sertifikat.subject",
        "none of the subjects"
    )]
    public void A_mistake_in_the_promise_of_a_service_is_named(
        string from,
        string to,
        string number,
        string place,
        string words
    )
    {
        services.Change($"{Kitchen}/service.yaml", from, to);

        var fault = Assert.Single(
            services.ErrorsOf(Kitchen),
            p => p.Number == number && p.Place.Element == place && p.Place.File == "service.yaml"
        );
        Assert.Contains(words, fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{usaha.nama}", "{usaha.namaa}", "did you mean usaha.nama?")]
    [InlineData("{usaha.nama}", "{Usaha.nama}", "{Usaha.nama} would be printed as it stands")]
    [InlineData(
        "{usaha.jenis:forms.permohonan.fields.usaha.jenis.options}",
        "{usaha.jenis:jenis}",
        "no text under jenis"
    )]
    [InlineData("{usaha.nib} | optional", "{usaha.nib} | optionl", "\"Label | value | optional\"")]
    [InlineData("{uji_laboratorium.nomor_hasil}", "{uji_laboratorium.nomor}", "No form and no rule gives")]
    [InlineData("{usaha.alamat}", "{dokumen.denah_dapur}", "is a list")]
    public void A_line_of_a_letter_that_nothing_fills_is_named(string from, string to, string words)
    {
        services.Change($"{Kitchen}/texts/id.yaml", from, to);

        Assert.Contains(
            services.ErrorsOf(Kitchen),
            p =>
                p is { Number: "SVC-204", Place: { File: "texts/id.yaml", Element: { } at } }
                && at.StartsWith("letters.sertifikat.rows.", StringComparison.Ordinal)
                && p.Message.Contains(words, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void What_is_missing_is_said_once()
    {
        services.Change($"{Kitchen}/service.yaml", "check: {", "# check: {");

        Assert.Equal("check", Assert.Single(services.ErrorsOf(Kitchen)).Place.Element);
    }

    [Fact]
    public void A_time_in_an_example_that_is_none_is_told_with_how_it_is_written()
    {
        services.Change($"{Kitchen}/examples/01-lulus-sekali.yaml", "wait: P1D", "wait: 1 day");

        var fault = Assert.Single(services.ErrorsOf(Kitchen));

        Assert.Equal(("YAML-002", "steps.3.wait"), (fault.Number, fault.Place.Element));
        Assert.Contains("such as P2D", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_slot_of_a_notice_that_nothing_fills_is_named()
    {
        services.Change($"{Stall}/texts/en.yaml", "{link}", "{lnk}");

        Assert.All(
            services.ErrorsOf(Stall),
            p =>
            {
                Assert.Equal(("SVC-205", "texts/en.yaml"), (p.Number, p.Place.File));
                Assert.Contains("did you mean link?", p.Message, StringComparison.Ordinal);
            }
        );
        Assert.NotEmpty(services.ErrorsOf(Stall));
    }

    [Fact]
    public void A_line_that_has_no_data_in_an_example_is_named_with_the_example()
    {
        services.Change($"{Birth}/texts/id.yaml", "{ayah.nama} | optional", "{ayah.nama}");

        var fault = Assert.Single(services.ErrorsOf(Birth));
        Assert.Equal(("DOC-107", "letters.kutipan"), (fault.Number, fault.Place.Element));
        Assert.Contains("examples/04-anak-seorang-ibu.yaml", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_word_that_an_example_does_not_know_is_no_demand_of_it()
    {
        services.Change($"{Stall}/examples/01-warung-makan.yaml", "documents:", "documnets:");

        var fault = Assert.Single(services.ErrorsOf(Stall));
        Assert.Equal("examples/01-warung-makan.yaml", fault.Place.File);
        Assert.Contains("did you mean documents?", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_promise_that_is_no_yaml_is_one_problem()
    {
        services.Change($"{Stall}/service.yaml", "fee: {", "fee: [");

        var fault = Assert.Single(services.ErrorsOf(Stall));
        Assert.Equal(("YAML-001", "service.yaml", 7), (fault.Number, fault.Place.File, fault.Place.Line));
    }

    [Fact]
    public void A_copied_folder_keeps_no_other_services_id()
    {
        Directory.Move(Path.Combine(services.Folder, Birth), Path.Combine(services.Folder, "akta-kematian"));

        var fault = Assert.Single(services.ErrorsOf("akta-kematian"));
        Assert.Equal(("SVC-108", "id"), (fault.Number, fault.Place.Element));
    }

    [Fact]
    public void A_folder_without_what_services_share_is_told_so_once()
    {
        File.Delete(Path.Combine(services.Folder, "legal.yaml"));
        Directory.Delete(Path.Combine(services.Folder, "calendars"), recursive: true);
        Directory.Delete(Path.Combine(services.Folder, "shared"), recursive: true);

        var fault = Assert.Single(services.ErrorsOf(Birth));
        Assert.Equal("SVC-006", fault.Number);
        Assert.Contains(
            $"in {services.Folder}, there is no legal.yaml, no calendars/, no shared/",
            fault.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Every_letter_of_every_shipped_service_is_laid_out_without_a_word()
    {
        await using var worker = new LetterWorker();
        foreach (var service in new[] { Birth, Kitchen, Stall })
        {
            var report = services.Check(service);
            Assert.Empty(report.Problems);
            Assert.Empty(await LetterCheck.LayOut(report, worker, TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task A_template_that_cannot_be_laid_out_is_named_with_its_line()
    {
        await File.AppendAllTextAsync(
            Path.Combine(services.Folder, Stall, "letters", "nib.typ"),
            "#nosuch(3)\n",
            TestContext.Current.CancellationToken
        );
        await using var worker = new LetterWorker();

        var problems = await LetterCheck.LayOut(services.Check(Stall), worker, TestContext.Current.CancellationToken);

        var fault = Assert.Single(problems);
        Assert.Equal(
            ("DOC-101", "letters/nib.typ", 3, Severity.Error),
            (fault.Number, fault.Place.File, fault.Place.Line, fault.Severity)
        );
        Assert.Contains("nosuch", fault.Message, StringComparison.Ordinal);
    }
}
