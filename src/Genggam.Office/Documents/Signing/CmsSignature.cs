using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace Genggam.Office.Documents.Signing;

/// <summary>The detached CMS of a CAdES baseline signature (ETSI EN 319 122-1): SHA-256 and signing-certificate-v2, no signing-time.</summary>
internal static class CmsSignature
{
    private const string Sha256 = "2.16.840.1.101.3.4.2.1";
    private const string SigningCertificateV2 = "1.2.840.113549.1.9.16.2.47";

    public static byte[] Sign(byte[] content, X509Certificate2 certificate, IReadOnlyList<X509Certificate2> issuers)
    {
        var cms = new SignedCms(new ContentInfo(content), detached: true);
        var signer = new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, certificate)
        {
            DigestAlgorithm = new Oid(Sha256),
            IncludeOption = X509IncludeOption.EndCertOnly,
        };
        foreach (var issuer in issuers)
            signer.Certificates.Add(issuer);
        signer.SignedAttributes.Add(new AsnEncodedData(SigningCertificateV2, CertificateReference(certificate)));
        cms.ComputeSignature(signer, silent: true);
        return cms.Encode();
    }

    /// <returns>The signer's certificate and those sent along; null where the signature does not hold for the content.</returns>
    public static (X509Certificate2 Signer, X509Certificate2Collection Others)? Verify(byte[] encoded, byte[] content)
    {
        try
        {
            var cms = new SignedCms(new ContentInfo(content), detached: true);
            cms.Decode(encoded);
            if (cms.SignerInfos is not [{ Certificate: { } certificate } info] || info.DigestAlgorithm.Value != Sha256)
                return null;
            cms.CheckSignature(verifySignatureOnly: true);
            var named = info
                .SignedAttributes.Cast<CryptographicAttributeObject>()
                .Where(a => a.Oid.Value == SigningCertificateV2)
                .SelectMany(a => a.Values.Cast<AsnEncodedData>());
            return named.Any(n =>
                n.RawData.AsSpan().SequenceEqual(CertificateReference(certificate))
                || NamesByHash(n.RawData, certificate)
            )
                ? (certificate, cms.Certificates)
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static byte[] CertificateReference(X509Certificate2 certificate)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSequence())
        using (writer.PushSequence())
        {
            writer.WriteOctetString(SHA256.HashData(certificate.RawData));
            using (writer.PushSequence())
            {
                using (writer.PushSequence())
                using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 4)))
                    writer.WriteEncodedValue(certificate.IssuerName.RawData);
                writer.WriteInteger(certificate.SerialNumberBytes.Span);
            }
        }
        return writer.Encode();
    }

    /// <summary>Other signers leave out issuer and serial number or name SHA-256 explicitly (RFC 5035, 3).</summary>
    private static bool NamesByHash(byte[] attribute, X509Certificate2 certificate)
    {
        try
        {
            var first = new AsnReader(attribute, AsnEncodingRules.DER).ReadSequence().ReadSequence().ReadSequence();
            if (
                first.PeekTag().HasSameClassAndValue(Asn1Tag.Sequence)
                && first.ReadSequence().ReadObjectIdentifier() != Sha256
            )
                return false;
            return first.ReadOctetString().AsSpan().SequenceEqual(SHA256.HashData(certificate.RawData));
        }
        catch (AsnContentException)
        {
            return false;
        }
    }
}
