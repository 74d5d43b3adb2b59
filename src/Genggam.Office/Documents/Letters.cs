using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Genggam.Office.Documents.Qr;
using Genggam.Office.Documents.Signing;

namespace Genggam.Office.Documents;

/// <summary>A letter to issue.</summary>
/// <param name="Template">Path of the template in <paramref name="Files"/>, e.g. <c>/akta-kelahiran/letters/kutipan.typ</c>.</param>
/// <param name="Files">The templates of the service and the shared ones, by path from the services folder.</param>
/// <param name="Letter">Name of the letter as the QR code gives it.</param>
/// <param name="VerifyUrl">Where the code is typed, e.g. <c>https://genggam.example/periksa</c>.</param>
/// <param name="Facts">Case data that a template of its own may print beside the content; not covered by the content hash.</param>
public sealed record LetterOrder(
    string Template,
    ImmutableSortedDictionary<string, byte[]> Files,
    LetterContent Content,
    DocumentCode Code,
    string Letter,
    string Holder,
    DateTimeOffset Issued,
    DateTimeOffset? Expires,
    string VerifyUrl,
    JsonObject? Facts = null
);

/// <summary>What issuing gave.</summary>
public abstract record IssueResult
{
    private IssueResult() { }

    /// <param name="Sha256">Of the signed PDF, in lower-case hexadecimal, for the registry.</param>
    /// <param name="Payload">The text in the QR code.</param>
    public sealed record Issued(byte[] Pdf, string Sha256, string Payload, string ContentHash) : IssueResult;

    public sealed record Refused(DocumentRefusal Refusal, ImmutableArray<TemplateProblem> Problems) : IssueResult;
}

/// <summary>Makes letters: content and code into a QR payload, template into a PDF, PDF into a signed PDF.</summary>
public sealed class Letters(LetterWorker worker, ECDsa qrKey)
{
    private const string QrFile = "/qr.svg";

    public async Task<IssueResult> IssueAsync(LetterOrder order, PadesSigner signer, CancellationToken stop = default)
    {
        var hash = order.Content.Hash;
        var payload = QrPayload.Sign(
            new QrClaims(
                order.Content.Number,
                order.Code,
                order.Letter,
                order.Holder,
                order.Content.Agency.Name,
                order.Issued,
                order.Expires,
                hash,
                order.Content.Demo
            ),
            qrKey
        );
        payload = QrPayload.At(order.VerifyUrl, order.Code, payload);
        switch (await worker.RenderAsync(Job(order, payload, PageFormat.Pdf), stop))
        {
            case RenderResult.Rendered rendered:
                var note = new SignatureNote(
                    order.Content.Signer.Name,
                    order.Letter,
                    order.Content.Agency.Name,
                    order.Issued
                );
                var pdf = signer.Sign(rendered.Bytes, note);
                return new IssueResult.Issued(pdf, Convert.ToHexStringLower(SHA256.HashData(pdf)), payload, hash);
            case RenderResult.Broken broken:
                return new IssueResult.Refused(broken.Refusal, broken.Problems);
            case var refused:
                return new IssueResult.Refused(((RenderResult.Refused)refused).Refusal, []);
        }
    }

    /// <summary>The pages unsigned, with a QR code that says only that it is a preview.</summary>
    public static Task<RenderResult> PreviewAsync(
        LetterWorker worker,
        LetterOrder order,
        PageFormat format = PageFormat.Svg,
        CancellationToken stop = default
    ) => worker.RenderAsync(Job(order, "PRATINJAU - PREVIEW", format), stop);

    private static RenderJob Job(LetterOrder order, string payload, PageFormat format)
    {
        var phrases = LetterPhrases.For(order.Content.Language);
        var data = JsonObject.Create(order.Content.ToJson())!;
        data["code"] = order.Code.ToString();
        data["qr"] = QrFile;
        data["phrases"] = new JsonObject
        {
            ["number_label"] = phrases.NumberLabel,
            ["valid_until_label"] = phrases.ValidUntilLabel,
            ["signed_electronically"] = phrases.SignedElectronically,
            ["code_label"] = phrases.CodeLabel,
            ["how_to_verify"] = phrases.HowToVerify.Replace("{url}", order.VerifyUrl, StringComparison.Ordinal),
            ["footer"] = phrases.Footer,
            ["demo_word"] = phrases.DemoWord,
            ["demo_notice"] = phrases.DemoNotice,
        };
        data["facts"] = order.Facts?.DeepClone() ?? new JsonObject();
        var files = order.Files.SetItem(QrFile, Encoding.UTF8.GetBytes(QrPicture.Svg(payload)));
        return new(order.Template, files, data.ToJsonString(), format, order.Issued);
    }
}
