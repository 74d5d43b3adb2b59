using System.Collections.Immutable;
using System.Text;
using CsCheck;
using Genggam.Engine.Tests.Processes;
using Genggam.Engine.Tests.Services;
using Genggam.Office.Catalogue;
using Genggam.Standards.Feel;

namespace Genggam.Engine.Tests.Migrating;

/// <summary>What holds of every move. CsCheck prints the seed of a failure.</summary>
public sealed class MovePropertyTests
{
    private static readonly (string Service, string Example)[] Told =
    [
        .. ShippedExampleTests.Ends.Select(row => ((string)row.Data.Item1, (string)row.Data.Item2)),
    ];

    private static readonly Dictionary<string, World> SameUnderAnotherHash = new[]
    {
        Shipped.Birth,
        Shipped.Kitchen,
        Shipped.Stall,
    }.ToDictionary(service => service, Renamed);

    private static readonly Gen<(int Story, int Cut)> Anywhere = Gen.Select(
        Gen.Int[0, Told.Length - 1],
        Gen.Int[0, 60],
        (story, cut) => (story, cut)
    );

    [Fact]
    public void A_case_that_moves_and_moves_back_is_in_all_as_it_was() =>
        Anywhere.Sample(
            (at) =>
            {
                if (Running(at.Story, at.Cut) is not var (moving, _))
                    return;
                var before = moving.State;

                Assert.Null(moving.Move());
                Assert.Equal(moving.Target.Core.Hash, moving.State.Release);
                SameCase.Assert(before, moving.State, otherRelease: true);
                Assert.Null(moving.Undo());

                SameCase.Assert(before, moving.State);
                Assert.Equal(before.Sequence + 2, moving.State.Sequence);
                Assert.Empty(moving.Entries.SelectMany(e => e.Effects));
            },
            iter: 150
        );

    [Fact]
    public void Under_the_same_process_the_rest_of_the_story_comes_to_the_same_end() =>
        Anywhere.Sample(
            (at) =>
            {
                if (Running(at.Story, at.Cut) is not var (moving, rest))
                    return;
                Assert.Null(moving.Move());
                var end = rest.Aggregate(moving.State with { Before = null }, CaseLogic.Fold);

                foreach (var entry in rest)
                {
                    moving.Now = entry.Stamp.At;
                    var command = entry.Command is Command.DocumentReady ready
                        ? ready with
                        {
                            Effect = moving.State.Awaited.Keys.Single(),
                        }
                        : entry.Command;
                    Assert.Null(moving.Do(command, entry.Stamp.Actor));
                }

                SameCase.Assert(end, moving.State, otherRelease: true);
                Assert.Equal(moving.Target.Core.Hash, moving.State.Release);
            },
            iter: 150
        );

    [Fact]
    public void A_whole_process_moved_at_any_moment_still_comes_to_its_end_and_back_to_where_it_was() =>
        Gen.Select(RandomProcess.Blocks(3), Gen.Int[0, int.MaxValue])
            .Sample(
                (block, dice) =>
                {
                    var drawing = new RandomProcess.Drawing();
                    var (first, last) = block.Draw(drawing);
                    var process = Drawn.Process(
                        $"s-{first} {last}-e {drawing.Flows}",
                        Drawn.Start() + Drawn.End() + drawing.Elements
                    );
                    var (old, target) = (SampleService.World(process: process), SampleService.World(101, process));
                    var random = new Random(dice);
                    var running = new RunningCase(old);
                    Assert.Null(running.Submit());
                    for (var i = random.Next(8); i > 0 && running.State.Status == CaseStatus.Open; i--)
                        Go(running, random);
                    if (running.State.Status != CaseStatus.Open)
                        return;
                    var moving = MovingCase.Of(running, old, target);

                    Assert.Null(moving.Move());
                    SameCase.Assert(running.State, moving.State, otherRelease: true);
                    Assert.Null(moving.Undo());
                    SameCase.Assert(running.State, moving.State);
                    Assert.Null(moving.Move());

                    for (var i = 0; i < 400 && moving.State.Status == CaseStatus.Open; i++)
                        if (moving.State.Tasks.Values.ToList() is { Count: > 0 } open && random.Next(8) > 0)
                            moving.Finish(open[random.Next(open.Count)].Element);
                        else
                            moving.Pass(TimeSpan.FromHours(30));
                    Assert.Equal(CaseStatus.Closed, moving.State.Status);
                    Assert.Empty(moving.State.Incidents);
                },
                iter: 60
            );

    [Fact]
    public void Between_processes_drawn_at_random_by_a_plan_made_at_random_a_case_moves_whole_or_not_at_all()
    {
        var moved = 0;
        Gen.Int[0, int.MaxValue]
            .Sample(
                dice =>
                {
                    var random = new Random(dice);
                    var size = random.Next(3, 12);
                    var (old, target) = (
                        SampleService.World(process: RandomProcess.Soup(new Random(dice), size)),
                        SampleService.World(101, RandomProcess.Soup(new Random(dice), size, random))
                    );
                    var running = new RunningCase(old);
                    Assert.Null(running.Submit());
                    for (var i = random.Next(5); i > 0 && running.State.Status == CaseStatus.Open; i--)
                        RandomProcess.Step(running, random);
                    var moving = MovingCase.Of(running, old, target);
                    (string, string)[] map =
                    [
                        .. Enumerable
                            .Range(0, size)
                            .Select(i => ($"n{i}", $"n{random.Next(12)}"))
                            .Take(random.Next(2) * random.Next(size)),
                    ];

                    var verdict = moving.Judge(MovingCase.Plan(old, target, map));
                    var refused = moving.Move(map);

                    Assert.Equal(verdict is MigrationVerdict.Moves, refused is null);
                    if (refused is not null)
                    {
                        Assert.Same(running.State, moving.State);
                        return;
                    }
                    Interlocked.Increment(ref moved);
                    if (moving.State.Status == CaseStatus.Open)
                        RandomProcess.Whole(moving.State);
                    Assert.All(moving.State.Tokens.Values, t => Assert.NotNull(target.Core.Process.Find(t.Element)));
                    if (moving.State.Before is not null)
                    {
                        Assert.Null(moving.Undo());
                        SameCase.Assert(running.State, moving.State);
                        Assert.Null(moving.Move(map));
                    }
                    var on = new RunningCase(target) { Now = moving.Now };
                    on.Takes(moving.State);
                    for (var i = 0; i < 12 && on.State.Status == CaseStatus.Open; i++)
                    {
                        RandomProcess.Whole(on.State);
                        RandomProcess.Step(on, random);
                    }
                },
                iter: 100
            );
        Assert.True(moved > 25, $"only {moved} moved");
    }

    private static void Go(RunningCase running, Random random)
    {
        var open = running.State.Tasks.Values.ToList();
        if (open.Count > 0 && random.Next(8) > 0)
            running.Do(open[random.Next(open.Count)].Element);
        else
            running.Pass(TimeSpan.FromHours(30));
    }

    /// <summary>A shipped story up to an entry, and the entries after it; null where no case runs there or a letter is made.</summary>
    private static (MovingCase, List<CaseEntry>)? Running(int story, int cut)
    {
        var (service, file) = Told[story];
        var entries = ExampleRunner.Run(Shipped.World(service), Shipped.Example(service, file)).Entries;
        if (entries.Length == 0)
            return null;
        var here = entries[..(1 + cut % entries.Length)].Aggregate(Case.New("example"), CaseLogic.Fold);
        if (here.Status != CaseStatus.Open || !here.Awaited.IsEmpty)
            return null;
        return (
            new MovingCase(Shipped.World(service), SameUnderAnotherHash[service], here),
            [.. entries.Skip(1 + cut % entries.Length)]
        );
    }

    private static World Renamed(string service)
    {
        var world = Shipped.World(service);
        var parts = world.Core.Parts;
        var text = Encoding.UTF8.GetString(parts["texts/id.yaml"].AsSpan()) + "\n# lain\n";
        return world with
        {
            Core = ServiceFolder.FromParts(parts.SetItem("texts/id.yaml", [.. Encoding.UTF8.GetBytes(text)]), []),
        };
    }
}
