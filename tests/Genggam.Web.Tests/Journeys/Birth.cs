using Genggam.Web.Tests.Harness;

namespace Genggam.Web.Tests.Journeys;

/// <summary>A birth in Surabaya, twenty days ago, with every document.</summary>
internal static class Birth
{
    public const string Service = "akta-kelahiran";
    public const string Agency = "dukcapil-surabaya";

    public static readonly Dictionary<string, string> Verified = new()
    {
        ["dokumen_cocok"] = "ya",
        ["siak_dicek"] = "ya",
    };

    public static readonly Dictionary<string, string> Signed = new() { ["data_dibaca"] = "ya" };

    /// <summary>Begins an application and answers until the page with text boxes and a file is open.</summary>
    public static async Task<Journey> ToThePageOfTheFamily(
        Host host,
        Visitor visitor,
        IReadOnlyDictionary<string, string> answers
    )
    {
        var journey = new Journey(host, visitor, Service);
        await journey.Begin("Kota Surabaya");
        while (!visitor.Page.Url.EndsWith("/page_keluarga", StringComparison.Ordinal))
        {
            await journey.FillInPage(answers);
            await journey.Hands.Press("Simpan dan lanjutkan");
        }
        return journey;
    }

    public static Dictionary<string, string> Answers(Citizen mother) =>
        new()
        {
            ["anak.asal"] = "keluarga",
            ["anak.lahir_hidup"] = "ya",
            ["anak.tempat_lahir_negara"] = "indonesia",
            ["anak.sudah_tercatat"] = "tidak",
            ["pemohon.hubungan"] = "ibu",
            ["keluarga.nomor_kk"] = "3578010101150001",
            ["keluarga.alamat"] = "Jalan Mawar Contoh 7, Surabaya",
            ["dokumen.kk"] = "kk.png",
            ["anak.nama"] = "Bima Ariya Prasetyo",
            ["anak.jenis_kelamin"] = "L",
            ["anak.tanggal_lahir"] = DateTime.Today.AddDays(-20).ToString("yyyy-MM-dd"),
            ["anak.tempat_lahir"] = "Kota Surabaya",
            ["anak.tempat_dilahirkan"] = "rumah_sakit",
            ["anak.penolong"] = "dokter",
            ["ibu.nik"] = mother.Nik,
            ["ibu.nama"] = mother.Name,
            ["dokumen.ktp_ibu"] = "ktp-ibu.png",
            ["perkawinan.bukti"] = "buku_nikah",
            ["perkawinan.nomor"] = "0123/045/VI/2015",
            ["dokumen.buku_nikah"] = "buku-nikah.png",
            ["ayah.nik"] = "3578011505880004",
            ["ayah.nama"] = "Agus Prasetyo",
            ["dokumen.ktp_ayah"] = "ktp-ayah.png",
            ["dokumen.bukti_lahir"] = "surat",
            ["dokumen.surat_lahir"] = "surat-lahir.png",
            ["pernyataan.benar"] = "ya",
        };
}
