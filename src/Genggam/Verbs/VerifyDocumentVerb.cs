using System.CommandLine;
using System.Globalization;
using Genggam.Office.Documents;
using Genggam.Office.Documents.Qr;
using Spectre.Console;

namespace Genggam.Verbs;

/// <summary>
/// <c>genggam verify-document FILE|PAYLOAD --key PUBLIC</c>: whether a document is genuine, without any server. Whether it
/// was revoked since, only the registry knows.
/// </summary>
internal static class VerifyDocumentVerb
{
    private const string KeysAt = "/periksa/kunci.pem";

    public static Command Build()
    {
        var document = new Argument<string>("FILE|PAYLOAD") { Description = "A PDF, or the text of a QR code" };
        var key = new Option<FileInfo>("--key")
        {
            Required = true,
            Description = $"The issuer's public keys and certificates, from {KeysAt}",
        };
        var verb = new Command("verify-document", "Check a document without a server") { document, key };
        verb.SetAction(parsed =>
            Installation.Guarded(() =>
                Task.FromResult(Run(parsed.GetRequiredValue(document), parsed.GetRequiredValue(key)))
            )
        );
        return verb;
    }

    private static int Run(string document, FileInfo key)
    {
        if (!key.Exists)
            return Installation.No($"DOC-202 There is no key file {key.FullName}. Fetch it from the issuer: {KeysAt}");
        return OfflineVerification.Check(document, File.ReadAllText(key.FullName)) switch
        {
            OfflineResult.Qr { Verdict: QrVerdict.Genuine { Claims: var c } } => Genuine(
                $"{c.Letter} {c.Number}, {c.Holder}, issued by {c.Agency} on {Utc(c.Issued)}{Until(c)}",
                c.Demo,
                $"the code {c.Code}"
            ),
            OfflineResult.Pdf { Verdict: PdfVerdict.Genuine g } => Genuine(
                $"signed by {string.Join(", ", new[] { g.Signer.Name, g.Signer.Post, g.Signer.Organisation }.OfType<string>())} at {Utc(g.SignedAt)}",
                g.Signer.Sample,
                "the code it prints"
            ),
            OfflineResult.Qr { Verdict: QrVerdict.Forged } => Not(
                "forged or changed, or of another issuer: none of the keys in the file made its signature"
            ),
            OfflineResult.Qr => Not("unreadable: this is no payload of a document"),
            OfflineResult.Pdf { Verdict: PdfVerdict.Tampered t } => Not($"tampered with: {t.How}"),
            OfflineResult.Pdf { Verdict: PdfVerdict.NotSigned } => Not("not signed"),
            OfflineResult.Pdf { Verdict: PdfVerdict.UntrustedSigner u } => Not(
                $"signer not trusted: {u.Signer.Issuer} is none of the certificates in the file"
            ),
            OfflineResult.Pdf { Verdict: PdfVerdict.Unreadable u } => Not($"unreadable: {u.Why}"),
            OfflineResult.NoSuchFile no => Installation.No(
                $"DOC-201 There is no such file: {no.Path}. The text of a QR code begins with {QrPayload.Prefix}"
            ),
            OfflineResult.KeyUnreadable k => Installation.No(
                $"DOC-203 The key file {key.FullName} is damaged: {k.Why} Fetch it again: {KeysAt}"
            ),
            OfflineResult.KeyMissing k => Installation.No(
                $"DOC-204 The key file {key.FullName} holds no {k.Needed}, which this document is checked with. Fetch it again: {KeysAt}"
            ),
            _ => throw new InvalidOperationException("The check gave nothing."),
        };
    }

    private static int Genuine(string words, bool sample, string code)
    {
        AnsiConsole.MarkupLineInterpolated(
            $"✔ genuine: {words}{(sample ? " (CONTOH: not an official document)" : "")}"
        );
        AnsiConsole.MarkupLineInterpolated(
            $"Whether it was revoked since was not checked; that takes the issuer's register: type {code} at /periksa."
        );
        return 0;
    }

    private static int Not(string words)
    {
        AnsiConsole.MarkupLineInterpolated($"✘ {words}");
        return 1;
    }

    /// <summary>The letter prints the day where it was issued, which a key does not know.</summary>
    private static string Utc(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    private static string Until(QrClaims claims) =>
        claims.Expires is not { } until ? ""
        : until < DateTimeOffset.UtcNow ? $", expired on {Utc(until)}"
        : $", valid until {Utc(until)}";
}
