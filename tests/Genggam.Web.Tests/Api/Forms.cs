using System.Text.Json.Nodes;

namespace Genggam.Web.Tests.Api;

/// <summary>Whole applications, as bodies.</summary>
internal static class Forms
{
    public const string Nib = "nib-mikro-risiko-rendah";

    public static JsonNode FoodStall() =>
        JsonNode.Parse(
            """
            {
              "agency": "bkpm",
              "applicant": { "nik": "3578014503880002", "name": "Sari Wulandari", "phone": "081234567801" },
              "answers": {
                "usaha": {
                  "bentuk": "perorangan",
                  "nama": "Warung Bu Sari",
                  "kbli": "56102",
                  "alamat": "Jalan Contoh 12, RT 3/RW 5, Kelurahan Genteng",
                  "wilayah": "Kota Surabaya",
                  "lokasi_khusus": "tidak",
                  "modal": 15000000,
                  "tenaga_kerja": 2
                },
                "pernyataan": { "benar": true, "k3l": true, "standar": true }
              }
            }
            """
        )!;

    public const string Birth = "akta-kelahiran";
    public const string Mother = "3578014101900001";

    public static readonly byte[] Picture = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
    );

    /// <param name="paper">An uploaded file that stands for every document.</param>
    public static JsonNode BirthOf(string child, JsonNode paper)
    {
        var body = JsonNode.Parse(
            """
            {
              "agency": "dukcapil-surabaya",
              "applicant": { "nik": "3578014101900001", "name": "Dewi Lestari Contoh", "phone": "081234567802" },
              "answers": {
                "anak": {
                  "asal": "keluarga", "lahir_hidup": "ya", "tempat_lahir_negara": "indonesia",
                  "sudah_tercatat": "tidak", "jenis_kelamin": "L", "jam_lahir": "04:30",
                  "tempat_lahir": "Kota Surabaya", "tempat_dilahirkan": "rumah_sakit", "penolong": "dokter",
                  "kelahiran_ke": 1
                },
                "pemohon": { "hubungan": "ibu" },
                "keluarga": {
                  "nomor_kk": "3578010101150001",
                  "alamat": "Jalan Mawar Contoh 7, RT 2/RW 4, Kelurahan Ketabang"
                },
                "ibu": { "nik": "3578014101900001", "nama": "Dewi Lestari Contoh" },
                "ayah": { "nik": "3578011505880004", "nama": "Agus Prasetyo" },
                "perkawinan": { "bukti": "buku_nikah", "nomor": "0123/045/VI/2015" },
                "dokumen": { "bukti_lahir": "surat" },
                "pernyataan": { "benar": true }
              }
            }
            """
        )!;
        body["answers"]!["anak"]!["nama"] = child;
        body["answers"]!["anak"]!["tanggal_lahir"] = DateTime.UtcNow.AddDays(-20).ToString("yyyy-MM-dd");
        foreach (var name in new[] { "kk", "ktp_ibu", "ktp_ayah", "buku_nikah", "surat_lahir" })
            body["answers"]!["dokumen"]![name] = new JsonArray(paper.DeepClone());
        return body;
    }
}
