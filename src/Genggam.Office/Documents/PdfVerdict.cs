namespace Genggam.Office.Documents;

/// <summary>Who signed, from the certificate: name, post and organisation where given.</summary>
/// <param name="Sample">The certificate says of itself that it is none of an official.</param>
public sealed record PdfSigner(string Name, string? Post, string? Organisation, string Issuer, bool Sample);

public enum Tampering
{
    /// <summary>Bytes stand after the signed range, or before it.</summary>
    BytesAdded,

    /// <summary>The signed range does not leave out exactly the signature.</summary>
    RangeBroken,

    /// <summary>More than one signature: this platform signs once.</summary>
    SeveralSignatures,

    /// <summary>The signature cannot be read or does not hold for these bytes.</summary>
    SignatureBroken,
}

/// <summary>What checking an uploaded PDF gave.</summary>
public abstract record PdfVerdict
{
    private PdfVerdict() { }

    /// <summary>Not one byte was changed and the signer's certificate leads to a trusted root.</summary>
    /// <param name="SignedAt">The time the signer claims.</param>
    /// <param name="Sha256">Of the whole file, in lower-case hexadecimal: the registry's key.</param>
    public sealed record Genuine(PdfSigner Signer, DateTimeOffset SignedAt, string Sha256) : PdfVerdict;

    public sealed record Tampered(Tampering How) : PdfVerdict;

    public sealed record NotSigned : PdfVerdict;

    public sealed record Unreadable(string Why) : PdfVerdict;

    /// <summary>The bytes are as signed, but by nobody this platform knows.</summary>
    public sealed record UntrustedSigner(PdfSigner Signer) : PdfVerdict;
}
