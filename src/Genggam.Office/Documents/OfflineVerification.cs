using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Genggam.Office.Documents.Qr;

namespace Genggam.Office.Documents;

/// <summary>What checking a file or a payload without a server gave.</summary>
public abstract record OfflineResult
{
    private OfflineResult() { }

    public sealed record Pdf(PdfVerdict Verdict) : OfflineResult;

    public sealed record Qr(QrVerdict Verdict) : OfflineResult;

    /// <summary>DOC-201: the document is neither a payload nor a file.</summary>
    public sealed record NoSuchFile(string Path) : OfflineResult;

    /// <summary>DOC-203: the key file is broken.</summary>
    public sealed record KeyUnreadable(string Why) : OfflineResult;

    /// <summary>DOC-204: the key file holds neither a public key nor a certificate that this kind of document needs.</summary>
    public sealed record KeyMissing(string Needed) : OfflineResult;
}

/// <summary>The check behind <c>genggam verify-document FILE|PAYLOAD --key PUBLIC</c>.</summary>
public static class OfflineVerification
{
    /// <param name="fileOrPayload">A PDF, a text file with a payload, or the payload itself.</param>
    /// <param name="publicKeyPem">
    /// PEM with public keys of QR codes, root certificates, or both, as many as there are: each is tried.
    /// </param>
    public static OfflineResult Check(string fileOrPayload, string publicKeyPem)
    {
        try
        {
            if (QrPayload.IsIn(fileOrPayload))
                return CheckPayload(fileOrPayload, publicKeyPem);
            if (!File.Exists(fileOrPayload))
                return new OfflineResult.NoSuchFile(Path.GetFullPath(fileOrPayload));
            var bytes = File.ReadAllBytes(fileOrPayload);
            return bytes.AsSpan().StartsWith("%PDF"u8)
                ? CheckPdf(bytes, publicKeyPem)
                : CheckPayload(Encoding.UTF8.GetString(bytes), publicKeyPem);
        }
        catch (CryptographicException broken)
        {
            return new OfflineResult.KeyUnreadable(broken.Message);
        }
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
        QrVerdict? verdict = null;
        var rest = pem.AsSpan();
        while (verdict is not QrVerdict.Genuine && PemEncoding.TryFind(rest, out var found))
        {
            if (rest[found.Label] is label && Key(rest[found.Location]) is { } key)
                using (key)
                    verdict = QrPayload.Verify(payload.Trim(), key);
            rest = rest[found.Location.End..];
        }
        return verdict is null ? new OfflineResult.KeyMissing(label) : new OfflineResult.Qr(verdict);
    }

    /// <summary>Null for a key of another kind, which no QR code is signed with.</summary>
    private static ECDsa? Key(ReadOnlySpan<char> pem)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(pem);
            return key;
        }
        catch (CryptographicException)
        {
            key.Dispose();
            return null;
        }
    }
}
