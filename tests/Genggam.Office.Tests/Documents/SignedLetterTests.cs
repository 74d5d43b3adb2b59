using Genggam.Office.Documents;
using Genggam.Office.Documents.Qr;

namespace Genggam.Office.Tests.Documents;

public sealed class SignedLetterTests(Workshop workshop) : IClassFixture<Workshop>
{
    [Fact]
    public async Task Pdfsig_finds_the_signature_valid_and_the_whole_document_signed()
    {
        var file = workshop.Save("signed.pdf", (await workshop.IssueAsync()).Pdf);
        var seen = await Workshop.RunAsync("pdfsig", "-nocert", file);
        Assert.Contains("Signature is Valid", seen, StringComparison.Ordinal);
        Assert.Contains("Total document signed", seen, StringComparison.Ordinal);
        Assert.Contains("ETSI.CAdES.detached", seen, StringComparison.Ordinal);
        Assert.Contains("Rahmat Hidayat", seen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_letter_is_tagged_and_reads_in_order()
    {
        var issued = await workshop.IssueAsync();
        var file = workshop.Save("tagged.pdf", issued.Pdf);
        Assert.Matches("Tagged: +yes", await Workshop.RunAsync("pdfinfo", file));
        var text = await Workshop.RunAsync("pdftotext", file, "-");
        string[] order =
        [
            "bukan dokumen resmi",
            "PEMERINTAH KOTA SURABAYA",
            "Dinas Kependudukan",
            "Kutipan Akta Kelahiran",
            "3578-LU-24112026-000123",
            "dicatat bahwa",
            "Nama lengkap",
            "Putri Ayu Lestari",
            "Dewi Anggraini",
            "sebagaimana mestinya",
            "Rahmat Hidayat",
        ];
        var at = -1;
        foreach (var words in order)
        {
            var next = text.IndexOf(words, at + 1, StringComparison.Ordinal);
            Assert.True(next > at, $"'{words}' is out of order in:\n{text}");
            at = next;
        }
        Assert.Contains("pdfaid:part", System.Text.Encoding.Latin1.GetString(issued.Pdf), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_letter_that_is_no_sample_does_not_say_so()
    {
        var file = workshop.Save("real.pdf", (await workshop.IssueAsync(demo: false)).Pdf);
        Assert.DoesNotContain("CONTOH", await Workshop.RunAsync("pdftotext", file, "-"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_code_scanned_from_the_page_verifies_without_a_server()
    {
        var issued = await workshop.IssueAsync();
        var file = workshop.Save("scan.pdf", issued.Pdf);
        await Workshop.RunAsync("pdftoppm", "-r", "150", "-singlefile", file, Path.ChangeExtension(file, null));
        var picture = Path.ChangeExtension(file, ".ppm");
        var payload = (await Workshop.RunAsync("zbarimg", "--quiet", "--raw", "--nodbus", picture)).TrimEnd('\n');
        Assert.Equal(issued.Payload, payload);
        // A camera opens the page of this very document; what is signed stays behind the '#', in the phone.
        Assert.StartsWith($"{Samples.VerifyUrl}?kode={Samples.Code}#GGM1.", payload, StringComparison.Ordinal);
        var checkedQr = Assert.IsType<OfflineResult.Qr>(OfflineVerification.Check(payload, workshop.Keys.TrustPem()));
        var claims = Assert.IsType<QrVerdict.Genuine>(checkedQr.Verdict).Claims;
        Assert.Equal(
            (Samples.Code, "Putri Ayu Lestari", issued.ContentHash, true),
            (claims.Code, claims.Holder, claims.ContentHash, claims.Demo)
        );
    }

    [Fact]
    public async Task The_file_verifies_without_a_server()
    {
        var issued = await workshop.IssueAsync();
        var file = workshop.Save("offline.pdf", issued.Pdf);
        var verdict = Assert
            .IsType<OfflineResult.Pdf>(OfflineVerification.Check(file, workshop.Keys.TrustPem()))
            .Verdict;
        var genuine = Assert.IsType<PdfVerdict.Genuine>(verdict);
        Assert.Equal(
            ("Rahmat Hidayat, S.Sos.", "Kepala Dinas", Workshop.Now, issued.Sha256),
            (genuine.Signer.Name, genuine.Signer.Post, genuine.SignedAt, genuine.Sha256)
        );
    }
}
