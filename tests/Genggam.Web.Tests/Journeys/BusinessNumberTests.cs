using System.Diagnostics;
using System.Text.RegularExpressions;
using Genggam.Web.Tests.Harness;
using Microsoft.Playwright;

namespace Genggam.Web.Tests.Journeys;

public sealed partial class BusinessNumberTests(Host host)
{
    private const string Service = "nib-mikro-risiko-rendah";

    private static readonly Dictionary<string, string> Stall = new()
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

    [Theory]
    [InlineData(Screen.Wide, true, Hand.Pointer)]
    public async Task A_food_stall_gets_its_number_at_once_and_anyone_can_check_it(
        Screen screen,
        bool script,
        Hand hand
    )
    {
        await using var visitor = await host.Visitor(screen, script);
        await SignIns.Citizen(visitor);
        var journey = new Journey(host, visitor, Service, hand);

        await visitor.Open($"/layanan/{Service}/ajukan");
        await journey.Press("Mulai");
        await visitor.Press("Lanjutkan");
        await journey.FillIn(Stall);
        await journey.Press("Kirim permohonan");

        await Assertions
            .Expect(visitor.Page.GetByRole(AriaRole.Heading, new() { Name = "Permohonan terkirim" }))
            .ToBeVisibleAsync();
        var number = CaseNumber().Match(await visitor.Heard()).Value;
        var secret = SecretCode().Match(await visitor.Heard()).Value;
        await visitor.Press("Ikuti berkas");
        var document = visitor.Page.GetByRole(AriaRole.Link, new() { NameRegex = Pdf() });
        await Eventually(visitor, document);
        Assert.Contains("Dikabulkan", await visitor.Heard(), StringComparison.Ordinal);

        var pdf = Path.GetTempFileName();
        var response = await visitor.Page.Context.APIRequest.GetAsync(
            new Uri(host.Address, (await document.GetAttributeAsync("href"))!).ToString()
        );
        await File.WriteAllBytesAsync(pdf, await response.BodyAsync(), TestContext.Current.CancellationToken);
        Assert.Contains("Signature is Valid", Run("pdfsig", "-nocert", pdf), StringComparison.Ordinal);
        var text = Run("pdftotext", "-layout", pdf, "-");
        Assert.Contains("Siti Contoh", text, StringComparison.Ordinal);
        Assert.Contains("CONTOH", text, StringComparison.Ordinal);

        var code = DocumentCode().Match(await visitor.Heard()).Value;
        await using var anyone = await host.Visitor(screen, script);
        await anyone.Open($"/periksa?kode={code.ToLowerInvariant()}");
        Assert.Contains("asli dan masih berlaku", await anyone.Heard(), StringComparison.Ordinal);

        await anyone.Open("/lacak");
        await anyone.Page.GetByLabel("Nomor berkas").FillAsync(number);
        await anyone.Page.GetByLabel("Kode rahasia").FillAsync(secret);
        await anyone.Press("Lacak");
        Assert.Contains("Dikabulkan", await anyone.Heard(), StringComparison.Ordinal);
    }

    /// <summary>The letter is made after the receipt: the page is asked again until it shows.</summary>
    private static async Task Eventually(Visitor visitor, ILocator shown)
    {
        for (var tries = 0; tries < 60 && await shown.CountAsync() == 0; tries++)
        {
            await Assertions.Expect(visitor.Page.Locator("main")).ToBeVisibleAsync();
            await visitor.Page.ReloadAsync(new() { WaitUntil = WaitUntilState.NetworkIdle });
        }
        await visitor.LookAround();
        Assert.Equal(1, await shown.CountAsync());
    }

    private static string Run(string command, params string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(command, arguments) { RedirectStandardOutput = true, RedirectStandardError = true }
        )!;
        return process.StandardOutput.ReadToEnd();
    }

    [GeneratedRegex("[A-Z0-9]{2,8}-20[0-9]{2}-[0-9]{6}-[0-9]{2}")]
    private static partial Regex CaseNumber();

    [GeneratedRegex("[A-Z0-9]{5}-[A-Z0-9]{5}")]
    private static partial Regex SecretCode();

    [GeneratedRegex("[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}")]
    private static partial Regex DocumentCode();

    [GeneratedRegex("PDF")]
    private static partial Regex Pdf();
}
