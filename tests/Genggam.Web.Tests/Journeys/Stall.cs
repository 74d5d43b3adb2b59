namespace Genggam.Web.Tests.Journeys;

/// <summary>A food stall that needs its business number.</summary>
internal static class Stall
{
    public const string Service = "nib-mikro-risiko-rendah";

    public static readonly Dictionary<string, string> Answers = new()
    {
        ["usaha.bentuk"] = "perorangan",
        ["usaha.nama"] = "Warung Bu Siti",
        ["usaha.kbli"] = "56102",
        ["usaha.alamat"] = "Jalan Contoh 12, Surabaya",
        ["usaha.wilayah"] = "Kota Surabaya",
        ["usaha.lokasi_khusus"] = "tidak",
        ["usaha.modal"] = "15.000.000",
        ["usaha.tenaga_kerja"] = "2",
        ["pernyataan.benar"] = "ya",
        ["pernyataan.k3l"] = "ya",
        ["pernyataan.standar"] = "ya",
    };
}
