using System.Formats.Asn1;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Genggam.Office.Documents.Pdf;
using Genggam.Office.Documents.Signing;

namespace Genggam.Office.Documents;

/// <summary>
/// Checks a PDF of unknown origin, strictly: what a viewer would show is exactly what one trusted signer signed. The file is
/// read through its cross-reference, never searched. The chain is checked for the claimed time of signing, without
/// revocation lists: whether a document is still valid is for the registry to say.
/// </summary>
public sealed class PdfVerifier(X509Certificate2Collection roots)
{
    public PdfVerdict Verify(byte[] pdf)
    {
        try
        {
            return Check(pdf, PdfFile.Read(pdf));
        }
        catch (PdfException e)
        {
            return new PdfVerdict.Unreadable(e.Message);
        }
    }

    private PdfVerdict Check(byte[] pdf, PdfFile file)
    {
        var signatures = Signatures(file);
        if (signatures.Count == 0)
            return new PdfVerdict.NotSigned();
        if (signatures.Count > 1)
            return new PdfVerdict.Tampered(Tampering.SeveralSignatures);
        var signature = signatures[0];
        if (
            signature["Contents"] is not PdfValue.Bytes contents
            || file.Items(signature["ByteRange"]) is not { Count: 4 } range
        )
            return new PdfVerdict.Tampered(Tampering.RangeBroken);
        var numbers = range.Select(n => (n as PdfValue.Number)?.Whole ?? -1).ToArray();
        if (numbers[0] != 0 || numbers[2] + numbers[3] != pdf.Length)
            return new PdfVerdict.Tampered(Tampering.BytesAdded);
        if (numbers[1] != contents.Start || numbers[2] != contents.End)
            return new PdfVerdict.Tampered(Tampering.RangeBroken);
        if (!IsPlainHex(pdf.AsSpan(contents.Start, contents.End - contents.Start), contents.Value))
            return new PdfVerdict.Tampered(Tampering.SignatureBroken);
        byte[] covered = [.. pdf.AsSpan(0, contents.Start), .. pdf.AsSpan(contents.End)];
        if (
            Unpadded(contents.Value) is not { } cms
            || CmsSignature.Verify(cms, covered) is not var (certificate, others)
        )
            return new PdfVerdict.Tampered(Tampering.SignatureBroken);
        var signer = Describe(certificate);
        return TimeOf(signature) is { } at && IsTrusted(certificate, others, at)
            ? new PdfVerdict.Genuine(signer, at, Convert.ToHexStringLower(SHA256.HashData(pdf)))
            : new PdfVerdict.UntrustedSigner(signer);
    }

    private static List<PdfValue.Dictionary> Signatures(PdfFile file)
    {
        var found = new List<PdfValue.Dictionary>();
        var waiting = new Stack<PdfValue>(file.Items(file.Dictionary(file.Catalog["AcroForm"])?["Fields"]));
        for (var steps = 0; waiting.TryPop(out var next); steps++)
        {
            if (steps > 10_000)
                throw new PdfException("The form has too many fields.");
            if (file.Dictionary(next) is not { } field)
                continue;
            if (file.Dictionary(field["V"]) is { } value && value["ByteRange"] is not null)
                found.Add(value);
            foreach (var kid in file.Items(field["Kids"]))
                waiting.Push(kid);
        }
        return found;
    }

    /// <summary>
    /// Whether the gap that the signature leaves is the signature in hexadecimal digits of one case and nothing more: white
    /// space there would change the file without touching what is signed.
    /// </summary>
    private static bool IsPlainHex(ReadOnlySpan<byte> gap, byte[] contents)
    {
        var digits = Encoding.Latin1.GetString(gap);
        return digits == $"<{Convert.ToHexStringLower(contents)}>" || digits == $"<{Convert.ToHexString(contents)}>";
    }

    /// <summary>The CMS without the zeros that fill its place; null where something else stands there.</summary>
    private static byte[]? Unpadded(byte[] contents)
    {
        if (!AsnDecoder.TryReadEncodedValue(contents, AsnEncodingRules.BER, out _, out _, out _, out var used))
            return null;
        return contents.AsSpan(used).ContainsAnyExcept((byte)0) ? null : contents[..used];
    }

    private static DateTimeOffset? TimeOf(PdfValue.Dictionary signature) =>
        signature["M"] is PdfValue.Bytes time
        && DateTimeOffset.TryParseExact(
            Encoding.Latin1.GetString(time.Value).TrimEnd('Z'),
            "'D:'yyyyMMddHHmmss",
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var at
        )
            ? at
            : null;

    private bool IsTrusted(X509Certificate2 certificate, X509Certificate2Collection others, DateTimeOffset at)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(roots);
        chain.ChainPolicy.ExtraStore.AddRange(others);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.VerificationTime = at.UtcDateTime;
        const X509KeyUsageFlags signs = X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation;
        var mayNotSign = certificate.Extensions.OfType<X509KeyUsageExtension>().Any(u => (u.KeyUsages & signs) == 0);
        return !mayNotSign && chain.Build(certificate);
    }

    private static PdfSigner Describe(X509Certificate2 certificate)
    {
        string? Part(string oid) =>
            certificate
                .SubjectName.EnumerateRelativeDistinguishedNames()
                .Where(r => !r.HasMultipleElements && r.GetSingleElementType().Value == oid)
                .Select(r => r.GetSingleElementValue())
                .FirstOrDefault();
        return new(
            Part("2.5.4.3") ?? certificate.Subject,
            Part("2.5.4.12"),
            Part("2.5.4.10"),
            certificate.GetNameInfo(X509NameType.SimpleName, true),
            Part("2.5.4.11") == DemoCertificates.Warning
        );
    }
}
