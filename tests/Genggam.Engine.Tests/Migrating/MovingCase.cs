using System.Collections.Immutable;
using Genggam.Standards.Feel;

namespace Genggam.Engine.Tests.Migrating;

/// <summary>A case that is moved between two worlds of its service, with its entries kept.</summary>
internal sealed class MovingCase(World old, World target, Case state)
{
    public const string Id = "pindah-1";

    public World Old => old;
    public World Target => target;
    public Case State { get; private set; } = state;
    public List<CaseEntry> Entries { get; } = [];
    public DateTimeOffset Now { get; set; } = state.LastAt;

    /// <summary>Where the case is now.</summary>
    public World World => State.Release == target.Core.Hash ? target : old;

    public static MigrationPlan Plan(World old, World target, params (string Old, string New)[] map) =>
        new(Id, old.Core.Hash, target.Core.Hash)
        {
            Elements = map.ToImmutableSortedDictionary(m => m.Old, m => m.New, StringComparer.Ordinal),
        };

    /// <summary>The case of a running test, to be moved.</summary>
    public static MovingCase Of(RunningCase running, World old, World target) =>
        new(old, target, running.State) { Now = running.Now };

    public MigrationVerdict Judge(MigrationPlan plan) => Migration.Judge(plan, old.Core, target, State, Now);

    public Refusal? Move(params (string Old, string New)[] map) => Move(Plan(old, target, map));

    public Refusal? Move(MigrationPlan plan) =>
        Do(target with { Before = old.Core }, new Command.Migrate(plan), Actor.System);

    public Refusal? Undo(string id = Id) => Do(old, new Command.UndoMigration(id), Actor.System);

    public Refusal? Do(Command command, Actor by) => Do(World, command, by);

    public Refusal? Do(World world, Command command, Actor by)
    {
        var now = new Moment(Now);
        var verdict = CaseLogic.Decide(world, State, command, by, now);
        if (verdict.Refused is not null)
            return verdict.Refused;
        var entry = new CaseEntry(command, verdict.Events, verdict.Effects, null, Stamp.Of(world, now, by, "uji"));
        Entries.Add(entry);
        State = CaseLogic.Fold(State, entry);
        return null;
    }

    public string[] Open() => [.. State.Tasks.Values.Select(t => t.Element).Order(StringComparer.Ordinal)];

    /// <summary>The head does the first open task of that element.</summary>
    public void Finish(string element, params (string Name, FeelValue Value)[] result)
    {
        var task = State.Tasks.Values.First(t => t.Element == element);
        if (task.Assignee is null)
            Assert.Null(Do(new Command.Claim(task.Id), RunningCase.Head));
        Assert.Null(
            Do(
                new Command.Complete(task.Id, "approve", new Personal(FeelContext.Of(result)), Personal.Nothing, []),
                RunningCase.Head
            )
        );
    }

    public void Pass(TimeSpan time)
    {
        var until = Now + time;
        while (State.Timers.Values.Where(t => t.Due <= until).MinBy(t => t.Due) is { } timer)
        {
            Now = timer.Due > Now ? timer.Due : Now;
            Assert.Null(Do(new Command.TimerDue(timer.Id), Actor.System));
        }
        Now = until;
    }
}
