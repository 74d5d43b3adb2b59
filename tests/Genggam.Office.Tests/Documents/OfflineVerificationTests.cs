using System.Security.Cryptography;
using Genggam.Office.Documents;
using Genggam.Office.Documents.Qr;
using Genggam.Office.Documents.Signing;

namespace Genggam.Office.Tests.Documents;

/// <summary>One file of keys checks whatever an installation ever issued.</summary>
public sealed class OfflineVerificationTests(Workshop workshop) : IClassFixture<Workshop>
{
    [Fact]
    public async Task Documents_under_keys_of_before_are_checked_with_the_file_of_today()
    {
        var old = await workshop.IssueAsync();
        var folder = Path.Combine(workshop.Folder, "renewed");
        var today = DemoCertificates.Open(folder, Workshop.Now);
        var past = Directory.CreateDirectory(Path.Combine(folder, "past")).FullName;
        Assert.IsType<QrVerdict.Forged>(OfQr(old.Payload, today.TrustPem()));

        foreach (var file in Directory.EnumerateFiles(Path.Combine(workshop.Folder, "keys"), "*.pem"))
            File.Copy(file, Path.Combine(past, Path.GetFileName(file)));
        var pem = today.TrustPem();

        Assert.DoesNotContain("PRIVATE", pem, StringComparison.Ordinal);
        Assert.IsType<QrVerdict.Genuine>(OfQr(old.Payload, pem));
        var pdf = OfflineVerification.Check(workshop.Save("old.pdf", old.Pdf), pem);
        var genuine = Assert.IsType<PdfVerdict.Genuine>(Assert.IsType<OfflineResult.Pdf>(pdf).Verdict);
        Assert.True(genuine.Signer.Sample);
    }

    [Fact]
    public async Task Keys_of_another_kind_in_the_file_are_passed_over()
    {
        using var rsa = RSA.Create(2048);
        var pem = $"{rsa.ExportSubjectPublicKeyInfoPem()}\n{workshop.Keys.TrustPem()}";
        Assert.IsType<QrVerdict.Genuine>(OfQr((await workshop.IssueAsync()).Payload, pem));
    }

    [Fact]
    public void A_file_that_is_not_there_is_said_to_be_so()
    {
        var path = Path.Combine(workshop.Folder, "nosuch.pdf");
        Assert.Equal(new OfflineResult.NoSuchFile(path), OfflineVerification.Check(path, workshop.Keys.TrustPem()));
    }

    [Fact]
    public void A_damaged_key_file_is_said_to_be_so()
    {
        var pdf = workshop.Save("some.pdf", "%PDF-"u8.ToArray());
        const string pem = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
        Assert.IsType<OfflineResult.KeyUnreadable>(OfflineVerification.Check(pdf, pem));
    }

    private static QrVerdict OfQr(string payload, string pem) =>
        Assert.IsType<OfflineResult.Qr>(OfflineVerification.Check(payload, pem)).Verdict;
}
