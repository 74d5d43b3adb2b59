using System.Collections.Immutable;
using Genggam.Office.Documents;

namespace Genggam.Office.Tests.Documents;

internal static class Samples
{
    private const string Template = """
        #import "/shared/letters/layout.typ": letter
        #show: letter.with(json(bytes(sys.inputs.data)))
        """;

    public static readonly DocumentCode Code = DocumentCode.New();

    public static LetterContent Content(bool demo = true) =>
        new(
            "id",
            "Kutipan Akta Kelahiran",
            "Birth certificate extract",
            "3578-LU-24112026-000123",
            new(
                "Dinas Kependudukan dan Pencatatan Sipil",
                "Pemerintah Kota Surabaya",
                "Jl. Tunjungan 1-3, Surabaya",
                "(031) 99254200"
            ),
            [
                "Berdasarkan pelaporan kelahiran yang telah diverifikasi menurut ketentuan peraturan perundang-undangan, dicatat bahwa:",
            ],
            [
                new("Nama lengkap", "Full name", "Putri Ayu Lestari"),
                new("Tempat dan tanggal lahir", "Place and date of birth", "Surabaya, 19 November 2026"),
                new("Jenis kelamin", "Sex", "Perempuan"),
                new("Anak ke", "Order of birth", "2 (dua)"),
                new("Nama ibu", "Mother's name", "Dewi Anggraini"),
                new("Nama ayah", "Father's name", "Agus Prasetyo"),
            ],
            ["Kutipan ini dikeluarkan untuk dipergunakan sebagaimana mestinya."],
            "Surabaya, 24 November 2026",
            new("Rahmat Hidayat, S.Sos.", "Kepala Dinas", "NIP 19720101 199803 1 001"),
            null,
            demo
        );

    public static LetterOrder Order(bool demo = true, LetterContent? content = null) =>
        new(
            "/akta-kelahiran/letters/kutipan.typ",
            ImmutableSortedDictionary<string, byte[]>
                .Empty.Add("/akta-kelahiran/letters/kutipan.typ", System.Text.Encoding.UTF8.GetBytes(Template))
                .Add(
                    "/shared/letters/layout.typ",
                    File.ReadAllBytes(Path.Combine(Repository, "services/shared/letters/layout.typ"))
                ),
            content ?? Content(demo),
            Code,
            "Kutipan Akta Kelahiran",
            "Putri Ayu Lestari",
            Workshop.Now,
            null,
            VerifyUrl
        );

    public const string VerifyUrl = "https://genggam.example/periksa";

    private static string Repository
    {
        get
        {
            var folder = AppContext.BaseDirectory;
            while (!File.Exists(Path.Combine(folder, "Genggam.slnx")))
                folder =
                    Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("Not inside the repository.");
            return folder;
        }
    }
}
