using System.Collections.Immutable;
using Genggam.Engine;
using Genggam.Journal;
using Genggam.Office.Cases;
using Genggam.Standards.Feel;

namespace Genggam.Office.Changes.Sandbox;

/// <summary>One step of a walk and what came of it.</summary>
/// <param name="Number">Counted from 1.</param>
/// <param name="At">How late it was when it was done.</param>
/// <param name="Until">How late it is after it.</param>
public sealed record WalkMoment(
    int Number,
    ExampleStep Step,
    DateTimeOffset At,
    DateTimeOffset Until,
    ImmutableArray<CaseEntry> Entries,
    Refusal? Refused
);

/// <summary>
/// A walk through a draft: what a citizen and officers put in, and the case that the engine makes of it under the draft as it is
/// now. No part of it is stored but the inputs, and nothing outside hears of it.
/// </summary>
public sealed class Walk
{
    private Walk(Draft draft, World world, WalkPaper paper, long version)
    {
        (Draft, World, Paper, Version) = (draft, world, paper, version);
        Told = new Rehearsal(world, paper.Told.At, paper.Told.Agency, paper.Told.Zone);
    }

    public Draft Draft { get; }
    public World World { get; }
    public WalkPaper Paper { get; }

    /// <summary>Raised at every step; a page that shows another one is stale.</summary>
    public long Version { get; }

    /// <summary>The case as the steps made it.</summary>
    public Rehearsal Told { get; }

    public ImmutableArray<WalkMoment> Moments { get; private set; } = [];

    /// <summary>The first step that the draft now answers otherwise: what follows it was not done again.</summary>
    public ExampleFault? Broken { get; private set; }

    /// <summary>The draft was written since the last step.</summary>
    public bool IsOlder => Paper.Under != WalkDesk.MarkOf(Draft);

    public Release Release => World.Core;
    public DateTimeOffset Now => Told.Now;
    public string Zone => Paper.Told.Zone;
    public string Agency => Paper.Told.Agency;
    public Case Case => Told.Case;
    public FeelEnvironment Environment => new(Now);

    /// <summary>Whether the draft takes applications at this moment of the walk; pauses are the office's, not the draft's.</summary>
    public Intake Intake => Release.Service.Opening.At(Now, Zone, World.Zones, [], []);

    /// <summary>The next timer or deadline; null where nothing is waited for.</summary>
    public DateTimeOffset? Next =>
        Case.Status == CaseStatus.Open
            ? Case
                .Timers.Values.Select(t => (DateTimeOffset?)t.Due)
                .Append(Case.Deadline)
                .Where(due => due > Now)
                .Order()
                .FirstOrDefault()
            : null;

    /// <summary>The case as pages read a real one. It has one person, whom nobody knows.</summary>
    public LoadedCase Loaded => LoadedAs(Case);

    /// <summary>The same while an officer holds one of its tasks.</summary>
    public LoadedCase HeldBy(OpenTask task, Actor officer) =>
        LoadedAs(Case with { Tasks = Case.Tasks.SetItem(task.Id, task with { Assignee = officer.Id }) });

    private LoadedCase LoadedAs(Case state) =>
        new(
            new CaseId(Draft.Change.Id.Value),
            state with
            {
                Subjects = state.Subjects.SetItem(EntryCodec.Applicant, Guid.Empty),
            },
            Release,
            Digest.Zero,
            [.. Told.Entries],
            []
        );

    internal static Walk Of(Draft draft, World world, WalkPaper paper, long version)
    {
        var walk = new Walk(draft, world, paper, version);
        var moments = ImmutableArray.CreateBuilder<WalkMoment>();
        foreach (var (index, step) in paper.Told.Steps.Index())
        {
            var (before, at) = (walk.Told.Entries.Count, walk.Now);
            walk.Broken = walk.Told.Step(index, step);
            if (walk.Broken is not null)
                break;
            moments.Add(
                new WalkMoment(index + 1, step, at, walk.Now, [.. walk.Told.Entries.Skip(before)], walk.Told.Refused)
            );
        }
        walk.Moments = moments.ToImmutable();
        return walk;
    }
}
