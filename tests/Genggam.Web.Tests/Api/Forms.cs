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
}
