namespace Genggam.Office.Documents.Qr;

/// <summary>
/// What the QR code of a document says. Anyone can read it, so it holds no more than this. <paramref name="ContentHash"/>
/// is <see cref="LetterContent.Hash"/>: the hash of the PDF cannot stand inside the PDF.
/// </summary>
/// <param name="ContentHash">SHA-256 in lower-case hexadecimal.</param>
/// <param name="Expires">Null where the document is valid for ever.</param>
public sealed record QrClaims(
    string Number,
    DocumentCode Code,
    string Letter,
    string Holder,
    string Agency,
    DateTimeOffset Issued,
    DateTimeOffset? Expires,
    string ContentHash,
    bool Demo
);

/// <summary>What reading a payload gave.</summary>
public abstract record QrVerdict
{
    private QrVerdict() { }

    /// <summary>Signed by the key that was asked for. Whether it has expired is for the reader to compare with the day.</summary>
    public sealed record Genuine(QrClaims Claims) : QrVerdict;

    /// <summary>Well formed, but not signed by this key: changed, or made by somebody else.</summary>
    public sealed record Forged : QrVerdict;

    /// <summary>Not a payload of this platform.</summary>
    public sealed record Unreadable : QrVerdict;
}
