using System.Collections.Immutable;
using System.Text;
using Genggam.Engine;
using Genggam.Office.Catalogue;
using Genggam.Office.Catalogue.Checks;
using Genggam.Office.Catalogue.Overlays;
using Genggam.Standards;

namespace Genggam.Office.Tests.Publishing;

/// <summary>Overlays that try to add a requirement, each refused with number and place; and the one that ships, which passes.</summary>
public sealed class OverlayCheckTests
{
    private const string Good = """
        region: "73.71"
        agency: dukcapil-makassar
        time_limit: { amount: 12, unit: hours, legal_basis: uu-24-2013 }
        """;

    private static readonly CalendarVersion Calendar = ServiceCatalogue.ReadCalendar(Town.ShippedServices, []);

    private static readonly Release Core = ServiceFolder
        .Read(Path.Combine(Town.ShippedServices, "akta-kelahiran"))
        .Value!;

    private static CheckReport Check(params (string Path, string Text)[] files)
    {
        var parts = files.ToImmutableSortedDictionary(
            f => f.Path,
            f => (ImmutableArray<byte>)[.. Encoding.UTF8.GetBytes(f.Text)],
            StringComparer.Ordinal
        );
        return OverlayCheck.Of("73.71", OverlayFolder.FromParts(parts, Core, [], region: "73.71"), Calendar);
    }

    private static Problem Refused(string number, params (string Path, string Text)[] files)
    {
        var report = Check(files);
        Assert.False(report.Passed);
        return Assert.Single(report.Problems.Where(p => p.Number == number).Take(1));
    }

    private static (string, string) Texts(string language, string text) => ($"texts/{language}.yaml", text);

    private static (string, string)[] Words(string yaml, string id = "standard:\n  time: 12 jam\n") =>
        [("overlay.yaml", yaml), Texts("id", id), Texts("en", "standard:\n  time: 12 hours\n")];

    [Fact]
    public void A_shorter_limit_with_its_words_passes() => Assert.True(Check(Words(Good)).Passed);

    [Fact]
    public void The_shipped_overlays_pass_with_their_examples_and_agencies()
    {
        var reports = OverlayCheck.In(Path.Combine(Town.ShippedServices, "akta-kelahiran"), Core, Calendar).ToList();
        var report = Assert.Single(reports);
        Assert.Empty(report.Problems);
        Assert.True(report.Passed);
        Assert.NotEmpty(report.Examples);
    }

    [Fact]
    public void Overlays_are_no_part_of_the_core() =>
        Assert.DoesNotContain(Core.Parts.Keys, path => path.StartsWith("overlays/", StringComparison.Ordinal));

    [Theory]
    [InlineData("permohonan.form", "{}")]
    [InlineData("kelayakan.dmn", "<definitions/>")]
    [InlineData("process.bpmn", "<definitions/>")]
    [InlineData("service.yaml", "id: lain")]
    [InlineData("letters/kutipan.typ", "= Surat")]
    [InlineData("shared/legal.yaml", "a: {}")]
    [InlineData("texts/../../service.yaml", "fee: 1")]
    [InlineData("../72.71/overlay.yaml", "region: x")]
    [InlineData("texts/ID.yaml", "place: x")]
    [InlineData("examples/sub/x.yaml", "name: x")]
    public void A_file_that_is_none_of_an_overlay_is_refused(string path, string text)
    {
        var problem = Refused("OVL-101", [.. Words(Good), (path, text)]);
        Assert.Equal(path, problem.Place.File);
    }

    [Theory]
    [InlineData("form: permohonan")]
    [InlineData("apply: { form: permohonan, guard: kelayakan }")]
    [InlineData("required: [keluarga.surat_rt]")]
    [InlineData("fields: { keluarga.alamat: { min: 20 } }")]
    [InlineData("deemed_approval: { applies: false }")]
    [InlineData("returns: { without_supervisor: 9 }")]
    [InlineData("roles: [lurah]")]
    [InlineData("retention: { years: 1 }")]
    [InlineData("assurance: confirmed")]
    [InlineData("<<: { form: permohonan }")]
    public void A_key_that_a_region_cannot_vary_is_refused_with_its_line(string line)
    {
        var problem = Refused("YAML-003", Words($"{Good}\n{line}\n"));
        Assert.Equal(("overlay.yaml", 4), (problem.Place.File, problem.Place.Line));
        Assert.Contains("known here are", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("optional: [{ field: anak.nama, min: 2, legal_basis: uu-24-2013 }]")]
    [InlineData("optional: [{ field: keluarga.alamat, pattern: x, legal_basis: uu-24-2013 }]")]
    [InlineData("optional: [{ field: anak.jenis_kelamin, options: [L], legal_basis: uu-24-2013 }]")]
    [InlineData("optional: [{ field: keluarga.alamat, required: true, legal_basis: uu-24-2013 }]")]
    public void An_optional_field_is_not_asked_otherwise(string line) =>
        Assert.Equal(4, Refused("YAML-003", Words($"{Good}\n{line}\n")).Place.Line);

    [Theory]
    [InlineData("amount: 25, unit: hours")]
    [InlineData("amount: 1441, unit: minutes")]
    [InlineData("amount: 1, unit: working-days")]
    [InlineData("amount: 0, unit: hours")]
    [InlineData("amount: -1, unit: hours")]
    public void A_limit_that_is_or_may_be_longer_is_refused(string limit)
    {
        var problem = Refused(
            VariationRules.LongerLimit,
            Words(Good.Replace("amount: 12, unit: hours", limit, StringComparison.Ordinal))
        );
        Assert.Equal(("overlay.yaml", 3), (problem.Place.File, problem.Place.Line));
    }

    [Theory]
    [InlineData("amount: 1, currency: IDR")]
    [InlineData("amount: 0, currency: USD")]
    [InlineData("amount: -5, currency: IDR")]
    public void A_fee_that_is_higher_or_another_moneys_is_refused(string fee) =>
        Assert.Equal(
            4,
            Refused(VariationRules.HigherFee, Words($"{Good}\nfee: {{ {fee}, legal_basis: uu-24-2013 }}\n")).Place.Line
        );

    [Theory]
    [InlineData("standard:\n  time: 12 jam\n  requirements: [Surat RT/RW]\n", 3)]
    [InlineData("standard:\n  time: 12 jam\nforms:\n  permohonan:\n    page_pelapor:\n      title: Bawa RT/RW\n", 6)]
    [InlineData("\"standard.requirements.1\": Surat RT/RW\nstandard: { time: 12 jam }\n", 1)]
    [InlineData("summary: Bawa surat RT/RW\nstandard: { time: 12 jam }\n", 1)]
    [InlineData("reasons: { ditolak: Tidak }\nstandard: { time: 12 jam }\n", 1)]
    public void A_text_that_is_the_cores_is_refused_with_its_line(string texts, int line)
    {
        var problem = Refused(VariationRules.CoresText, Words(Good, texts));
        Assert.Equal(("texts/id.yaml", line), (problem.Place.File, problem.Place.Line));
    }

    [Theory]
    [InlineData("optional:\n  - &a { field: keluarga.alamat, legal_basis: uu-24-2013 }\n  - *a\n", 5)]
    [InlineData("opening: !!map { always: true }\n", 4)]
    [InlineData("---\nform: permohonan\n", 4)]
    public void What_yaml_says_by_other_means_than_keys_and_values_is_refused(string tail, int line) =>
        Assert.Equal(line, Refused(PlainYaml.NotPlain, Words($"{Good}\n{tail}")).Place.Line);

    [Fact]
    public void A_key_that_stands_twice_is_refused() => Refused("YAML-001", Words($"{Good}\nregion: \"73.71\"\n"));

    [Theory]
    [InlineData("73.72")]
    [InlineData("../34.04")]
    [InlineData("Makassar")]
    public void A_region_that_is_not_that_of_the_folder_is_refused(string region) =>
        Assert.Equal(1, Refused("OVL-103", Words(Good.Replace("73.71", region, StringComparison.Ordinal))).Place.Line);

    [Fact]
    public void An_overlay_of_another_core_is_refused() =>
        Assert.Equal(4, Refused("OVL-105", Words($"{Good}\ncore: {new string('a', 64)}\n")).Place.Line);

    [Fact]
    public void A_narrower_opening_is_refused() =>
        Refused(
            VariationRules.NarrowerOpening,
            Words(
                $"{Good}\nopening: {{ windows: [{{ from: 2027-06-01T08:00, until: 2027-06-30T16:00 }}], legal_basis: uu-24-2013 }}\n"
            )
        );

    [Theory]
    [InlineData("{ always: false }")]
    [InlineData("{ always: true, windows: [{ from: 2027-06-01, until: 2027-06-02 }] }")]
    [InlineData("{ windows: [{ from: 2027-06-02, until: 2027-06-01 }] }")]
    public void An_opening_that_says_nothing_or_two_things_is_refused(string opening) =>
        Assert.Equal(4, Refused("YAML-002", Words($"{Good}\nopening: {opening}\n")).Place.Line);

    [Theory]
    [InlineData("anak.nama")]
    [InlineData("anak.asal")]
    public void A_field_that_the_service_needs_all_the_same_is_refused(string field) =>
        Refused("OVL-114", Words($"{Good}\noptional: [{{ field: {field}, legal_basis: uu-24-2013 }}]\n"));

    [Theory]
    [InlineData("verifikasi.dokumen_cocok")]
    [InlineData("anak.jam_lahir")]
    [InlineData("surat_rt")]
    public void A_field_that_the_application_does_not_require_is_refused(string field) =>
        Assert.Equal(
            4,
            Refused(
                VariationRules.CoresField,
                Words($"{Good}\noptional: [{{ field: {field}, legal_basis: uu-24-2013 }}]\n")
            ).Place.Line
        );

    [Fact]
    public void An_agency_or_example_of_another_region_is_refused()
    {
        var agencies = Office
            .Agencies.AgencyFile.Read(
                File.ReadAllText(Path.Combine(Town.ShippedServices, "agencies.yaml")),
                "agencies.yaml",
                Office.Agencies.Regions.Load(Office.Agencies.Regions.ShippedFolder)
            )
            .Value!;
        var mine = Check(Words(Good)).Release!;
        Assert.Empty(OverlayCheck.Problems(agencies, mine));
        var theirs = Check(Words(Good.Replace("makassar", "sleman", StringComparison.Ordinal))).Release!;
        Assert.Equal(["OVL-104"], OverlayCheck.Problems(agencies, theirs).Select(p => p.Number));
    }

    [Fact]
    public void An_overlay_names_the_core_beside_it_and_keeps_its_hash_when_it_is_read_again()
    {
        var overlay = Check(Words(Good)).Release!;
        Assert.Equal(Core.Hash, overlay.Variation!.Core);
        var again = OverlayFolder.FromParts(overlay.Parts, Core, []).Value!;
        Assert.Equal(overlay.Hash, again.Hash);
        Assert.Contains(
            Core.Hash,
            Encoding.UTF8.GetString(overlay.Parts["overlay.yaml"].AsSpan()),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void What_is_written_from_a_variation_is_read_as_the_same()
    {
        var overlay = OverlayCheck
            .In(Path.Combine(Town.ShippedServices, "akta-kelahiran"), Core, Calendar)
            .Single()
            .Release!;
        var written = OverlayFolder.FromParts(OverlayWriting.Parts(overlay.Variation!, overlay.Parts), Core, []);
        Assert.Empty(written.Problems);
        Assert.Equal(overlay.Variation!.TimeLimit, written.Value!.Variation!.TimeLimit);
        Assert.Equal(overlay.Variation.Optional, written.Value.Variation.Optional);
        Assert.Equal(overlay.TextsIn("id").Entries, written.Value.TextsIn("id").Entries);
    }
}
