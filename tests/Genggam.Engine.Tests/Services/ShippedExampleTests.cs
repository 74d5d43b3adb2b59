using Genggam.Standards.Feel;

namespace Genggam.Engine.Tests.Services;

/// <summary>What the examples of the shipped services come to, told a second time and in one place.</summary>
public sealed class ShippedExampleTests
{
    private static readonly ExampleEnd Nothing = new("", "", [""], [""], "", DateTimeOffset.UnixEpoch);

    public static TheoryData<string, string, string> Ends =>
        new()
        {
            { Shipped.Birth, "01", "closed granted anak_pasangan; documents kutipan" },
            { Shipped.Birth, "02", "closed granted anak_pasangan; documents kutipan" },
            { Shipped.Birth, "03", "closed granted anak_pasangan_belum_tercatat; documents kutipan" },
            { Shipped.Birth, "04", "closed granted anak_ibu; documents kutipan" },
            { Shipped.Birth, "05", "closed granted anak_ditemukan; documents kutipan" },
            { Shipped.Birth, "06", "closed granted anak_pasangan; documents kutipan" },
            { Shipped.Birth, "07", "open; due 2026-11-17T09:00; waiting tandatangan" },
            { Shipped.Birth, "08", "open; due 2026-11-17T09:00; waiting persetujuan" },
            { Shipped.Birth, "09", "closed granted anak_pasangan; documents kutipan" },
            { Shipped.Birth, "10", "open; waiting perbaikan" },
            { Shipped.Birth, "11", "open; due 2026-11-17T14:00; waiting verifikasi" },
            { Shipped.Birth, "12", "closed rejected sudah_tercatat" },
            { Shipped.Birth, "13", "closed rejected data_tidak_benar" },
            { Shipped.Birth, "14", "open; waiting perbaikan" },
            { Shipped.Birth, "15", "open; due 2026-11-19T10:00; waiting verifikasi" },
            { Shipped.Birth, "16", "open; waiting perbaikan" },
            { Shipped.Birth, "17", "refused lahir_luar_negeri" },
            { Shipped.Birth, "18", "refused sudah_punya_akta" },
            { Shipped.Birth, "19", "refused" },
            { Shipped.Birth, "20", "closed withdrawn" },
            { Shipped.Birth, "21", "open; due 2026-11-20T10:00; waiting tandatangan" },
            { Shipped.Birth, "22", "open; due 2026-11-20T10:00; waiting verifikasi" },
            { Shipped.Kitchen, "01", "closed granted laik; documents sertifikat" },
            { Shipped.Kitchen, "02", "closed granted laik; documents sertifikat" },
            { Shipped.Kitchen, "03", "open; due 2026-11-30T16:00; waiting pengambilan_sampel" },
            { Shipped.Kitchen, "04", "open; due 2026-11-30T16:00; waiting inspeksi" },
            { Shipped.Kitchen, "05", "open; due 2026-12-01T16:00; waiting pembinaan" },
            { Shipped.Kitchen, "06", "closed granted laik; documents sertifikat" },
            { Shipped.Kitchen, "07", "closed granted laik; documents sertifikat" },
            { Shipped.Kitchen, "08", "closed rejected pembinaan_habis" },
            { Shipped.Kitchen, "09", "open; due 2026-12-01T16:00; waiting verifikasi_berkas" },
            { Shipped.Kitchen, "10", "open; due 2026-12-01T16:00; waiting verifikasi_berkas" },
            { Shipped.Kitchen, "11", "closed rejected usaha_tidak_ada" },
            { Shipped.Kitchen, "12", "refused pedagang_keliling" },
            { Shipped.Kitchen, "13", "refused dapur_belum_siap" },
            { Shipped.Kitchen, "14", "refused" },
            { Shipped.Kitchen, "15", "closed withdrawn" },
            { Shipped.Kitchen, "16", "open; due 2026-11-30T16:00; waiting uji_laboratorium" },
            { Shipped.Kitchen, "17", "open; due 2026-11-30T16:00; waiting verifikasi_berkas" },
            { Shipped.Kitchen, "18", "closed rejected data_tidak_benar" },
            { Shipped.Kitchen, "19", "open; due 2026-11-30T16:00; waiting verifikasi_berkas" },
            { Shipped.Kitchen, "20", "refused" },
            { Shipped.Stall, "01", "closed granted boleh_nib; documents nib" },
            { Shipped.Stall, "02", "closed granted boleh_nib; documents nib" },
            { Shipped.Stall, "03", "refused modal_melebihi_mikro" },
            { Shipped.Stall, "04", "closed granted boleh_dengan_standar; documents nib, sertifikat_standar" },
            { Shipped.Stall, "05", "refused risiko_menengah_tinggi" },
            { Shipped.Stall, "06", "refused risiko_tinggi" },
            { Shipped.Stall, "07", "refused bukan_perorangan" },
            { Shipped.Stall, "08", "closed rejected lokasi_perlu_kkpr" },
            { Shipped.Stall, "09", "closed granted boleh_nib; documents nib" },
            { Shipped.Stall, "10", "closed granted boleh_dengan_standar; documents nib, sertifikat_standar" },
            { Shipped.Stall, "11", "refused" },
            { Shipped.Stall, "12", "refused" },
            { Shipped.Stall, "13", "closed granted boleh_nib; documents nib" },
        };

    [Theory]
    [MemberData(nameof(Ends))]
    public void An_example_comes_to_its_end_and_asks_for_no_other(string service, string file, string end)
    {
        var example = Shipped.Example(service, file);
        Assert.Empty(ExampleRunner.Run(Shipped.World(service), example).Faults);

        var faults = ExampleRunner.Run(Shipped.World(service), example with { Then = Nothing }).Faults;

        Assert.All(faults, fault => Assert.Null(fault.Step));
        Assert.Equal(["state", "outcome", "reason", "deadline", "waiting", "documents"], faults.Select(Subject));
        Assert.Equal(end, Told(faults.Select(fault => fault.Found)));
    }

    [Theory]
    [InlineData(Shipped.Birth, "06", "persetujuan=wayan tandatangan=hartono verifikasi=siti", "frasa/frasa_2")]
    [InlineData(Shipped.Birth, "09", "perbaikan=pemohon tandatangan=hartono verifikasi=siti", "frasa/frasa_2")]
    [InlineData(
        Shipped.Kitchen,
        "06",
        "inspeksi=joko lapor_perbaikan=pemohon pembinaan=joko pengambilan_sampel=joko persetujuan=wayan tandatangan=hartono uji_laboratorium=ratna verifikasi_berkas=siti",
        "penetapan/penetapan_1"
    )]
    public void When_the_letter_is_asked_for_all_who_had_to_act_have_and_the_act_rests_on_its_rule(
        string service,
        string file,
        string doneBy,
        string rule
    )
    {
        var letter = Assert.Single(ExampleRunner.Run(Shipped.World(service), Shipped.Example(service, file)).Letters);

        Assert.Equal(doneBy, string.Join(' ', letter.Case.DoneBy.Select(done => $"{done.Key}={done.Value}")));
        Assert.Equal([rule], letter.Case.Determination!.Rules);
        Assert.Empty(letter.Case.Documents);
        Assert.Empty(letter.Case.Tasks);
    }

    [Fact]
    public void Letters_are_asked_for_one_after_the_other()
    {
        var example = Shipped.Example(Shipped.Stall, "04");
        var letters = ExampleRunner.Run(Shipped.World(Shipped.Stall), example).Letters;

        Assert.Equal(
            [("nib", 0), ("sertifikat_standar", 1)],
            letters.Select(asked => (asked.Letter, asked.Case.Documents.Length))
        );
        Assert.All(letters, asked => Assert.Equal(example.At, asked.At));
        Assert.Equal("CONTOH/1", letters[1].Case.Documents[0].Number);
        Assert.Equal(example.At.Date, letters[1].Case.Documents[0].IssuedOn.ToDateTime(TimeOnly.MinValue));
    }

    [Fact]
    public void Files_that_an_example_names_count_as_uploaded()
    {
        var asked = ExampleRunner.Run(Shipped.World(Shipped.Birth), Shipped.Example(Shipped.Birth, "09")).Letters[0];

        Assert.Equal(
            """[{"id":"kk-jelas.jpg","nama":"kk-jelas.jpg"}]""",
            FeelJson.Plain(asked.Case.Data.At("dokumen.kk"))
        );
    }

    [Fact]
    public void A_time_that_passes_counts_for_what_is_done_after_it()
    {
        var asked = ExampleRunner.Run(Shipped.World(Shipped.Kitchen), Shipped.Example(Shipped.Kitchen, "01")).Letters;
        Assert.Equal("2026-11-19T09:00:00+07:00", Assert.Single(asked).At.ToString("yyyy-MM-ddTHH:mm:sszzz", null));
    }

    private static string Subject(ExampleFault fault) => fault.Found.Split(' ')[0];

    /// <summary>State, outcome and reason, and what there is of the rest.</summary>
    private static string Told(IEnumerable<string> found)
    {
        var told = found.ToDictionary(f => f.Split(' ', 2)[0], f => f.Split(' ', 2)[1]);
        var deadline = told["deadline"];
        string[] parts =
        [
            string.Join(' ', new[] { told["state"], told["outcome"], told["reason"] }.Where(word => word != "none")),
            deadline.Length == 0 ? "" : $"due {deadline[..16]}",
            told["waiting"].Length == 0 ? "" : $"waiting {told["waiting"]}",
            told["documents"].Length == 0 ? "" : $"documents {told["documents"]}",
        ];
        return string.Join("; ", parts.Where(part => part.Length > 0));
    }
}
