using System.Text.RegularExpressions;
using Genggam.Journal;
using Genggam.Office.People;
using Genggam.Web.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace Genggam.Web.Tests.Desk;

/// <summary>An administrator of one agency looks after its officers.</summary>
public sealed class AdminTests(Host host)
{
    private readonly Office office = new(host, "dinkes-makassar");

    [Fact]
    public async Task An_officer_is_added_signs_in_with_the_keys_shown_once_and_is_put_out_at_once()
    {
        var boss = await office.HireAdministrator("Admin Dinas");
        await using var admin = await office.SignedIn(boss, script: false);
        await admin.Open("/kelola/tambah");
        await admin.Press("Tambah petugas");
        var refused = await admin.Heard();
        Assert.Contains("PEOPLE-301", refused, StringComparison.Ordinal);

        await admin.Page.GetByLabel("Nama petugas").FillAsync("Rina Contoh");
        await admin.Page.GetByLabel("Nama pengguna").FillAsync("rina.makassar");
        await admin.Page.GetByLabel("Inspektur").CheckAsync(new() { Force = true });
        await admin.Press("Tambah petugas");
        var password = await admin.Page.Locator(".g-secret").InnerTextAsync();
        var key = await admin.Page.Locator("p code").InnerTextAsync();

        await using var officer = await host.Visitor();
        await officer.Page.GotoAsync("/petugas/masuk");
        await officer.Page.GetByLabel("Nama pengguna", new() { Exact = true }).FillAsync("rina.makassar");
        await officer.Page.GetByLabel("Kata sandi", new() { Exact = true }).FillAsync(password);
        await officer.Page.GetByRole(AriaRole.Button, new() { Name = "Lanjut" }).ClickAsync();
        var code = Totp.At(Base32(key), DateTimeOffset.UtcNow);
        await officer.Page.GetByLabel("Kode enam angka", new() { Exact = true }).FillAsync(code);
        await officer.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = "Masuk" }).ClickAsync();
        await Assertions.Expect(officer.Page).ToHaveURLAsync(new Regex("/kata-sandi/pertama"));
        Assert.Contains("/petugas/masuk", (await officer.Open("/meja")).Url, StringComparison.Ordinal);
        await officer.Open("/kata-sandi/pertama");
        await officer.Page.GetByLabel("Kata sandi baru").FillAsync("kata sandi milik Rina");
        await officer.Press("Simpan dan lanjut");
        Assert.EndsWith("/meja", officer.Page.Url, StringComparison.Ordinal);

        await admin.Open("/kelola");
        await admin.Press("Latihan memulihkan cadangan");
        Assert.Contains("Belum pernah ada latihan yang berhasil", await admin.Heard(), StringComparison.Ordinal);
        var journal = host.Services.GetRequiredService<JournalStore>();
        await journal.Drills.Add(
            new DrillRow(
                DateTimeOffset.UtcNow.AddDays(-40),
                "lama",
                9,
                8,
                7,
                6,
                DateTimeOffset.UtcNow.AddDays(-41),
                null
            )
        );
        await journal.Drills.Add(new DrillRow(DateTimeOffset.UtcNow, "baru", 1, 0, 0, 0, null, "CutTail: 3 entries"));
        await admin.Open("/kelola/cadangan");
        var drills = await admin.Heard();
        Assert.Contains("lebih dari 31 hari", drills, StringComparison.Ordinal);
        Assert.Contains("lama: 8 catatan dari 7 berkas, 6 dokumen, 9 detik", drills, StringComparison.Ordinal);
        Assert.Contains("CutTail", drills, StringComparison.Ordinal);

        await admin.Open("/kelola");
        await admin.Press("Keadaan sistem");
        var state = await admin.Heard();
        Assert.Contains("Perlu dilihat: Latihan memulihkan cadangan", state, StringComparison.Ordinal);
        Assert.Contains("Jurnal dapat ditulis", state, StringComparison.Ordinal);
        Assert.Contains("Permintaan", state, StringComparison.Ordinal);

        await admin.Open("/kelola");
        await admin.Press("Rina Contoh");
        await admin.Press("Ganti kata sandi");
        Assert.NotEqual(password, await admin.Page.Locator(".g-secret").InnerTextAsync());
        Assert.Equal(0, await admin.Page.Locator(".g-qr").CountAsync());
        Assert.Contains("/petugas/masuk", (await officer.Open("/meja")).Url, StringComparison.Ordinal);

        await admin.Open("/kelola");
        await admin.Press("Rina Contoh");
        await admin.Press("Kunci dan keluarkan sekarang");
        Assert.Contains("Dikunci", await admin.Heard(), StringComparison.Ordinal);
        await officer.Open("/meja");
        Assert.Contains("/petugas/masuk", officer.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_officers_of_another_agency_and_the_cases_are_no_business_of_an_administrator()
    {
        var elsewhere = new Office(host, "dukcapil-ambon");
        var stranger = await elsewhere.Hire("Orang Lain", "verifikator");
        await using var admin = await office.SignedIn(await office.HireAdministrator("Admin Dinas"), Screen.Phone);
        await admin.Open("/kelola?instansi=dukcapil-ambon");
        Assert.Contains("Dinas Kesehatan Kota Makassar", await admin.Heard(), StringComparison.Ordinal);
        Assert.Equal(404, (await admin.Open($"/kelola/petugas/{stranger.Id}?instansi=dukcapil-ambon")).Status);
        Assert.Equal(403, (await admin.Open("/meja")).Status);
        await admin.Open("/kelola/keadaan");
        Assert.Contains("Tenggat", await admin.Heard(), StringComparison.Ordinal);
    }

    private static byte[] Base32(string typed)
    {
        var bits = string.Concat(
            typed
                .Replace(" ", "", StringComparison.Ordinal)
                .Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c), 2).PadLeft(5, '0'))
        );
        return [.. bits.Chunk(8).Where(b => b.Length == 8).Select(b => Convert.ToByte(new string(b), 2))];
    }
}
