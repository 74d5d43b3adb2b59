using CsCheck;
using static Genggam.Engine.Tests.Processes.Drawn;
using static Genggam.Engine.Tests.Processes.RandomProcess;

namespace Genggam.Engine.Tests.Processes;

/// <summary>Processes nobody thought of. CsCheck prints the seed of a failure.</summary>
public sealed class ProcessPropertyTests
{
    private const int MostCommands = 400;

    [Fact]
    public void A_process_built_of_whole_blocks_always_comes_to_its_end() =>
        Gen.Select(Blocks(4), Gen.Int[0, int.MaxValue])
            .Sample(
                (block, dice) =>
                {
                    var drawing = new Drawing();
                    var (first, last) = block.Draw(drawing);
                    var running = Case(
                        Process($"s-{first} {last}-e {drawing.Flows}", Start() + End() + drawing.Elements)
                    );
                    var random = new Random(dice);
                    for (var i = 0; i < MostCommands && running.State.Status == CaseStatus.Open; i++)
                    {
                        Whole(running.State);
                        var open = running.State.Tasks.Values.ToList();
                        if (open.Count > 0 && random.Next(8) > 0)
                            running.Do(open[random.Next(open.Count)].Element);
                        else
                            running.Pass(TimeSpan.FromHours(30));
                    }
                    running.IsOver();
                    Assert.Equal(running.State.LastToken, Replayed(running).LastToken);
                    Assert.True(Standards.Feel.FeelEquality.Same(running.State.Data, Replayed(running).Data));
                },
                iter: 100
            );

    [Fact]
    public void A_process_drawn_at_random_never_breaks_the_engine() =>
        Gen.Select(Gen.Int[0, int.MaxValue], Gen.Int[3, 14])
            .Sample(
                (dice, size) =>
                {
                    var random = new Random(dice);
                    var running = new RunningCase(SampleService.World(process: Soup(random, size)));
                    Assert.Null(running.Submit());
                    for (var i = 0; i < 12 && running.State.Status == CaseStatus.Open; i++)
                    {
                        Whole(running.State);
                        Step(running, random);
                    }
                    Assert.Equal(running.State.Tokens.Count, Replayed(running).Tokens.Count);
                },
                iter: 40
            );

    private static Case Replayed(RunningCase running) =>
        running.Entries.Aggregate(Engine.Case.New("contoh"), CaseLogic.Fold);
}
