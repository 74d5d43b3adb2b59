using System.Collections.Immutable;
using Genggam.Journal;
using Genggam.Office.Cases;
using Genggam.Office.Catalogue;

namespace Genggam.Office.Changes;

/// <summary>A determination that was made under a release which was taken back.</summary>
/// <param name="Outcome">granted, rejected, or refused where the application was not taken in.</param>
/// <param name="Remedy">Null where nothing is written about such an outcome.</param>
public sealed record DoubtfulCase(CaseRow Row, string Outcome, Remedy? Remedy);

/// <summary>What is left to put right after a release was taken back.</summary>
public sealed class Aftermath(JournalStore journal, ServiceCatalogue catalogue, Remedies remedies)
{
    /// <summary>Releases that were in force and were taken back, the last first.</summary>
    public ImmutableArray<PublicationEntry> TakenBack(string service)
    {
        var entries = catalogue.Publications(service);
        return
        [
            .. entries
                .Where(e => e.Kind == PublicationKind.RolledBack)
                .Select(back => entries.FirstOrDefault(e => e.Publication.Number == back.Undoes))
                .OfType<PublicationEntry>()
                .Reverse(),
        ];
    }

    /// <summary>Everything that was determined under a release, a page of its cases; other cases of it are left out.</summary>
    public async Task<(ImmutableArray<DoubtfulCase> Cases, CaseCursor? Next)> Determined(
        string service,
        string hash,
        int limit,
        CaseCursor? after
    )
    {
        var page = await journal.Cases.OfRelease(service, hash, limit, after);
        return (
            [
                .. page
                    .Rows.Select(row => (row, Outcome: OutcomeOf(row)))
                    .Where(r => r.Outcome is not null)
                    .Select(r => new DoubtfulCase(r.row, r.Outcome!, remedies.ByOutcome.GetValueOrDefault(r.Outcome!))),
            ],
            page.Next
        );
    }

    private static string? OutcomeOf(CaseRow row) =>
        row.Summary.State == CaseStates.Refused ? CaseStates.Refused
        : row.Summary.Outcome is Engine.CaseLogic.Granted or Engine.CaseLogic.Rejected ? row.Summary.Outcome
        : null;
}
