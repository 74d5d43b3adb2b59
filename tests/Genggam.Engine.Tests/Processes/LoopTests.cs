using Genggam.Standards.Feel;
using static Genggam.Engine.Tests.Processes.Drawn;

namespace Genggam.Engine.Tests.Processes;

public sealed class LoopTests
{
    private const string Three =
        "<multiInstanceLoopCharacteristics><loopCardinality>=3</loopCardinality></multiInstanceLoopCharacteristics>";

    [Fact]
    public void Several_officers_answer_beside_each_other_and_all_answers_are_kept()
    {
        var running = Case(Process("s-a a-e", Start() + End() + Task("a", Three)));
        Assert.Equal(["a", "a", "a"], running.Open());
        foreach (var answer in new[] { "ya", "tidak", "ya" })
            running.Do("a", ("jawab", answer));
        var answers = Assert.IsType<FeelList>(running.State.Data["a"]);
        Assert.Equal(["ya", "tidak", "ya"], answers.Items.Select(i => ((FeelContext)i)["jawab"].ToString()));
        running.IsOver();
    }

    [Fact]
    public void Each_item_of_a_list_is_seen_by_its_own_instance_and_leaves_its_own_result()
    {
        var running = Case(
            Process("s-a a-e", Start() + End() + Script("a", "hasil", "butir * 2", Over("[1, 2, 3]", "hasil")))
        );
        Assert.Equal("[2,4,6]", FeelJson.Plain(running.State.Data["semua"]));
        Assert.True(running.State.Data["butir"].IsNull);
        running.IsOver();
    }

    [Fact]
    public void Each_instance_knows_its_number()
    {
        var running = Case(
            Process("s-a a-e", Start() + End() + Script("a", "hasil", "loopCounter", Over("[7, 8, 9]", "hasil")))
        );
        Assert.Equal("[1,2,3]", FeelJson.Plain(running.State.Data["semua"]));
        running.IsOver();
    }

    [Fact]
    public void Instances_in_sequence_come_one_after_the_other_and_see_what_was_left()
    {
        var running = Case(
            Process("s-a a-e", Start() + End() + Task("a", Over("[\"satu\", \"dua\"]", "a.n", sequential: true)))
        );
        Assert.Equal(["a"], running.Open());
        Assert.Equal("satu", Assert.Single(running.State.Scopes.Values, s => s.Round == 1).Locals["butir"].ToString());
        running.Do("a", ("n", 1));
        Assert.Equal("dua", Assert.Single(running.State.Scopes.Values, s => s.Round == 2).Locals["butir"].ToString());
        running.Do("a", ("n", 2));
        Assert.Equal("[1,2]", FeelJson.Plain(running.State.Data["semua"]));
        running.IsOver();
    }

    [Fact]
    public void A_completion_condition_ends_the_instances_that_are_left()
    {
        const string TwoOfThree =
            "<multiInstanceLoopCharacteristics><loopCardinality>=3</loopCardinality><completionCondition>=numberOfCompletedInstances = 2 and numberOfActiveInstances = 1</completionCondition></multiInstanceLoopCharacteristics>";
        var running = Case(Process("s-a a-e", Start() + End() + Task("a", TwoOfThree)));
        running.Do("a");
        running.Do("a");
        Assert.Equal(2, ((FeelList)running.State.Data["a"]).Items.Length);
        running.IsOver();
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("1001")]
    [InlineData("null")]
    [InlineData("\"tiga\"")]
    public void A_number_of_instances_that_cannot_be_stops_the_step_and_can_be_tried_again(string number)
    {
        var running = Case(
            Process(
                "s-a a-e",
                Start()
                    + End()
                    + Task(
                        "a",
                        $"<multiInstanceLoopCharacteristics><loopCardinality>={number}</loopCardinality></multiInstanceLoopCharacteristics>"
                    )
            )
        );
        Assert.Equal(Incidents.BadRounds, Assert.Single(running.State.Incidents.Values).Number);
        Assert.Null(running.Do(new Command.Retry("a"), RunningCase.Supervisor));
        Assert.Equal(Incidents.BadRounds, Assert.Single(running.State.Incidents.Values).Number);
        Assert.Single(running.State.Tokens);
    }

    [Fact]
    public void A_replay_gives_each_of_several_officers_answers_to_the_task_it_was_given_for()
    {
        var process = Process(
            "s-a a-g g-e b-e",
            Start()
                + End()
                + Task("a", Three)
                + Task("b")
                + "<exclusiveGateway id=\"g\" default=\"g_e\"/>"
                + "<sequenceFlow id=\"g_b\" sourceRef=\"g\" targetRef=\"b\"><conditionExpression>=a[1].jawab = \"tiga\"</conditionExpression></sequenceFlow>"
        );
        var running = Case(process);
        var tasks = running.State.Tasks.Values.OrderByDescending(t => t.Token).Select(t => t.Id).ToList();
        foreach (var (task, answer) in tasks.Zip(["satu", "dua", "tiga"]))
        {
            Assert.Null(running.Do(new Command.Claim(task), RunningCase.Head));
            var data = new Personal(FeelContext.Of(("jawab", answer)));
            Assert.Null(
                running.Do(new Command.Complete(task, "approve", data, Personal.Nothing, []), RunningCase.Head)
            );
        }
        running.Do("b");
        running.IsOver();
        var world = SampleService.World(process: process);
        Assert.IsType<ReplayResult.Same>(Replay.Run(world, world, running.Entries, []));
    }

    [Fact]
    public void An_empty_list_is_passed_by_with_an_empty_result()
    {
        var running = Case(Process("s-a a-e", Start() + End() + Task("a", Over("[]", "a"))));
        Assert.Empty(((FeelList)running.State.Data["semua"]).Items);
        running.IsOver();
    }

    [Fact]
    public void A_loop_goes_on_while_its_condition_holds_and_at_most_as_often_as_it_may()
    {
        const string Loop =
            "<standardLoopCharacteristics loopMaximum=\"4\"><loopCondition>={0}</loopCondition></standardLoopCharacteristics>";
        string Counting(string condition) =>
            Process(
                "s-n n-a a-e",
                Start()
                    + End()
                    + Script("n", "n", "0")
                    + Script("a", "n", "n + 1", string.Format(null, Loop, condition))
            );
        Assert.Equal("3", Case(Counting("n &lt; 3")).State.Data["n"].ToString());
        Assert.Equal("4", Case(Counting("true")).State.Data["n"].ToString());
    }

    [Fact]
    public void A_loop_without_end_stops_and_the_program_does_not()
    {
        const string For =
            "<standardLoopCharacteristics><loopCondition>=true</loopCondition></standardLoopCharacteristics>";
        var running = Case(Process("s-a a-e", Start() + End() + Script("a", "n", "1", For)));
        Assert.Equal(Incidents.TooManySteps, Assert.Single(running.State.Incidents.Values).Number);
    }

    [Fact]
    public void A_timer_on_the_whole_ends_every_instance()
    {
        var running = Case(
            Process(
                "s-a a-e b-x x-e",
                Start() + End() + Mark("x") + Task("a", Three) + Boundary("b", "a", After("P1D"))
            )
        );
        running.Do("a");
        running.Pass(TimeSpan.FromDays(1));
        Assert.Equal(["x"], running.Trail());
        running.IsOver();
    }

    [Fact]
    public void Sub_processes_in_many_instances_keep_their_own_tasks_apart()
    {
        var running = Case(
            Process(
                "s-sub sub-e",
                Start()
                    + End()
                    + Sub(
                        "sub",
                        "s1-a a-b b-e1",
                        Over("[10, 20]", "x") + Start("s1") + Task("a") + Script("b", "x", "butir + 1") + End("e1")
                    )
            )
        );
        Assert.Equal(["a", "a"], running.Open());
        running.Do("a");
        running.Do("a");
        running.IsOver();
    }

    [Fact]
    public void Inputs_are_seen_by_the_task_only_and_outputs_by_the_case()
    {
        const string Mapped =
            "<zeebe:ioMapping><zeebe:input source=\"=pemohon.nama\" target=\"siapa\"/><zeebe:output source=\"=a.nilai + 1\" target=\"luar.nilai\"/></zeebe:ioMapping>";
        var running = Case(Process("s-a a-e", Start() + End() + Task("a", "", Mapped)));
        Assert.Equal("Siti Contoh", Assert.Single(running.State.Scopes.Values).Locals["siapa"].ToString());
        running.Do("a", ("nilai", 4));
        Assert.True(running.State.Data["siapa"].IsNull);
        Assert.Equal("5", running.State.Data.At("luar.nilai").ToString());
        running.IsOver();
    }

    private static string Over(string list, string output, bool sequential = false) =>
        $"""
            <multiInstanceLoopCharacteristics isSequential="{(sequential ? "true" : "false")}"><extensionElements>
            <zeebe:loopCharacteristics inputCollection="={list.Replace(
                "\"",
                "&quot;",
                StringComparison.Ordinal
            )}" inputElement="butir" outputCollection="semua" outputElement="={output}"/>
            </extensionElements></multiInstanceLoopCharacteristics>
            """;
}
