using System.Collections.Immutable;
using Genggam.Journal;

namespace Genggam.Office.Changes;

public enum ChangeState
{
    /// <summary>It is being worked on.</summary>
    Draft,

    /// <summary>A second person is asked to publish it.</summary>
    Asked,

    /// <summary>It is in force, or will be.</summary>
    Published,

    GivenUp,
}

/// <summary>One step with who did it and when.</summary>
public sealed record ChangeHistory(long Number, DateTimeOffset At, string Actor, ChangeStep Step);

/// <summary>A change of a service (perubahan): the fold of its steps.</summary>
/// <param name="Base">The release that its files are written over.</param>
/// <param name="Editors">Who wrote any of it: none of them may approve it.</param>
/// <param name="Request">What the author last asked to have published.</param>
/// <param name="Publication">The number of the publication that came of it.</param>
public sealed record Change(
    ChangeId Id,
    string Service,
    string Base,
    string Title,
    string? Reason,
    ChangeState State,
    string OpenedBy,
    ImmutableSortedSet<string> Editors,
    PublicationRequest? Request,
    long? Publication,
    ImmutableArray<ChangeHistory> History
)
{
    public long Steps => History.Length;

    /// <summary>The steps after which other files were written, and whose files can be had again: since the change stands on its base.</summary>
    public IEnumerable<ChangeHistory> Earlier
    {
        get
        {
            var since = History.LastOrDefault(h => h.Step is ChangeStep.Rebased)?.Number ?? 1;
            return History
                .Where(h => h.Number >= since && h.Step is ChangeStep.Opened or ChangeStep.Rebased or ChangeStep.Saved)
                .SkipLast(1);
        }
    }

    /// <summary>Null where there are no steps.</summary>
    internal static Change? Of(ChangeId id, IEnumerable<ChangeStepRow> rows) =>
        rows.Select(r => new ChangeHistory(r.Number, r.At, r.Actor, ChangeStep.Read(r.Body)))
            .Aggregate((Change?)null, (change, next) => Then(id, change, next));

    internal Change Then(ChangeHistory next) => Then(Id, this, next)!;

    private static Change? Then(ChangeId id, Change? before, ChangeHistory next) =>
        next.Step is ChangeStep.Opened opened
            ? new Change(
                id,
                opened.Service,
                opened.Base,
                opened.Title,
                opened.Reason,
                ChangeState.Draft,
                next.Actor,
                ImmutableSortedSet.Create(StringComparer.Ordinal, next.Actor),
                null,
                null,
                [next]
            )
            : Later(before!, next) with
            {
                History = before!.History.Add(next),
            };

    private static Change Later(Change change, ChangeHistory next) =>
        next.Step switch
        {
            ChangeStep.Saved => change with { State = ChangeState.Draft, Editors = change.Editors.Add(next.Actor) },
            ChangeStep.Rebased rebased => change with
            {
                State = ChangeState.Draft,
                Base = rebased.Base,
                Editors = change.Editors.Add(next.Actor),
            },
            ChangeStep.Asked asked => change with
            {
                State = ChangeState.Asked,
                Request = asked.Request,
                Editors = change.Editors.Add(next.Actor),
            },
            ChangeStep.SentBack or ChangeStep.TakenBack or ChangeStep.TakenUp => change with
            {
                State = ChangeState.Draft,
            },
            ChangeStep.Approved approved => change with
            {
                State = ChangeState.Published,
                Publication = approved.Publication,
            },
            ChangeStep.GivenUp => change with { State = ChangeState.GivenUp },
            _ => change,
        };
}
