using System.Diagnostics;
using System.Text.RegularExpressions;
using Genggam.Web.Tests.Harness;

namespace Genggam.Web.Tests.Journeys;

public sealed class BusinessNumberTests(Host host)
{
    [Theory]
    [InlineData(Screen.Phone, true, Hand.Pointer)]
    [InlineData(Screen.Wide, false, Hand.Pointer)]
    [InlineData(Screen.Wide, true, Hand.Keyboard)]
    public async Task A_food_stall_gets_its_number_at_once_and_anyone_can_check_it(
        Screen screen,
        bool script,
        Hand hand
    )
    {
        var owner = await People.Citizen(host);
        await using var visitor = await host.Visitor(screen, script);
        await owner.SignIn(visitor, hand);
        var journey = new Journey(host, visitor, Stall.Service, hand);
        await journey.Apply(Stall.Answers);
        await journey.Hands.Press("Kirim permohonan");

        var main = visitor.Page.GetByRole(AriaRole.Main);
        await Assertions.Expect(main).ToMatchAriaSnapshotAsync(Receipts.Of("BKPM", "Dikabulkan."));
        var receipt = await visitor.Heard();
        await journey.Hands.Press("Lihat keputusan dan dokumen");
        await Cases.WithLetter(host, Cases.At(visitor.Page.Url));
        await visitor.Open(new Uri(visitor.Page.Url).AbsolutePath);
        await Assertions.Expect(main).ToMatchAriaSnapshotAsync(Cases.Granted("NIB usaha mikro"));
        var scanned = await Scanned(visitor, owner);

        await using var anyone = await host.Visitor(screen, script);
        var stranger = new Hands(anyone, hand);
        // A camera opens the address; a scanner types the whole text; a person types the code.
        await anyone.Open(new Uri(scanned).PathAndQuery);
        Assert.Contains("asli dan masih berlaku", await anyone.Heard(), StringComparison.Ordinal);
        foreach (var typed in new[] { scanned, Receipts.DocumentCode(await visitor.Heard()).ToLowerInvariant() })
        {
            await anyone.Open("/periksa");
            await stranger.Type("Kode dokumen", typed);
            await stranger.Press("Periksa");
            Assert.Contains("asli dan masih berlaku", await anyone.Heard(), StringComparison.Ordinal);
        }
        await anyone.Open("/periksa");
        await stranger.Type("Kode dokumen", scanned.Replace("GGM1.", "GGM1.AA", StringComparison.Ordinal));
        await stranger.Press("Periksa");
        Assert.Contains("tidak ditandatangani oleh portal ini", await anyone.Heard(), StringComparison.Ordinal);

        await anyone.Open("/lacak");
        await stranger.Type("Nomor berkas", Receipts.Number(receipt));
        await stranger.Type("Kode rahasia", Receipts.Secret(receipt));
        await stranger.Press("Lacak");
        Assert.Contains("Dikabulkan", await anyone.Heard(), StringComparison.Ordinal);
    }

    /// <summary>The signed letter is what it says; gives the text of the QR code on its page.</summary>
    private async Task<string> Scanned(Visitor visitor, Citizen owner)
    {
        var cancel = TestContext.Current.CancellationToken;
        var link = visitor.Page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("PDF") });
        var address = new Uri(host.Address, (await link.GetAttributeAsync("href"))!).ToString();
        var response = await visitor.Page.Context.APIRequest.GetAsync(address);
        var pdf = Path.GetTempFileName();
        await File.WriteAllBytesAsync(pdf, await response.BodyAsync(), cancel);
        Assert.Contains("Signature is Valid", Run("pdfsig", "-nocert", pdf), StringComparison.Ordinal);
        var text = Run("pdftotext", "-layout", pdf, "-");
        Assert.Contains(owner.Name, text, StringComparison.Ordinal);
        Assert.Contains("CONTOH", text, StringComparison.Ordinal);
        Run("pdftoppm", "-r", "150", "-singlefile", pdf, pdf);
        var code = Run("zbarimg", "--quiet", "--raw", "--nodbus", $"{pdf}.ppm").TrimEnd('\n');
        File.Delete($"{pdf}.ppm");
        File.Delete(pdf);
        return code;
    }

    private static string Run(string command, params string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(command, arguments) { RedirectStandardOutput = true, RedirectStandardError = true }
        )!;
        return process.StandardOutput.ReadToEnd();
    }
}
