using Genggam.Office.Documents;
using Genggam.Office.Documents.Qr;
using Genggam.Office.Documents.Signing;
using Genggam.Web.Tests.Harness;
using Genggam.Web.Tests.Verbs;
using Microsoft.Extensions.DependencyInjection;

namespace Genggam.Web.Tests.Portal;

/// <summary>Anybody fetches the public keys and checks a document with them, on a machine of their own.</summary>
public sealed class PublicKeysTests(Host host)
{
    [Fact]
    public async Task The_page_leads_to_keys_that_check_a_code_without_the_server()
    {
        using var client = host.Client();
        var page = await client.GetStringAsync("/periksa", Cancel);
        Assert.Contains("href=\"/periksa/kunci.pem\"", page, StringComparison.Ordinal);
        var pem = await client.GetStringAsync("/periksa/kunci.pem", Cancel);
        Assert.DoesNotContain("PRIVATE", pem, StringComparison.Ordinal);

        var folder = Directory.CreateTempSubdirectory("genggam-keys-");
        try
        {
            var key = Path.Combine(folder.FullName, "kunci.pem");
            await File.WriteAllTextAsync(key, pem, Cancel);
            var claims = new QrClaims(
                "DKSBY-1",
                DocumentCode.New(),
                "Kutipan",
                "Bima",
                "Dinas Contoh",
                new DateTimeOffset(2026, 11, 24, 0, 30, 0, TimeSpan.FromHours(7)),
                null,
                new string('a', 64),
                Demo: true
            );
            var payload = QrPayload.Sign(claims, host.Services.GetRequiredService<DemoCertificates>().QrKey);
            var ended = await Prompt.Genggam("verify-document", payload, "--key", key);
            Assert.Equal(0, ended.Code);
            Assert.Contains("issued by Dinas Contoh on 2026-11-23 17:30 UTC", ended.Printed, StringComparison.Ordinal);
            Assert.Contains("CONTOH", ended.Printed, StringComparison.Ordinal);
            Assert.Contains(
                $"revoked since was not checked; that takes the issuer's register: type the code {claims.Code} at /periksa",
                ended.Printed,
                StringComparison.Ordinal
            );
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
