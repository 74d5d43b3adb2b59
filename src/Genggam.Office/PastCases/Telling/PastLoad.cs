using Genggam.Engine;
using Genggam.Journal;
using Genggam.Office.Cases;
using Genggam.Office.Effects;
using Genggam.Office.Numbers;
using Genggam.Office.PastCases.Days;
using IssuedDocument = Genggam.Journal.IssuedDocument;

namespace Genggam.Office.PastCases.Telling;

/// <summary>
/// Leads the cases of an order in the order of time, a stretch after the other: what of a stretch is decided on all cores is
/// written while the next is decided. Entries of all cases stand in the journal in the order in which they happened. In memory
/// is what is on its way, and thirty-two bytes a case.
/// </summary>
internal sealed class PastLoad(
    JournalStore journal,
    PastCasesOrder order,
    IReadOnlyList<Desk> desks,
    Arrival[] arrivals,
    CaseMaker maker,
    PastCounters counters,
    LoadMark mark,
    DateTimeOffset present
)
{
    private const int AtOnce = 1000;

    /// <summary>Letters that are made for real are made by then.</summary>
    private static readonly TimeSpan Hold = TimeSpan.FromHours(1);

    private readonly LetterBook letters = new(counters, order.Seed);
    private readonly List<LateLetter> late = [];
    private List<PastCase> onTheWay = [];
    private long entries;
    private int left;
    private int told;

    /// <summary>Letters that are still to be made for real, in the order of time.</summary>
    public IReadOnlyList<LateLetter> Late => [.. late.OrderBy(l => l.Ready).ThenBy(l => l.Case.Value)];

    public async Task<PastCasesTold> Run(IProgress<PastCasesProgress>? progress, CancellationToken cancel)
    {
        var place = (int)await mark.Place();
        if (place > 0)
            await TakeUp(place);
        var written = Task.CompletedTask;
        try
        {
            while (place < arrivals.Length)
            {
                cancel.ThrowIfCancellationRequested();
                var next = Math.Min(place + order.Stretch, arrivals.Length);
                await Lead(place, next);
                var until =
                    next < arrivals.Length
                        ? new DateTimeOffset(arrivals[next].Ticks, TimeSpan.Zero)
                        : present.AddTicks(1);
                var batch = await Happened(until, next);
                // The next stretch looks for people among those of this one.
                var prepared = await journal.Past.Seal(batch);
                await written;
                progress?.Report(new PastCasesProgress(place, entries, until));
                entries += batch.Entries.Count;
                written = journal.Past.Write(prepared);
                place = next;
            }
        }
        finally
        {
            await written;
        }
        progress?.Report(new PastCasesProgress(place, entries, present));
        return new PastCasesTold(told, entries, left);
    }

    /// <summary>Leads cases up to their first letter.</summary>
    private async Task Lead(int from, int to)
    {
        var plans = new PlannedCase[to - from];
        Parallel.For(0, plans.Length, i => plans[i] = maker.Answered(maker.Plan(arrivals[from + i], from + i)));
        var numbers = new string[plans.Length];
        for (var i = 0; i < plans.Length; i++)
            numbers[i] = await Number(plans[i]);
        var files = new List<Task>();
        foreach (var one in await LeadAll(plans, numbers))
        {
            if (one is null)
            {
                left++;
                continue;
            }
            told++;
            onTheWay.Add(one);
            if (order.Files)
                files.Add(KeepFiles(one));
            else
                letters.Await(one);
        }
        await Task.WhenAll(files);
    }

    private async Task<PastCase?[]> LeadAll(PlannedCase[] plans, string[] numbers)
    {
        var niks = plans.SelectMany(p => p.Niks).Distinct(StringComparer.Ordinal).ToList();
        var book = new SubjectBook(order.Seed, await journal.Past.Known(niks));
        foreach (var plan in plans)
        foreach (var nik in plan.Niks)
            book.Expect(nik, plan.Setting.Start);
        var led = new PastCase?[plans.Length];
        var hold = order.Files ? present + Hold : (DateTimeOffset?)null;
        Parallel.For(0, plans.Length, i => led[i] = maker.Lead(plans[i], book, numbers[i], hold));
        return led;
    }

    private async Task<string> Number(PlannedCase plan)
    {
        var office = plan.Desk.Office.Agency;
        var year = plan.Setting.Start.Year;
        return CaseNumber.Of(office.Code, year, (int)await counters.Next($"case/{office.Code}/{year}")).ToString();
    }

    /// <summary>What happened before a moment, letters and what follows them included.</summary>
    private async Task<PastBatch> Happened(DateTimeOffset until, int place)
    {
        while (await letters.Issue(until, c => desks[arrivals[c.Place].Desk].Office.Agency) is { Count: > 0 } issued)
        {
            Parallel.ForEach(issued, i => i.Case.Take(i.Answer, i.At));
            foreach (var (told, _, _) in issued)
                letters.Await(told);
        }
        var happened = new List<(DateTimeOffset At, int Place, NewEntry Entry)>();
        var subjects = new List<PastSubject>();
        var ended = new List<CaseId>();
        var still = new List<PastCase>(onTheWay.Count);
        foreach (var one in onTheWay)
        {
            while (one.Drafts.TryPeek(out var draft) && draft.At < until)
                happened.Add((draft.At, one.Place, one.Drafts.Dequeue()));
            subjects.AddRange(one.Subjects.Taken());
            if (one.Drafts.Count > 0 || (!order.Files && !one.Ended))
                still.Add(one);
            else
                ended.Add(one.Loaded.Id);
        }
        onTheWay = still;
        var (documents, numbers) = letters.Taken();
        mark.Reach(counters, place, present);
        return new PastBatch([
            .. happened
                .OrderBy(h => h.At)
                .ThenBy(h => h.Place)
                .ThenBy(h => h.Entry.ExpectedSequence)
                .Select(h => h.Entry),
        ])
        {
            Subjects = subjects,
            Documents = documents,
            Numbers = numbers,
            Counters = counters.Values,
            Ended = ended,
        };
    }

    private async Task KeepFiles(PastCase told)
    {
        if (told.Wanted is { } letter)
            late.Add(new LateLetter(told.Loaded.Id, letter.Ready));
        foreach (var file in told.Files)
            await journal.Blobs.Save(file.Id, told.Owner, null, file.Name, "application/pdf", file.Content);
    }

    /// <summary>Leads again those that a stopped load had not come to the end of, up to where it came with each.</summary>
    private async Task TakeUp(int place)
    {
        var open = await Unfinished();
        var plans = Enumerable
            .Range(0, place)
            .Select(i => maker.Plan(arrivals[i], i))
            .Where(plan => open.ContainsKey(plan.Id))
            .Select(maker.Answered)
            .ToArray();
        foreach (
            var one in (await LeadAll(plans, [.. plans.Select(p => open[p.Id].Summary.Number)])).OfType<PastCase>()
        )
        {
            var issued = new Queue<IssuedDocument>(await journal.Documents.OfCase(one.Loaded.Id));
            while (one.Wanted is { } letter && issued.TryDequeue(out var document))
                one.Take(IssueLetter.Ready(letter.Effect, document, one.Loaded.Case.Zone).Answer, letter.Ready);
            while (one.Drafts.TryPeek(out var draft) && draft.ExpectedSequence < open[one.Loaded.Id].Sequence)
                one.Drafts.Dequeue();
            if (one.Drafts.Count == 0 && one.Ended)
                continue;
            onTheWay.Add(one);
            letters.Await(one);
        }
    }

    private async Task<Dictionary<CaseId, CaseRow>> Unfinished()
    {
        var open = new Dictionary<CaseId, CaseRow>();
        foreach (var service in desks.Select(d => d.Release.Id).Distinct(StringComparer.Ordinal))
        foreach (var state in CaseStates.All.Remove(CaseStates.Closed))
            for (CaseCursor? after = null; ; )
            {
                var page = await journal.Cases.List(new CaseFilter(Service: service, State: state), AtOnce, after);
                foreach (var row in page.Rows)
                    open[row.Case] = row;
                if ((after = page.Next) is null)
                    break;
            }
        return open;
    }
}
