using System.Text.RegularExpressions;
using Genggam.Office.Notices;
using Genggam.Office.People;
using Genggam.Web.Account;
using Genggam.Web.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Genggam.Web.Tests.Account;

using Visitor = Harness.Visitor;

public sealed partial class SignInTests(Host host)
{
    [Fact]
    public async Task A_citizen_signs_up_on_a_phone_without_script_and_confirms_by_the_code()
    {
        await using var visitor = await host.Visitor(Screen.Phone, script: false);
        await visitor.Open("/daftar");
        await Fill(visitor, "NIK", "3578015203950007");
        await Fill(visitor, "Nama lengkap", "Rina Contoh");
        await Fill(visitor, "Nomor ponsel atau surel", "0812-9999-0007");
        await Fill(visitor, "Kata sandi", "empat kata yang mudah");
        await visitor.Press("Buat akun");
        Assert.EndsWith("/konfirmasi", visitor.Page.Url, StringComparison.Ordinal);

        await visitor.Open("/demo/kotak-pesan");
        Assert.Contains("SIMULATOR", await visitor.Heard(), StringComparison.Ordinal);
        await visitor.Open("/konfirmasi");
        await Fill(visitor, "Kode enam angka", CodeFor("+6281299990007"));
        await visitor.Press("Konfirmasi");
        Assert.Equal("/", new Uri(visitor.Page.Url).AbsolutePath);
        Assert.Contains("genggam.session", await Cookies(visitor));
    }

    [Fact]
    public async Task A_wrong_answer_at_sign_up_is_named_and_what_was_typed_stays()
    {
        await using var visitor = await host.Visitor();
        await visitor.Open("/daftar?lang=id");
        await Fill(visitor, "NIK", "357801");
        await Fill(visitor, "Nama lengkap", "Rina Contoh");
        await visitor.Press("Buat akun");
        Assert.Contains("PEOPLE-101", await visitor.Heard(), StringComparison.Ordinal);
        Assert.Equal("357801", await Box(visitor, "NIK").InputValueAsync());
        Assert.Equal("Rina Contoh", await Box(visitor, "Nama lengkap").InputValueAsync());
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_NIK_are_answered_with_the_same_page()
    {
        await using var visitor = await host.Visitor();
        var heard = new List<string>();
        foreach (var nik in new[] { DemoPeople.Citizens[1].Nik, "3404011505850099" })
        {
            await visitor.Open("/masuk");
            await Fill(visitor, "NIK", nik);
            await Fill(visitor, "Kata sandi", "bukan kata sandinya");
            await visitor.Press("Masuk");
            heard.Add(
                (await visitor.Heard())
                    .Replace(nik, "NIK", StringComparison.Ordinal)
                    .Replace(DemoPeople.Citizens[1].Nik, "NIK", StringComparison.Ordinal)
            );
        }
        Assert.Contains("PEOPLE-201", heard[0], StringComparison.Ordinal);
        Assert.Equal(heard[0], heard[1]);
    }

    [Fact]
    public async Task A_forgotten_password_is_replaced_by_a_code_and_signing_out_ends_the_session()
    {
        // A new password ends every session of its owner: nobody else may be signed in as this person.
        var forgetful = await Journeys.People.Citizen(host);
        await using var visitor = await host.Visitor(script: false);
        await visitor.Open("/pulihkan");
        await Fill(visitor, "NIK", forgetful.Nik);
        await visitor.Press("Kirim kode");
        await Fill(visitor, "Kode enam angka", CodeFor(forgetful.Phone));
        await Fill(visitor, "Kata sandi baru", DemoPeople.Password);
        await visitor.Press("Simpan dan masuk");
        Assert.Contains("genggam.session", await Cookies(visitor));

        await visitor.Open("/keluar");
        await visitor.Press("Keluar");
        Assert.DoesNotContain("genggam.session", await Cookies(visitor));
    }

    [Fact]
    public async Task An_officer_comes_in_only_with_the_second_factor()
    {
        await using var visitor = await host.Visitor();
        await visitor.Open("/petugas/masuk?kembali=%2Fbantuan");
        await Fill(visitor, "Nama pengguna", "verifikator.dukcapil-sleman");
        await Fill(visitor, "Kata sandi", DemoPeople.Password);
        await visitor.Press("Lanjut");
        Assert.DoesNotContain("genggam.session", await Cookies(visitor));
        Assert.Contains("CONTOH", await visitor.Heard(), StringComparison.Ordinal);

        await Fill(visitor, "Kode enam angka", Totp.At(DemoPeople.Secret, DateTimeOffset.UtcNow));
        await visitor.Press("Masuk");
        Assert.Equal("/bantuan", new Uri(visitor.Page.Url).AbsolutePath);
        Assert.Contains("genggam.session", await Cookies(visitor));
    }

    [Fact]
    public async Task A_citizen_changes_the_password_and_another_device_is_signed_out()
    {
        var citizen = await Journeys.People.Citizen(host);
        await using var telephone = await host.Visitor(Screen.Phone, script: false);
        await citizen.SignIn(telephone);
        await using var library = await host.Visitor();
        await citizen.SignIn(library);

        await telephone.Press("Akun");
        Assert.Contains(citizen.Name, await telephone.Heard(), StringComparison.Ordinal);
        await telephone.Press("Ubah Perangkat yang masuk");
        Assert.Contains("Perangkat mana yang dikeluarkan?", await telephone.Heard(), StringComparison.Ordinal);
        await telephone.Press("Keluarkan");
        Assert.Contains("PEOPLE-110", await telephone.Heard(), StringComparison.Ordinal);
        await telephone.Press("Akun");
        await telephone.Press("Ubah Kata sandi");
        await Fill(telephone, "Kata sandi sekarang", "bukan kata sandinya");
        await Fill(telephone, "Kata sandi baru", "empat kata milik saya");
        await telephone.Press("Ganti kata sandi");
        Assert.Contains("PEOPLE-204", await telephone.Heard(), StringComparison.Ordinal);
        await Fill(telephone, "Kata sandi sekarang", DemoPeople.Password);
        await Fill(telephone, "Kata sandi baru", "empat kata milik saya");
        await telephone.Press("Ganti kata sandi");
        Assert.Contains("Kata sandi sudah diganti", await telephone.Heard(), StringComparison.Ordinal);

        await telephone.Open("/berkas");
        Assert.EndsWith("/berkas", telephone.Page.Url, StringComparison.Ordinal);
        await library.Open("/berkas");
        Assert.Contains("/masuk", library.Page.Url, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/berkas?x=1", "/berkas?x=1")]
    [InlineData("https://lain.id", "/")]
    [InlineData("//lain.id", "/")]
    [InlineData("/\\lain.id", "/")]
    [InlineData("/\t/lain.id", "/")]
    [InlineData("", "/")]
    [InlineData(null, "/")]
    public void After_signing_in_one_stays_on_this_site(string? asked, string gone) =>
        Assert.Equal(gone, Sessions.Local(asked, "/"));

    [Theory]
    [InlineData("/konfirmasi")]
    [InlineData("/pulihkan/kode")]
    [InlineData("/petugas/kode")]
    [InlineData("/kata-sandi/pertama")]
    public async Task Nobody_enters_a_code_without_the_step_before(string path)
    {
        using var client = host.Client();
        using var answer = await client.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal(302, (int)answer.StatusCode);
    }

    private static ILocator Box(Visitor visitor, string label) =>
        visitor.Page.GetByLabel(label, new() { Exact = true });

    private static Task Fill(Visitor visitor, string label, string value) => Box(visitor, label).FillAsync(value);

    private static async Task<IEnumerable<string>> Cookies(Visitor visitor) =>
        (await visitor.Page.Context.CookiesAsync()).Select(c => c.Name);

    private string CodeFor(string address) =>
        SixDigits()
            .Match(
                host.Services.GetRequiredService<SimulatorOutbox>()
                    .Messages.First(m => m.Message.To.Address == address)
                    .Message.Body
            )
            .Value;

    [GeneratedRegex(@"\b[0-9]{6}\b")]
    private static partial Regex SixDigits();
}
