using System.Collections.Immutable;
using Genggam.Journal;
using Genggam.Office.Cases;
using Genggam.Office.Catalogue;
using Genggam.Office.Documents;
using Genggam.Office.Documents.Signing;

namespace Genggam.Office.Safekeeping;

/// <summary>What is kept beside the journal's entries and is not what it was.</summary>
/// <param name="What">A document by its code, a file by its id, a release or a calendar.</param>
public sealed record KeptFinding(string What, string Problem);

/// <summary>A letter number that was taken and has no letter.</summary>
/// <param name="Case">The number of the case it was taken for.</param>
/// <param name="State">Of that case: a closed one will never have the letter.</param>
public sealed record NumberWithoutLetter(string Counter, long Value, string Case, string State);

/// <param name="Erased">Documents whose holder is erased: their files cannot be read, and need not.</param>
/// <param name="Files">That people attached.</param>
/// <param name="Unused">Letter numbers without a letter: of cases that stopped, or whose letter is being made. Nothing is broken.</param>
public sealed record InspectionReport(
    VerifyReport Journal,
    int Documents,
    int Erased,
    int Files,
    ImmutableArray<KeptFinding> Findings,
    ImmutableArray<NumberWithoutLetter> Unused
)
{
    public bool Holds => Journal.Holds && Findings.IsEmpty;
}

/// <summary>Reads everything that is kept and says what does not hold: chains, checkpoints, documents, files, releases.</summary>
public sealed class Inspection(JournalStore journal, DemoCertificates certificates, ReleaseStore releases)
{
    private const int MostUnused = 1000;

    public async Task<InspectionReport> Run(IProgress<VerifyProgress>? progress, CancellationToken cancel) =>
        await Kept(await journal.Verify(progress), cancel);

    /// <summary>Of a journal that was verified just now, as a restore does: what is kept beside it is left to look at.</summary>
    public async Task<InspectionReport> Kept(VerifyReport chains, CancellationToken cancel)
    {
        var findings = new List<KeptFinding>();
        var gone = (await journal.Subjects.Erased()).ToHashSet();
        var documents = new DocumentCheck(journal, new PdfVerifier([certificates.Root]), gone, findings);
        var (count, erased) = await documents.Run(chains.Holds, cancel);
        var files = await new FileCheck(journal, gone, findings).Run(cancel);
        await new ReleaseCheck(journal.Releases, releases, findings).Run(cancel);
        return new InspectionReport(chains, count, erased, files, [.. findings], await Unused());
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
}
