using System.Collections.Immutable;
using Genggam.Journal;
using Genggam.Office.Agencies;
using Genggam.Office.Cases;
using Genggam.Office.Catalogue;
using Genggam.Office.Documents;
using Genggam.Office.Documents.Signing;
using Genggam.Office.Effects;
using Genggam.Office.PastCases.Profiles;
using Genggam.Office.PastCases.Telling;

namespace Genggam.Office.PastCases;

/// <summary>
/// Fills a journal with believable past cases: people as the profiles of the services describe them, led through the live
/// engine, the live journal's encryption and chain, summaries and worklists.
/// </summary>
public sealed class StoryBook(
    JournalStore journal,
    ServiceCatalogue catalogue,
    Agencies.Agencies agencies,
    Regions regions,
    CaseReader reader,
    Letters letters,
    DemoCertificates certificates,
    PublicAddress address,
    OfficeOptions options,
    TimeProvider time
)
{
    /// <summary>
    /// Tells the cases of an order; the same order goes on where it was stopped, and does nothing once it is done.
    /// </summary>
    public async Task<PastCasesTold> Load(
        PastCasesOrder order,
        OfficerOf officers,
        IProgress<PastCasesProgress>? progress,
        CancellationToken cancel
    )
    {
        var begun = await Begin(order, officers, progress, cancel);
        await begun.MakeLetters(null, cancel);
        return begun.Told;
    }

    /// <summary>The same, with letters that are made for real left to be made.</summary>
    public async Task<PastCasesBegun> Begin(
        PastCasesOrder order,
        OfficerOf officers,
        IProgress<PastCasesProgress>? progress,
        CancellationToken cancel
    )
    {
        var mark = new LoadMark(journal.Past, order);
        var present = await mark.Present() ?? order.Until ?? Seconds(time.GetUtcNow());
        var (desks, arrivals) = new Desks(catalogue, agencies, regions).Of(order, ProfileShelf.All, present);
        var maker = new CaseMaker(order, desks, ProfileShelf.People, new Papers(), officers, present, journal.Subjects);
        var counters = new PastCounters(journal.Past);
        var load = new PastLoad(journal, order, desks, arrivals, maker, counters, mark, present);
        var told = await load.Run(progress, cancel);
        return new PastCasesBegun(told, load.Late.Count, (made, stop) => MakeLetters(load.Late, made, stop));
    }

    private Task<int> MakeLetters(IReadOnlyList<LateLetter> late, IProgress<int>? progress, CancellationToken cancel)
    {
        var clock = new StoryClock();
        var runner = new CaseRunner(
            journal,
            reader,
            catalogue,
            new Pseudonyms(journal, clock),
            new OwnNik(journal),
            agencies,
            clock
        );
        var issue = new IssueLetter(journal, reader, agencies, letters, certificates, address, options, clock);
        return new LateLetters(clock, reader, runner, issue).Make(late, progress, cancel);
    }

    private static DateTimeOffset Seconds(DateTimeOffset at) =>
        DateTimeOffset.FromUnixTimeSeconds(at.ToUnixTimeSeconds());
}

/// <summary>Past cases that stand in the journal, and the letters that some of them still wait for.</summary>
public sealed class PastCasesBegun
{
    internal PastCasesBegun(
        PastCasesTold told,
        int letters,
        Func<IProgress<int>?, CancellationToken, Task<int>> makeLetters
    ) => (Told, Letters, MakeLetters) = (told, letters, makeLetters);

    public PastCasesTold Told { get; }

    public int Letters { get; }

    /// <summary>Makes them; to be called once.</summary>
    public Func<IProgress<int>?, CancellationToken, Task<int>> MakeLetters { get; }
}
