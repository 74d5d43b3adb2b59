using Genggam.Standards.Feel;
using static Genggam.Engine.Tests.Processes.Drawn;

namespace Genggam.Engine.Tests.Processes;

/// <summary>What an expression could not compute is never null without a word.</summary>
public sealed class WarningTests
{
    [Fact]
    public void A_script_that_cannot_be_computed_stops_with_its_place_and_is_tried_again()
    {
        var running = Case(
            Process("s-a a-b b-e", Start() + End() + Task("a") + Script("b", "hasil", "10 / a.pembagi"))
        );
        running.Do("a", ("pembagi", 0));

        var incident = Assert.Single(running.State.Incidents.Values);
        Assert.Equal(("b", Incidents.NoValue), (incident.Element, incident.Number));
        Assert.Matches(@"^FEEL-222 process\.bpmn:\d+:\d+ \(b\)$", incident.Problem);
        Assert.Equal([incident.Problem], running.State.Warnings);

        Assert.Null(running.Do(new Command.Retry("b"), RunningCase.Supervisor));
        Assert.Single(running.State.Warnings);
        Assert.Single(running.State.Incidents);
    }

    [Fact]
    public void A_script_that_gives_null_on_purpose_goes_on()
    {
        var running = Case(Process("s-b b-e", Start() + End() + Script("b", "hasil", "null")));

        running.IsOver();
        Assert.Empty(running.State.Warnings);
    }

    [Theory]
    [InlineData("tidak_ada.umur > 17", "FEEL-201")]
    [InlineData("1 + 1", "GG-902")]
    public void A_condition_that_is_neither_true_nor_false_is_not_met_and_says_so(string condition, string number)
    {
        var running = Case(
            Process(
                "s-g g-e",
                Start()
                    + End()
                    + Task("b")
                    + "<exclusiveGateway id=\"g\" default=\"g_e\"/>"
                    + $"<sequenceFlow id=\"g_b\" sourceRef=\"g\" targetRef=\"b\"><conditionExpression>={condition.Replace(">", "&gt;", StringComparison.Ordinal)}</conditionExpression></sequenceFlow>"
                    + Flows("b-e")
            )
        );

        running.IsOver();
        Assert.StartsWith($"{number} process.bpmn:", Assert.Single(running.State.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_mapping_that_cannot_be_computed_writes_null_and_says_so_once_however_often_it_runs()
    {
        var mapping =
            "<zeebe:ioMapping><zeebe:input source=\"=date(&quot;bukan tanggal&quot;)\" target=\"mulai\"/></zeebe:ioMapping>";
        var loop =
            "<multiInstanceLoopCharacteristics><loopCardinality>=3</loopCardinality></multiInstanceLoopCharacteristics>";
        var running = Case(Process("s-a a-e", Start() + End() + Task("a", loop, mapping)));

        Assert.Equal(3, running.State.Tasks.Count);
        Assert.StartsWith("FEEL-", Assert.Single(running.State.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_warning_quotes_nothing_that_a_person_typed()
    {
        var running = Case(Process("s-a a-b b-e", Start() + End() + Task("a") + Script("b", "hasil", "date(a.lahir)")));
        running.Do("a", ("lahir", "Siti Contoh"));

        Assert.DoesNotContain("Siti", Assert.Single(running.State.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Journals_of_before_replay_as_they_were_decided()
    {
        var world = SampleService.World(
            process: Process("s-b b-e", Start() + End() + Script("b", "hasil", "10 / 0"))
        ) with
        {
            Level = EngineLevel.Two,
        };
        var running = new RunningCase(world);
        Assert.Null(running.Submit());

        Assert.Equal(CaseStatus.Closed, running.State.Status);
        Assert.Empty(running.State.Warnings);
        Assert.True(running.State.Data["hasil"] is FeelNull);
    }
}
