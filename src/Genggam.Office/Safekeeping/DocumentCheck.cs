using System.Collections.Immutable;
using System.Security.Cryptography;
using Genggam.Engine;
using Genggam.Journal;
using Genggam.Office.Cases;
using Genggam.Office.Documents;
using Genggam.Office.Effects;
using Genggam.Office.PastCases.Telling;
using IssuedDocument = Genggam.Journal.IssuedDocument;

namespace Genggam.Office.Safekeeping;

/// <summary>Every document in the register: its row, its file, its signature, and what its case says of it.</summary>
internal sealed class DocumentCheck(
    JournalStore journal,
    PdfVerifier verifier,
    IReadOnlySet<SubjectId> erased,
    List<KeptFinding> findings
)
{
    private const int PageSize = 100;
    private readonly HashSet<string> registered = new(StringComparer.Ordinal);

    /// <param name="withCases">False where the journal itself does not hold: what its cases say proves nothing.</param>
    public async Task<(int Count, int Erased)> Run(bool withCases, CancellationToken cancel)
    {
        var (count, without, last) = (0, 0, "");
        var cases = new CaseStatements(journal, await journal.Head());
        while (await journal.Documents.Codes(last, PageSize) is { IsEmpty: false } codes)
        {
            var page = await Read(last, codes);
            if (withCases)
                await cases.Read(page.Select(d => d.Case));
            foreach (var document in page)
            {
                cancel.ThrowIfCancellationRequested();
                var (problem, isErased) = await FileFault(document);
                without += isErased ? 1 : 0;
                if ((problem ?? (withCases ? await cases.Fault(document) : null)) is { } fault)
                    Report(document.Code, fault);
            }
            registered.UnionWith(codes);
            count += codes.Length;
            last = codes[^1];
        }
        if (withCases)
            await FindUnregistered(cancel);
        return (count, without);
    }

    /// <summary>Issued in a case, and not in the register: whoever asks about it is told that it does not exist.</summary>
    private async Task FindUnregistered(CancellationToken cancel)
    {
        await foreach (var open in journal.OpenOfKind(EntryDraft.KindOf<Command.DocumentReady>()))
        {
            cancel.ThrowIfCancellationRequested();
            foreach (var issued in EntryCodec.Read(open, []).Events.OfType<CaseEvent.DocumentIssued>())
                if (!registered.Contains(issued.Code))
                    Report(issued.Code, "it is not in the register");
        }
    }

    /// <summary>Those that open; one that does not is told.</summary>
    private async Task<ImmutableArray<IssuedDocument>> Read(string after, ImmutableArray<string> codes)
    {
        try
        {
            return await journal.Documents.Page(after, PageSize);
        }
        catch (Exception changed) when (IsChange(changed))
        {
            var readable = ImmutableArray.CreateBuilder<IssuedDocument>();
            foreach (var code in codes)
            {
                try
                {
                    if (await journal.Documents.FindByCode(code) is { } document)
                        readable.Add(document);
                }
                catch (Exception itself) when (IsChange(itself))
                {
                    Report(code, "its row in the register was changed");
                }
            }
            return readable.ToImmutable();
        }
    }

    private async Task<(string? Problem, bool Erased)> FileFault(IssuedDocument document)
    {
        if (document.HolderName is null && !erased.Contains(document.Holder))
            return ("its holder in the register was changed", false);
        try
        {
            switch (await journal.Blobs.Read(IssueLetter.PdfOf(document.Code)))
            {
                case BlobContent.Erased:
                    return (null, true);
                case BlobContent.Found file:
                    return (Fault(document, file), false);
                default:
                    var none = document.ContentHash == LetterBook.NoFile(document.Code);
                    return (none ? null : "the file is missing", false);
            }
        }
        catch (Exception changed) when (IsChange(changed))
        {
            return ("the file was changed, or a part of it is missing", false);
        }
    }

    private string? Fault(IssuedDocument document, BlobContent.Found file)
    {
        if (Digest.Of(file.Bytes.Span) != document.ContentHash)
            return "the file is not the one in the register";
        if (file.Info.Subject != document.Holder || file.Info.Case != document.Case)
            return "the file is not of the holder and the case in the register";
        return verifier.Verify(file.Bytes.ToArray()) is PdfVerdict.Genuine ? null : "the signature does not hold";
    }

    private void Report(string code, string problem) => findings.Add(new KeptFinding($"document {code}", problem));

    /// <summary>What reading a row or a box throws whose bytes are not those that were written.</summary>
    private static bool IsChange(Exception fault) =>
        fault is CryptographicException or ArgumentException or InvalidCastException or FormatException;
}
