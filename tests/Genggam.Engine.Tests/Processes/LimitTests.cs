using System.Globalization;
using Genggam.Standards.Feel;
using static Genggam.Engine.Tests.Processes.Drawn;

namespace Genggam.Engine.Tests.Processes;

/// <summary>How much a case may hold, to the last that it may.</summary>
public sealed class LimitTests
{
    [Theory]
    [InlineData(2_998, true)]
    [InlineData(2_999, true)]
    [InlineData(3_000, false)]
    public void A_step_goes_on_where_fewer_than_three_thousand_tokens_rest(int resting, bool goesOn)
    {
        var running = Case(Process("s-a a-b b-e", Start() + End() + Task("a") + Task("b")));
        running.Had([.. Enumerable.Range(2, resting).Select(id => new CaseEvent.TokenPlaced(id, "b", null))]);
        running.Do("a");

        Assert.Equal(goesOn ? ["b"] : [], running.Open());
        Assert.Equal(
            goesOn ? [] : [(Incidents.TooManySteps, "b", "steps")],
            running.State.Incidents.Values.Select(i => (i.Number, i.Element, i.Problem))
        );
    }

    [Fact]
    public void A_command_takes_two_thousand_steps_and_stops_before_the_next()
    {
        const string For =
            "<standardLoopCharacteristics><loopCondition>=true</loopCondition></standardLoopCharacteristics>";
        var running = Case(Process("s-a a-e", Start() + End() + Script("a", "n", "loopCounter", For)));

        // The start event, the loop and its rounds.
        Assert.Equal("1998", running.State.Data["n"].ToString());
        var incident = Assert.Single(running.State.Incidents.Values);
        Assert.Equal((Incidents.TooManySteps, "a", "steps"), (incident.Number, incident.Element, incident.Problem));
    }

    [Theory]
    [InlineData(1_000, null)]
    [InlineData(1_001, Incidents.BadRounds)]
    public void A_loop_has_a_thousand_rounds_at_most(int rounds, string? incident)
    {
        var many =
            $"<multiInstanceLoopCharacteristics><loopCardinality>={rounds}</loopCardinality></multiInstanceLoopCharacteristics>";
        var running = Case(Process("s-a a-e", Start() + End() + $"<manualTask id=\"a\">{many}</manualTask>"));

        Assert.Equal(incident, running.State.Incidents.Values.SingleOrDefault()?.Number);
        Assert.Equal(incident is null ? CaseStatus.Closed : CaseStatus.Open, running.State.Status);
        if (incident is not null)
            Assert.Equal($"{rounds}", running.State.Incidents["a"].Problem);
    }

    [Theory]
    [InlineData(39, null)]
    [InlineData(40, null)]
    [InlineData(41, "w41")]
    public void Levels_lie_inside_each_other_forty_deep(int levels, string? stopped)
    {
        var inner = Mark("x");
        var flow = "-x";
        for (var level = levels; level > 0; level--)
        {
            var id = level.ToString(CultureInfo.InvariantCulture);
            inner = Sub($"w{id}", $"s{id}{flow}", Start($"s{id}") + inner);
            flow = $"-w{id}";
        }
        var running = Case(Process($"s{flow}", Start() + inner));

        if (stopped is null)
            running.IsOver();
        else
        {
            var incident = Assert.Single(running.State.Incidents.Values);
            Assert.Equal(
                (stopped, Incidents.TooManySteps, "depth"),
                (incident.Element, incident.Number, incident.Problem)
            );
            Assert.Empty(running.Trail());
        }
    }

    [Theory]
    [InlineData(19, 19)]
    [InlineData(20, 20)]
    [InlineData(25, 20)]
    public void A_case_keeps_its_first_twenty_warnings(int wrong, int kept)
    {
        var mapping = string.Concat(
            Enumerable
                .Range(1, wrong)
                .Select(i => $"<zeebe:input source=\"=1 / 0\" target=\"x{i.ToString(CultureInfo.InvariantCulture)}\"/>")
        );
        var running = Case(
            Process("s-a a-e", Start() + End() + Task("a", extensions: $"<zeebe:ioMapping>{mapping}</zeebe:ioMapping>"))
        );

        Assert.Equal(kept, running.State.Warnings.Length);
        Assert.Equal(kept, running.State.Warnings.Distinct().Count());
        Assert.Equal(["a"], running.Open());
    }

    [Fact]
    public void A_case_keeps_a_hundred_early_messages_and_takes_no_more()
    {
        var running = Case(
            Process(
                "s-a a-c c-e",
                Start() + End() + Task("a") + Catch("c", Event("message", "m")),
                "<message id=\"m\" name=\"bayar\"/>"
            )
        );
        for (var i = 0; i < 100; i++)
            Assert.Null(running.Tell("bayar", data: ("urutan", i)));

        Assert.Equal(Refusals.NotAwaited, running.Tell("bayar")!.Number);
        Assert.Equal(100, running.State.Messages.Length);
        running.Do("a");
        Assert.Equal("0", running.State.Data.At("c.urutan").ToString());
        Assert.Equal(99, running.State.Messages.Length);
    }
}
