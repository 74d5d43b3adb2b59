using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Genggam.Office.Documents.Qr;

namespace Genggam.Office.Documents;

/// <summary>What checking a file or a payload without a server gave.</summary>
public abstract record OfflineResult
{
    private OfflineResult() { }

    public sealed record Pdf(PdfVerdict Verdict) : OfflineResult;

    public sealed record Qr(QrVerdict Verdict) : OfflineResult;

    /// <summary>The key file holds neither a public key nor a certificate that this kind of document needs.</summary>
    public sealed record KeyMissing(string Needed) : OfflineResult;
}

/// <summary>The check behind <c>genggam verify-document FILE|PAYLOAD --key PUBLIC</c>.</summary>
public static class OfflineVerification
{
    /// <param name="fileOrPayload">A PDF, a text file with a payload, or the payload itself.</param>
    /// <param name="publicKeyPem">PEM with the public key of the QR codes, root certificates, or both.</param>
    public static OfflineResult Check(string fileOrPayload, string publicKeyPem)
    {
        if (QrPayload.IsIn(fileOrPayload) || !File.Exists(fileOrPayload))
            return CheckPayload(fileOrPayload, publicKeyPem);
        var bytes = File.ReadAllBytes(fileOrPayload);
        return bytes.AsSpan().StartsWith("%PDF"u8)
            ? CheckPdf(bytes, publicKeyPem)
            : CheckPayload(System.Text.Encoding.UTF8.GetString(bytes), publicKeyPem);
    }

    private static OfflineResult CheckPdf(byte[] pdf, string pem)
    {
        var roots = new X509Certificate2Collection();
        roots.ImportFromPem(pem);
        return roots.Count == 0
            ? new OfflineResult.KeyMissing("CERTIFICATE")
            : new OfflineResult.Pdf(new PdfVerifier(roots).Verify(pdf));
    }

    private static OfflineResult CheckPayload(string payload, string pem)
    {
        const string label = "PUBLIC KEY";
        var rest = pem.AsSpan();
        while (PemEncoding.TryFind(rest, out var found))
        {
            if (rest[found.Label] is label)
            {
                using var key = ECDsa.Create();
                key.ImportFromPem(rest[found.Location]);
                return new OfflineResult.Qr(QrPayload.Verify(payload.Trim('\r', '\n'), key));
            }
            rest = rest[found.Location.End..];
        }
        return new OfflineResult.KeyMissing(label);
    }
}
