using System.CommandLine;
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
    public static Command Build()
    {
        var document = new Argument<string>("FILE|PAYLOAD") { Description = "A PDF, or the text of a QR code" };
        var key = new Option<FileInfo>("--key")
        {
            Required = true,
            Description = "PEM: public key and root certificates",
        };
        var verb = new Command("verify-document", "Check a document without a server") { document, key };
        verb.SetAction(parsed => Run(parsed.GetRequiredValue(document), parsed.GetRequiredValue(key)));
        return verb;
    }

    private static int Run(string document, FileInfo key)
    {
        var result = OfflineVerification.Check(document, File.ReadAllText(key.FullName));
        var (genuine, words) = result switch
        {
            OfflineResult.Qr { Verdict: QrVerdict.Genuine { Claims: var c } } => (
                true,
                $"genuine: {c.Letter} {c.Number}, {c.Holder}, issued by {c.Agency} on {c.Issued:yyyy-MM-dd}{(c.Demo ? " (CONTOH: not an official document)" : "")}"
            ),
            OfflineResult.Qr { Verdict: QrVerdict.Forged } => (false, "forged: the signature does not fit"),
            OfflineResult.Qr => (false, "unreadable: this is no payload of a document"),
            OfflineResult.Pdf { Verdict: PdfVerdict.Genuine g } => (
                true,
                $"genuine: signed by {g.Signer.Name}, {g.Signer.Post}, {g.Signer.Organisation} at {g.SignedAt:yyyy-MM-dd HH:mm zzz}"
            ),
            OfflineResult.Pdf { Verdict: PdfVerdict.Tampered t } => (false, $"tampered with: {t.How}"),
            OfflineResult.Pdf { Verdict: PdfVerdict.NotSigned } => (false, "not signed"),
            OfflineResult.Pdf { Verdict: PdfVerdict.UntrustedSigner u } => (
                false,
                $"signer not trusted: {u.Signer.Issuer}"
            ),
            OfflineResult.Pdf { Verdict: PdfVerdict.Unreadable u } => (false, $"unreadable: {u.Why}"),
            OfflineResult.KeyMissing k => (false, $"the key file holds no {k.Needed}"),
            _ => (false, "unknown"),
        };
        AnsiConsole.MarkupLineInterpolated($"{(genuine ? "✔" : "✘")} {words}");
        return genuine ? 0 : 1;
    }
}
