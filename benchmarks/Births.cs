using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Genggam.Benchmarks;

/// <summary>Births handed in over the API at one office, which wait there to be verified.</summary>
internal sealed class Births(HttpClient client, string paper)
{
    public const string Service = "akta-kelahiran";
    public const string Agency = "dukcapil-surabaya";
    private const string Mother = "3578014101900001";

    private const string Body = """
        {"agency":"AGENCY","applicant":{"nik":"NIK","name":"Dewi Lestari Contoh","phone":"081234567802"},
        "answers":{"anak":{"asal":"keluarga","lahir_hidup":"ya","tempat_lahir_negara":"indonesia","sudah_tercatat":"tidak",
        "nama":"Bima Arya Prasetyo","jenis_kelamin":"L","tanggal_lahir":"BORN","jam_lahir":"04:30",
        "tempat_lahir":"Kota Surabaya","tempat_dilahirkan":"rumah_sakit","penolong":"dokter","kelahiran_ke":1},
        "pemohon":{"hubungan":"ibu"},"keluarga":{"nomor_kk":"3578010101150001","alamat":"Jalan Mawar Contoh 7, Ketabang"},
        "ibu":{"nik":"NIK","nama":"Dewi Lestari Contoh"},"ayah":{"nik":"3578011505880004","nama":"Agus Prasetyo"},
        "perkawinan":{"bukti":"buku_nikah","nomor":"0123/045/VI/2015"},
        "dokumen":{"bukti_lahir":"surat","kk":[PAPER],"ktp_ibu":[PAPER],"ktp_ayah":[PAPER],"buku_nikah":[PAPER],
        "surat_lahir":[PAPER]},"pernyataan":{"benar":true}}}
        """;

    private static readonly byte[] Picture = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
    );

    private readonly string body = Body.Replace("AGENCY", Agency, StringComparison.Ordinal)
        .Replace("NIK", Mother, StringComparison.Ordinal)
        .Replace("PAPER", paper, StringComparison.Ordinal)
        .Replace(
            "BORN",
            DateTime.UtcNow.AddDays(-20).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            StringComparison.Ordinal
        );

    /// <summary>With one picture stored that stands for every document.</summary>
    public static async Task<Births> At(HttpClient client)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(Mother), "nik" },
            { new ByteArrayContent(Picture), "file", "kk.png" },
        };
        using var answer = await client.PostAsync("/api/v1/attachments", form);
        answer.EnsureSuccessStatusCode();
        return new Births(client, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetRawText());
    }

    public HttpRequestMessage Application()
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/services/{Service}/applications")
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString());
        return request;
    }

    /// <returns>Its number.</returns>
    public async Task<string> HandIn()
    {
        using var request = Application();
        using var answer = await client.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("number").GetString()!;
    }
}
