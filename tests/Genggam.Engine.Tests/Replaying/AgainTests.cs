using static Genggam.Engine.Tests.Processes.Drawn;

namespace Genggam.Engine.Tests.Replaying;

/// <summary>A past case decided again under the worlds of its own stamps.</summary>
public sealed class AgainTests
{
    private static readonly World World = SampleService.World();

    [Fact]
    public void A_granted_a_returned_and_a_refused_case_are_decided_the_same()
    {
        var granted = new RunningCase(World).Granted();
        Assert.Equal(new AgainResult.Same(granted.Entries.Count), Again(World, granted.Entries));

        var returned = new RunningCase(World);
        returned.Submit();
        returned.Claim("verifikasi", RunningCase.Verifier);
        returned.Finish("verifikasi", "return", RunningCase.Verifier, null, new Defect("pemohon.nama", "tidak jelas"));
        returned.Correct("perbaikan", "pemohon.nama", "Siti C.");
        Assert.Equal(new AgainResult.Same(returned.Entries.Count), Again(World, returned.Entries));

        var refused = new RunningCase(World);
        refused.Submit(income: 101);
        Assert.Equal(new AgainResult.Same(1), Again(World, refused.Entries));
    }

    [Fact]
    public void A_journal_of_an_earlier_level_holds_at_that_level_and_not_at_the_next()
    {
        const string Way =
            "<sequenceFlow id=\"n_e\" sourceRef=\"n\" targetRef=\"e\"><conditionExpression>=false</conditionExpression></sequenceFlow>";
        var world = SampleService.World(process: Process("s-n", Start() + End() + "<manualTask id=\"n\"/>" + Way));
        var before = new RunningCase(world with { Level = EngineLevel.Two });
        before.Submit();

        Assert.IsType<AgainResult.Same>(Replay.Again(s => world with { Level = s.Level }, before.Entries, []));
        Assert.Equal(
            new AgainResult.Different(1, "events", "Closed", "TokenPlaced"),
            Again(world with { Level = EngineLevel.Three }, before.Entries)
        );
    }

    [Fact]
    public void A_case_that_moved_to_another_release_is_decided_under_each_of_them()
    {
        var next = SampleService.World(limit: 50);
        var running = new RunningCase(World);
        running.Submit(income: 80);
        var claim = new Command.Claim(running.Task("verifikasi"));
        var now = new Moment(running.Now);
        var verdict = CaseLogic.Decide(next, running.State, claim, RunningCase.Verifier, now);
        running.Entries.Add(
            new CaseEntry(
                claim,
                verdict.Events,
                verdict.Effects,
                verdict.Refused,
                Stamp.Of(next, now, RunningCase.Verifier, "uji")
            )
        );

        var worlds = new[] { World, next }.ToDictionary(w => w.Core.Hash);
        Assert.Equal(new AgainResult.Same(2), Replay.Again(s => worlds.GetValueOrDefault(s.Core), running.Entries, []));
        Assert.Equal("events", Assert.IsType<AgainResult.Different>(Again(next, running.Entries)).Part);
        Assert.Equal(
            (2, "world"),
            Replay.Again(s => s.Core == World.Core.Hash ? World : null, running.Entries, [])
                is AgainResult.Different lost
                ? (lost.Entry, lost.Part)
                : default
        );
    }

    [Fact]
    public void An_erased_case_is_erased_and_names_whose_key_is_gone()
    {
        var erased = Replay.Again(_ => World, new RunningCase(World).Granted().Entries, ["pemohon"]);
        Assert.Equal(["pemohon"], Assert.IsType<AgainResult.Erased>(erased).Subjects);
    }

    private static AgainResult Again(World world, List<CaseEntry> entries) => Replay.Again(_ => world, entries, []);
}
