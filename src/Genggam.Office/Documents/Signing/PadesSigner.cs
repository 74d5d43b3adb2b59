using System.Security.Cryptography.X509Certificates;
using Genggam.Office.Documents.Pdf;

namespace Genggam.Office.Documents.Signing;

/// <summary>What stands beside the signature. <paramref name="At"/> is the claimed time (/M); nothing proves it.</summary>
public sealed record SignatureNote(string Signer, string Reason, string Place, DateTimeOffset At);

/// <summary>
/// Signs PDFs as PAdES baseline B-B (ETSI EN 319 142-1) with an ECDSA or RSA certificate: one revision more, an invisible
/// field, the whole document covered. No time stamp is fetched. Safe to use from many threads: a batch is a loop.
/// </summary>
/// <param name="certificate">The official's certificate or the agency's seal, with its private key.</param>
/// <param name="issuers">Certificates between it and the root, sent along.</param>
public sealed class PadesSigner(X509Certificate2 certificate, params IReadOnlyList<X509Certificate2> issuers)
{
    /// <exception cref="ArgumentException">The bytes are no PDF that can be signed, or it is signed already.</exception>
    public byte[] Sign(byte[] pdf, SignatureNote note)
    {
        try
        {
            using var placeholder = SignaturePlaceholder.Append(pdf, note);
            return placeholder.Complete(covered => CmsSignature.Sign(covered, certificate, issuers));
        }
        catch (PdfException e)
        {
            throw new ArgumentException(e.Message, nameof(pdf), e);
        }
    }
}
