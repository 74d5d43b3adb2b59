using System.Globalization;

namespace Genggam.Web.Tests.Journeys;

/// <summary>A restaurant in Surabaya whose kitchen is inspected and whose food goes to the laboratory.</summary>
internal static class Kitchen
{
    public const string Service = "laik-higiene-sanitasi";
    public const string Agency = "dinkes-surabaya";

    public static readonly Dictionary<string, string> Answers = new()
    {
        ["usaha.nama"] = "Warung Bu Sari",
        ["usaha.jenis"] = "rumah_makan",
        ["usaha.keadaan"] = "berjalan",
        ["usaha.nib"] = "2026030000001",
        ["usaha.alamat"] = "Jalan Contoh 12, Kelurahan Genteng, Kota Surabaya",
        ["usaha.luas_dapur"] = "14",
        ["usaha.porsi"] = "120",
        ["usaha.sumber_air"] = "pdam",
        ["usaha.alur_kerja"] = "Bahan diterima, dicuci, dipotong, dimasak, lalu disajikan dari etalase tertutup.",
        ["penjamah.jumlah"] = "3",
        ["penjamah.kursus"] = "ada",
        ["dokumen.sertifikat_kursus"] = "kursus.png",
        ["dokumen.denah_dapur"] = "denah.png",
        ["dokumen.ktp"] = "ktp.png",
        ["dokumen.pas_foto"] = "foto.png",
        ["pernyataan.benar"] = "ya",
        ["pernyataan.bersedia"] = "ya",
    };

    public static readonly Dictionary<string, string> Verified = new()
    {
        ["dokumen_lengkap"] = "ya",
        ["tanggal_inspeksi"] = Day(1),
    };

    public static readonly Dictionary<string, string> Inspected = new()
    {
        ["nilai.bangunan"] = "14",
        ["nilai.fasilitas"] = "18",
        ["nilai.dapur"] = "13",
        ["nilai.makanan"] = "18",
        ["nilai.peralatan"] = "13",
        ["nilai.penjamah"] = "13",
        ["foto"] = "dapur.png",
    };

    public static readonly Dictionary<string, string> Advised = new()
    {
        ["tanggal_pembinaan"] = Day(0),
        ["saran"] = "Cuci tangan dengan sabun, pisahkan talenan mentah dan matang.",
    };

    public static readonly Dictionary<string, string> Mended = new()
    {
        ["perbaikan.keterangan"] = "Talenan sudah dipisah, tempat cuci tangan sudah ada sabun.",
        ["perbaikan.foto"] = "talenan.png",
        ["perbaikan.siap"] = "ya",
    };

    public static Dictionary<string, string> Sampled(string number) =>
        new()
        {
            ["nomor_sampel"] = number,
            ["tanggal_ambil"] = Day(0),
            ["jenis_sampel"] = "makanan air",
            ["segel_utuh"] = "ya",
        };

    /// <param name="coli">Escherichia coli found in the food.</param>
    public static Dictionary<string, string> Tested(string number, string coli) =>
        new()
        {
            ["nomor_hasil"] = number,
            ["ecoli_makanan"] = coli,
            ["coliform_air"] = "0",
            ["ecoli_air"] = "0",
            ["boraks"] = "negatif",
            ["formalin"] = "negatif",
            ["rhodamin_b"] = "negatif",
            ["metanil_yellow"] = "negatif",
        };

    private static string Day(int later) =>
        DateTime.Today.AddDays(later).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
