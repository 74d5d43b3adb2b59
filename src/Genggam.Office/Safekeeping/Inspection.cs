using System.Collections.Immutable;
using System.Security.Cryptography;
using Genggam.Journal;
using Genggam.Office.Cases;
using Genggam.Office.Documents;
using Genggam.Office.Documents.Signing;
using Genggam.Office.Effects;
using Genggam.Office.PastCases.Telling;

namespace Genggam.Office.Safekeeping;

/// <summary>A document in the register whose file is not what was handed out.</summary>
public sealed record DocumentFinding(string Code, string Problem);

/// <summary>A letter number that was taken and has no letter.</summary>
/// <param name="Case">The number of the case it was taken for.</param>
/// <param name="State">Of that case: a closed one will never have the letter.</param>
public sealed record NumberWithoutLetter(string Counter, long Value, string Case, string State);

/// <param name="Erased">Documents whose holder is erased: their files cannot be read, and need not.</param>
/// <param name="Unused">Letter numbers without a letter: of cases that stopped, or whose letter is being made. Nothing is broken.</param>
public sealed record InspectionReport(
    VerifyReport Journal,
    int Documents,
    int Erased,
    ImmutableArray<DocumentFinding> Findings,
    ImmutableArray<NumberWithoutLetter> Unused
)
{
    public bool Holds => Journal.Holds && Findings.IsEmpty;
}

/// <summary>Reads everything that is kept and says what does not hold: chains, checkpoints, documents.</summary>
public sealed class Inspection(JournalStore journal, DemoCertificates certificates)
{
    private const int PageSize = 100;
    private const int MostUnused = 1000;

    public async Task<InspectionReport> Run(IProgress<VerifyProgress>? progress, CancellationToken cancel) =>
        await Documents(await journal.Verify(progress), cancel);

    /// <summary>Of a journal that was verified just now, as a restore does: its documents are left to look at.</summary>
    public async Task<InspectionReport> Documents(VerifyReport chains, CancellationToken cancel)
    {
        var verifier = new PdfVerifier([certificates.Root]);
        var findings = ImmutableArray.CreateBuilder<DocumentFinding>();
        var (count, erased, last) = (0, 0, "");
        while (await journal.Documents.Page(last, PageSize) is { IsEmpty: false } page)
        {
            foreach (var document in page)
            {
                cancel.ThrowIfCancellationRequested();
                switch (await journal.Blobs.Read(IssueLetter.PdfOf(document.Code)))
                {
                    case BlobContent.Erased:
                        erased++;
                        break;
                    case BlobContent.Found file when Fault(verifier, document, file.Bytes.ToArray()) is { } fault:
                        findings.Add(new DocumentFinding(document.Code, fault));
                        break;
                    case BlobContent.NotFound when document.ContentHash != LetterBook.NoFile(document.Code):
                        findings.Add(new DocumentFinding(document.Code, "the file is missing"));
                        break;
                }
            }
            count += page.Length;
            last = page[^1].Code;
        }
        return new InspectionReport(chains, count, erased, findings.ToImmutable(), await Unused());
    }

    private async Task<ImmutableArray<NumberWithoutLetter>> Unused()
    {
        var unused = ImmutableArray.CreateBuilder<NumberWithoutLetter>();
        foreach (var number in await journal.Counters.Unused(MostUnused))
            if (
                EntryDraft.CaseOf(number.EffectId) is { } id
                && await journal.Cases.Find(id) is { Summary: var summary }
            )
                unused.Add(new(number.Counter, number.Value, summary.Number, summary.State));
        return unused.ToImmutable();
    }

    private static string? Fault(PdfVerifier verifier, IssuedDocument document, byte[] pdf)
    {
        if (!SHA256.HashData(pdf).AsSpan().SequenceEqual(document.ContentHash.ToArray()))
            return "the file is not the one in the register";
        return verifier.Verify(pdf) is PdfVerdict.Genuine ? null : "the signature does not hold";
    }
}
