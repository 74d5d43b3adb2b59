using System.Collections.Immutable;
using Genggam.Standards.Dmn;
using Genggam.Standards.Feel;
using static Genggam.Engine.Tests.Processes.Drawn;

namespace Genggam.Engine.Tests.Processes;

/// <summary>What expressions read, where values go, and what rules that give nothing leave.</summary>
public sealed class DataTests
{
    [Fact]
    public void The_case_itself_is_read_by_its_number_its_days_and_its_returns()
    {
        var running = Case(Process("s-a a-b b-c", Start() + Task("a") + Script("b", "kasus", "berkas") + Task("c")));
        running.Now = running.Now.AddDays(3).AddHours(16);
        running.Had(new CaseEvent.Returned([]));
        running.Do("a");

        Assert.Equal(
            """{"nomor":"B-1","dibuka":"2026-08-13","hari_ini":"2026-08-17","pengembalian":1}""",
            FeelJson.Plain(running.State.Data["kasus"])
        );
    }

    [Fact]
    public void A_variable_that_a_called_process_declares_stays_in_it_though_it_reads_nothing_around()
    {
        const string Called = """
            <process id="hitung"><dataObject id="d" name="sementara"/><startEvent id="c1"/><sequenceFlow id="c2" sourceRef="c1" targetRef="isi"/>
            <scriptTask id="isi"><extensionElements><zeebe:script expression="=20" resultVariable="sementara"/></extensionElements></scriptTask>
            <sequenceFlow id="c3" sourceRef="isi" targetRef="lagi"/>
            <scriptTask id="lagi"><extensionElements><zeebe:script expression="=sementara + 1" resultVariable="hasil"/></extensionElements></scriptTask></process>
            """;
        const string Call =
            "<callActivity id=\"c\"><extensionElements><zeebe:calledElement processId=\"hitung\" propagateAllParentVariables=\"false\"/></extensionElements></callActivity>";
        var running = Case(Process("s-c c-e", Start() + End() + Call, Called));

        Assert.Equal("21", running.State.Data["hasil"].ToString());
        Assert.DoesNotContain("sementara", running.State.Data.Names);
        running.IsOver();
    }

    [Fact]
    public void A_script_writes_into_the_variable_that_lies_nearest()
    {
        var running = Case(
            Process(
                "s-n n-sub sub-e",
                Start()
                    + End()
                    + Script("n", "n", "1")
                    + Sub(
                        "sub",
                        "s1-a a-b b-e1",
                        "<dataObject id=\"d\" name=\"n\"/>"
                            + Start("s1")
                            + Script("a", "n", "5")
                            + Script("b", "luar.n", "n")
                            + End("e1")
                    )
            )
        );
        Assert.Equal("1", running.State.Data["n"].ToString());
        Assert.Equal("5", running.State.Data.At("luar.n").ToString());
        running.IsOver();
    }

    [Fact]
    public void A_rule_that_gives_nothing_stops_the_step_by_its_name_and_says_why()
    {
        var running = Ruled("1 / 0");

        Assert.Equal(
            ("r", Incidents.NoValue, "nilai"),
            running.State.Incidents.Values.Select(i => (i.Element, i.Number, i.Problem)).Single()
        );
        Assert.StartsWith("FEEL-222 nilai.dmn", Assert.Single(running.State.Warnings), StringComparison.Ordinal);
        Assert.DoesNotContain("hasil", running.State.Data.Names);
        Assert.Equal("r", Assert.Single(running.State.Tokens.Values).Element);
    }

    [Fact]
    public void A_rule_that_gives_a_part_goes_on_and_says_what_is_missing_the_first_three_times()
    {
        var running = Ruled("{a: 1 / 0, b: 2 / 0, c: 3 / 0, d: 4 / 0, e: 5}");

        running.IsOver();
        Assert.Equal("5", running.State.Data.At("hasil.e").ToString());
        Assert.Equal(
            ["FEEL-222 nilai.dmn:2:92", "FEEL-222 nilai.dmn:2:102", "FEEL-222 nilai.dmn:2:112"],
            running.State.Warnings.Select(warning => warning.Split(" (")[0])
        );
    }

    [Theory]
    [InlineData("{a: 5}")]
    [InlineData("null")]
    public void A_rule_without_a_fault_says_nothing(string feel) => Assert.Empty(Ruled(feel).State.Warnings);

    [Fact]
    public void A_rule_that_gives_a_function_gives_nothing()
    {
        var incident = Assert.Single(Ruled("{f: function(x) x}").State.Incidents.Values);
        Assert.Equal((Incidents.NoValue, "nilai"), (incident.Number, incident.Problem));
    }

    [Fact]
    public void A_rule_that_is_not_there_stops_the_step()
    {
        var running = new RunningCase(SampleService.World(process: Asked));
        Assert.Null(running.Submit());
        Assert.Equal("nilai", Assert.Single(running.State.Incidents.Values).Problem);
        Assert.Contains(running.Entries[0].Events, e => e is CaseEvent.DecisionMade { Rules.IsEmpty: true });
    }

    [Theory]
    [InlineData(true, "verifikator")]
    [InlineData(false, "")]
    public void A_task_without_a_role_is_for_the_first_of_the_service(bool roles, string role)
    {
        var world = SampleService.World(process: Process("s-a a-e", Start() + End() + "<userTask id=\"a\"/>"));
        var service = world.Core.Service;
        var running = new RunningCase(
            world with
            {
                Core = world.Core with { Service = service with { Roles = roles ? service.Roles : [] } },
            }
        );
        Assert.Null(running.Submit());
        Assert.Equal(role, Assert.Single(running.State.Tasks.Values).Role);
    }

    [Fact]
    public void The_rounds_of_a_task_are_told_from_the_outermost()
    {
        const string Many =
            "<multiInstanceLoopCharacteristics><loopCardinality>=2</loopCardinality></multiInstanceLoopCharacteristics>";
        var running = Case(
            Process("s-b s-w", Start() + Task("b") + Sub("w", "ws-a", Many + Start("ws") + Task("a", Many)))
        );
        var rounds = running
            .State.Tasks.Values.Where(t => t.Element == "a")
            .Select(t => string.Join(' ', running.State.RoundsOf(t).Select(r => $"{r.Loop.Element}{r.Round.Round}")));

        Assert.Equal(["w1 a1", "w1 a2", "w2 a1", "w2 a2"], rounds);
        Assert.Empty(running.State.RoundsOf(running.State.Tasks.Values.Single(t => t.Element == "b")));
        Assert.All(
            running.State.Tasks.Values.SelectMany(t => running.State.RoundsOf(t)),
            r => Assert.Equal((ScopeKind.Loop, ScopeKind.Instance, 2), (r.Loop.Kind, r.Round.Kind, r.Loop.Total))
        );
    }

    private static readonly string Asked = Process(
        "s-r r-e",
        Start()
            + End()
            + "<businessRuleTask id=\"r\"><extensionElements><zeebe:calledDecision decisionId=\"nilai\" resultVariable=\"hasil\"/></extensionElements></businessRuleTask>"
    );

    private static RunningCase Ruled(string feel)
    {
        var rules = DmnReader.Read(
            $"""
            <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL" id="d" name="nilai" namespace="urn:contoh">
              <decision id="nilai" name="nilai"><variable name="nilai"/><literalExpression><text>{feel}</text></literalExpression></decision>
            </definitions>
            """,
            "nilai.dmn"
        );
        Assert.True(rules.Usable);
        var world = SampleService.World(process: Asked);
        var running = new RunningCase(
            world with
            {
                Core = world.Core with { Decisions = world.Core.Decisions.Add("nilai", rules.Value!) },
            }
        );
        Assert.Null(running.Submit());
        return running;
    }
}
