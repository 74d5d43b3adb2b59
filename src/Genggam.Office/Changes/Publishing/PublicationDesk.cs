using System.Globalization;
using Genggam.Engine;
using Genggam.Journal;
using Genggam.Office.Catalogue;
using Genggam.Office.Catalogue.Checks;
using Genggam.Office.Catalogue.Overlays;
using Genggam.Office.Changes.Regional;
using Genggam.Office.Documents;
using Genggam.Standards;

namespace Genggam.Office.Changes;

/// <summary>
/// The way of a change into force: its author asks, a second person publishes or sends it back. What is published is what
/// was asked for, byte by byte, and passes its check at that moment.
/// </summary>
public sealed class PublicationDesk(
    ChangeDesk changes,
    Publisher publisher,
    ServiceCatalogue catalogue,
    RegionOverlays overlays,
    Ownership ownership,
    Agencies.Agencies agencies,
    LetterWorker worker,
    Participation participation,
    Migrations migrations
)
{
    public const int LongestNote = 2000;

    /// <summary>Everything that stands between a draft and its publication, with its letters laid out.</summary>
    public async Task<CheckReport> Check(Draft draft, CancellationToken cancel)
    {
        var report = draft.Check(catalogue.Calendar);
        if (report.Release is { Over: not null } overlay)
            return report with { Problems = [.. report.Problems, .. OverlayCheck.Problems(agencies, overlay)] };
        return report.Passed
            ? report with
            {
                Problems = [.. report.Problems, .. await LetterCheck.LayOut(report, worker, cancel)],
            }
            : report;
    }

    public async Task<ChangeResult> Ask(ChangeId id, PublicationAsk ask, Actor by, CancellationToken cancel)
    {
        if (await changes.Load(id) is not { } draft || !ownership.MayWrite(by, draft.Change.Service))
            return ChangeResult.No(ChangeRefusal.Unknown);
        if (draft.Change.State is not (ChangeState.Draft or ChangeState.Asked))
            return ChangeResult.No(ChangeRefusal.NotOpen);
        if (draft.Hash != ask.Hash)
            return ChangeResult.No(ChangeRefusal.OtherHash);
        if (new[] { ask.Note, ask.Decree, ask.Consultation, ask.ConsultationLink }.Any(t => t?.Length > LongestNote))
            return ChangeResult.No(ChangeRefusal.Unfit, "note");
        if (ask.Start is { } start && publisher.IsOver(start))
            return ChangeResult.No(ChangeRefusal.BadStart, start.ToString()!);
        if (Older(draft) is { } older)
            return older;
        if (draft.Hash == draft.Base.Hash)
            return ChangeResult.No(ChangeRefusal.Nothing);
        if (participation.WhyNot(draft, ask.Minutes, publisher.Today) is { } unheard)
            return new ChangeResult.Refused(unheard);
        var report = await Check(draft, cancel);
        if (!report.Passed)
            return ChangeResult.No(ChangeRefusal.NotReady, Faults(report));
        var request = new PublicationRequest(
            ask.Hash,
            ask.Start?.ToString(),
            ask.Note,
            ask.Decree,
            ask.Consultation,
            report.Problems.Count,
            ask.ConsultationHeld,
            ask.ConsultationLink,
            ask.Running
        );
        return await changes.Take(draft.Change, new ChangeStep.Asked(request), by, []) is { } asked
            ? new ChangeResult.Done(asked)
            : ChangeResult.No(ChangeRefusal.OtherHash);
    }

    public async Task<ChangeResult> SendBack(ChangeId id, string note, Actor by)
    {
        if (await changes.Find(id) is not { } change || !ownership.MayPublish(by, change.Service))
            return ChangeResult.No(ChangeRefusal.Unknown);
        if (change.State != ChangeState.Asked || IsPublished(change))
            return ChangeResult.No(ChangeRefusal.NotOpen);
        if (note.Trim().Length is 0 or > LongestNote)
            return ChangeResult.No(ChangeRefusal.Unfit, "note");
        return await changes.Take(change, new ChangeStep.SentBack(note.Trim()), by, []) is { } back
            ? new ChangeResult.Done(back)
            : ChangeResult.No(ChangeRefusal.OtherHash);
    }

    public Task<ChangeResult> GiveUp(ChangeId id, string? note, Actor by) =>
        Take(id, [ChangeState.Draft, ChangeState.Asked], new ChangeStep.GivenUp(note), by);

    /// <summary>An owner takes back what was asked, as long as nobody has approved it.</summary>
    /// <param name="note">Why; may be left empty.</param>
    public Task<ChangeResult> TakeBack(ChangeId id, string? note, Actor by) =>
        note?.Trim().Length > LongestNote
            ? Task.FromResult<ChangeResult>(ChangeResult.No(ChangeRefusal.Unfit, "note"))
            : Take(
                id,
                [ChangeState.Asked],
                new ChangeStep.TakenBack(string.IsNullOrWhiteSpace(note) ? null : note.Trim()),
                by
            );

    /// <summary>An owner goes on with what was given up.</summary>
    public Task<ChangeResult> TakeUp(ChangeId id, Actor by) =>
        Take(id, [ChangeState.GivenUp], new ChangeStep.TakenUp(), by);

    /// <summary>A step that an owner takes alone, and that writes no file.</summary>
    private async Task<ChangeResult> Take(ChangeId id, ChangeState[] from, ChangeStep step, Actor by)
    {
        if (await changes.Find(id) is not { } change || !ownership.MayWrite(by, change.Service))
            return ChangeResult.No(ChangeRefusal.Unknown);
        if (!from.Contains(change.State) || IsPublished(change))
            return ChangeResult.No(ChangeRefusal.NotOpen);
        return await changes.Take(change, step, by, []) is { } taken
            ? new ChangeResult.Done(taken)
            : ChangeResult.No(ChangeRefusal.OtherHash);
    }

    /// <param name="hash">The release that the second person saw on the page.</param>
    public async Task<ChangeResult> Approve(ChangeId id, string hash, Actor by, CancellationToken cancel)
    {
        if (await changes.Load(id) is not { } draft || !ownership.MayPublish(by, draft.Change.Service))
            return ChangeResult.No(ChangeRefusal.Unknown);
        var change = draft.Change;
        if (change.State != ChangeState.Asked || change.Request is not { } request)
            return ChangeResult.No(ChangeRefusal.NotOpen);
        if (change.Editors.Contains(by.Id))
            return ChangeResult.No(ChangeRefusal.SamePerson);
        if (draft.Hash != request.Hash || hash != request.Hash)
            return ChangeResult.No(ChangeRefusal.OtherHash);
        if (!IsPublished(change) && Older(draft) is { } older)
            return older;
        if (participation.WhyNot(draft, request.Minutes, publisher.Today) is { } unheard)
            return new ChangeResult.Refused(unheard);
        var report = await Check(draft, cancel);
        if (!report.Passed)
            return ChangeResult.No(ChangeRefusal.NotReady, Faults(report));
        var start = request.Starts is { } starts ? PublicationStart.Read(starts) : null;
        switch (await publisher.Publish(draft.Release!, start, by.Id, id, request.Note))
        {
            case PublishResult.Refused no:
                return new ChangeResult.Refused(no.Refusal);
            case PublishResult.Published published:
                // What begins later moves no case now: its publisher starts that on the day. Those of a region follow
                // their core. It is one move however often this is approved: the last step may have been cut off.
                if (
                    start is null
                    && request.Running is { Move: true } running
                    && catalogue.Find(change.Service)?.Hash == request.Hash
                )
                    await migrations.Start(
                        running.Plan(draft.Base.Hash, request.Hash),
                        MigrationFilter.All,
                        by,
                        new MigrationId(id.Value)
                    );
                var step = new ChangeStep.Approved(published.Entry.Publication.Number);
                return await changes.Take(change, step, by, []) is { } done
                    ? new ChangeResult.Done(done)
                    : ChangeResult.No(ChangeRefusal.OtherHash);
            default:
                throw new InvalidOperationException("The set is closed.");
        }
    }

    /// <summary>By whom the line was cut off then, the step alone is missing: approving again adds it.</summary>
    private bool IsPublished(Change change) => catalogue.Publications(change.Service).Any(e => e.Change == change.Id);

    private ChangeResult.Refused? Older(Draft draft) =>
        overlays.Live(draft.Change.Service)?.Hash == draft.Base.Hash ? null : ChangeResult.No(ChangeRefusal.OlderCore);

    private static string Faults(CheckReport report) =>
        (
            report.Problems.Count(p => p.Severity == Severity.Error) + report.Examples.Count(e => e.Faults.Length > 0)
        ).ToString(CultureInfo.InvariantCulture);
}

/// <summary>What an author asks for.</summary>
/// <param name="Hash">The release that they saw on the page.</param>
/// <param name="Start">Null for as soon as it is approved.</param>
public sealed record PublicationAsk(
    string Hash,
    PublicationStart? Start,
    string Note,
    string? Decree,
    string? Consultation
)
{
    public DateOnly? ConsultationHeld { get; init; }

    public string? ConsultationLink { get; init; }

    public RunningCases? Running { get; init; }

    internal Minutes Minutes => new(Consultation, ConsultationHeld, ConsultationLink);
}
