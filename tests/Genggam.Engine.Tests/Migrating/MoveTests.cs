using Genggam.Standards.Feel;
using static Genggam.Engine.Tests.Processes.Drawn;
using Drawn = Genggam.Engine.Tests.Processes.Drawn;

namespace Genggam.Engine.Tests.Migrating;

/// <summary>Where what stands in a case comes to stand in another process.</summary>
public sealed class MoveTests
{
    private static readonly string Plain = Process("s-a a-b b-e", Start() + Task("a") + Task("b") + End());

    [Fact]
    public void Every_task_keeps_its_place_its_holder_and_its_number()
    {
        var moving = Moving(
            Plain,
            Process("s-a a-c c-b b-e", Start() + Task("a") + Mark("c") + Task("b") + End()),
            c => Assert.Null(c.Do(new Command.Claim(c.Task("a")), RunningCase.Head))
        );

        Assert.Null(moving.Move());

        var task = Assert.Single(moving.State.Tasks.Values);
        Assert.Equal(("a.1", "a", "kadis"), (task.Id, task.Element, task.Assignee));
        moving.Finish("a");
        Assert.Equal(["b"], moving.Open());
        Assert.False(moving.State.Data["jejak"].IsNull);
    }

    [Fact]
    public void A_step_that_is_gone_needs_a_place_and_gets_the_one_that_is_named()
    {
        var moving = Moving(Plain, Process("s-x x-b b-e", Start() + Task("x") + Task("b") + End()));

        Assert.Equal(
            new MigrationVerdict.NeedsMapping(["a"]),
            moving.Judge(MovingCase.Plan(moving.Old, moving.Target))
        );
        Assert.Equal((Refusals.NeedsMapping, "a"), Said(moving.Move()));
        Assert.Null(moving.Move(("a", "x")));

        Assert.Equal(["x"], moving.Open());
        moving.Finish("x");
        moving.Finish("b");
        Assert.Equal(CaseStatus.Closed, moving.State.Status);
        Assert.Equal(["b", "x"], moving.State.DoneBy.Keys);
    }

    [Theory]
    [InlineData("<manualTask id=\"a\"/>")]
    [InlineData(
        "<intermediateCatchEvent id=\"a\"><timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition></intermediateCatchEvent>"
    )]
    [InlineData(
        "<userTask id=\"a\"><extensionElements><zeebe:assignmentDefinition candidateGroups=\"pemohon\"/></extensionElements></userTask>"
    )]
    [InlineData(
        "<userTask id=\"a\"><extensionElements><zeebe:assignmentDefinition candidateGroups=\"kepala\"/></extensionElements><multiInstanceLoopCharacteristics><loopCardinality>=2</loopCardinality></multiInstanceLoopCharacteristics></userTask>"
    )]
    public void A_step_that_is_now_another_kind_of_thing_needs_another_place(string a)
    {
        var moving = Moving(Plain, Process("s-a a-b b-e", Start() + a + Task("b") + End()));
        Assert.Equal((Refusals.NeedsMapping, "a"), Said(moving.Move()));
    }

    [Fact]
    public void A_step_that_went_into_a_sub_process_needs_a_place_on_its_own_level()
    {
        var moving = Moving(
            Plain,
            Process(
                "s-k k-b b-e",
                Start() + Sub("k", "ks-a a-ke", Start("ks") + Task("a") + End("ke")) + Task("b") + End()
            )
        );
        Assert.Equal((Refusals.NeedsMapping, "a"), Said(moving.Move()));
        Assert.Null(moving.Move(("a", "b")));
    }

    [Fact]
    public void Two_steps_that_both_wait_do_not_become_one()
    {
        var two = Start() + "<parallelGateway id=\"p\"/>" + Task("a") + Task("b") + End();
        var moving = Moving(Process("s-p p-a p-b a-e b-e", two), Process("s-x x-e", Start() + Task("x") + End()));

        Assert.Equal((Refusals.NeedsMapping, "a b"), Said(moving.Move(("a", "x"), ("b", "x"))));
    }

    [Fact]
    public void A_step_of_another_role_and_form_is_let_go_by_who_held_it()
    {
        var other =
            "<userTask id=\"a\"><extensionElements><zeebe:formDefinition formId=\"verifikasi\"/><zeebe:assignmentDefinition candidateGroups=\"verifikator\"/></extensionElements></userTask>";
        var moving = Moving(
            Plain,
            Process("s-a a-e", Start() + other + End()),
            c => Assert.Null(c.Do(new Command.Claim(c.Task("a")), RunningCase.Head))
        );

        Assert.Null(moving.Move());

        var task = Assert.Single(moving.State.Tasks.Values);
        Assert.Equal(("verifikator", "verifikasi", null), (task.Role, task.Form, task.Assignee));
        Assert.Null(moving.Do(new Command.Claim(task.Id), RunningCase.Verifier));
        Assert.Null(moving.Undo() is { Number: Refusals.NothingToUndo } ? null : new Refusal("undone"));
    }

    [Fact]
    public void Rounds_of_a_loop_and_the_levels_inside_go_on_where_they_were()
    {
        static string Rounds(string after) =>
            Process(
                $"s-k k-{after} {after}-e",
                Start()
                    + Sub(
                        "k",
                        "ks-a a-ke",
                        "<multiInstanceLoopCharacteristics isSequential=\"true\"><loopCardinality>=3</loopCardinality></multiInstanceLoopCharacteristics>"
                            + Start("ks")
                            + Task("a")
                            + End("ke")
                    )
                    + Task(after)
                    + End()
            );
        var moving = Moving(Rounds("b"), Rounds("c"), c => c.Do("a"));

        Assert.Null(moving.Move());
        moving.Finish("a");
        moving.Finish("a");

        Assert.Equal(["c"], moving.Open());
    }

    [Fact]
    public void What_waits_at_a_join_is_known_by_the_elements_it_came_between()
    {
        static string Fork(string flow) =>
            Process(
                "s-p p-a p-b b-j j-e",
                Start() + Both() + $"<sequenceFlow id=\"{flow}\" sourceRef=\"a\" targetRef=\"j\"/>"
            );
        static string Both() =>
            "<parallelGateway id=\"p\"/><parallelGateway id=\"j\"/>" + Task("a") + Task("b") + End();
        var moving = Moving(Fork("f1"), Fork("f2"), c => c.Do("a"));

        Assert.Null(moving.Move());
        moving.Finish("b");

        Assert.Equal(CaseStatus.Closed, moving.State.Status);
    }

    [Fact]
    public void A_join_that_lost_the_branch_it_waited_for_goes_on()
    {
        static string Fork(string flows) =>
            Process(
                flows,
                Start()
                    + "<parallelGateway id=\"p\"/><parallelGateway id=\"j\"/>"
                    + Task("a")
                    + Task("b")
                    + Task("c")
                    + End()
            );
        var moving = Moving(Fork("s-p p-a p-b a-j b-j j-c c-e"), Fork("s-p p-a p-b a-j b-e j-c c-e"), c => c.Do("a"));

        Assert.Null(moving.Move());

        Assert.Equal(["b", "c"], moving.Open());
        Assert.Null(moving.Undo());
        Assert.Equal(["b"], moving.Open());
    }

    [Fact]
    public void A_case_stays_where_a_join_would_wait_for_a_branch_that_it_never_took()
    {
        static string Fork(string flows, string more = "") =>
            Process(
                flows,
                Start()
                    + "<parallelGateway id=\"p\"/><parallelGateway id=\"j\"/>"
                    + Task("a")
                    + Task("b")
                    + more
                    + End()
            );
        var moving = Moving(Fork("s-p p-a p-b a-j b-j j-e"), Fork("s-p p-a p-b p-c a-j b-j c-j j-e", Task("c")));

        Assert.Equal((Refusals.StaysOnRelease, "join-would-wait"), Said(moving.Move()));
    }

    [Fact]
    public void Branches_that_are_all_still_ahead_keep_nobody()
    {
        var moving = Moving(
            Plain,
            Process(
                "s-a a-p p-b p-c b-j c-j j-e",
                Start()
                    + Task("a")
                    + "<parallelGateway id=\"p\"/><parallelGateway id=\"j\"/>"
                    + Task("b")
                    + Task("c")
                    + End()
            )
        );

        Assert.Null(moving.Move());
        moving.Finish("a");
        Assert.Equal(["b", "c"], moving.Open());
    }

    [Fact]
    public void A_step_that_stopped_is_tried_again_as_the_new_process_has_it()
    {
        static string Computed(string feel) =>
            Process("s-n n-a a-e", Start() + Script("n", "n", feel) + Task("a") + End());
        var moving = Moving(Computed("number(&quot;x&quot;)"), Computed("1"));
        Assert.Single(moving.State.Incidents);

        Assert.Null(moving.Move());
        Assert.Null(moving.Do(new Command.Retry("n"), Actor.System));

        Assert.Empty(moving.State.Incidents);
        Assert.Equal(["a"], moving.Open());
    }

    private static (string, string) Said(Refusal? refusal) => (refusal!.Number, string.Join(' ', refusal.Rules));

    internal static MovingCase Moving(string old, string target, Action<RunningCase>? first = null)
    {
        var running = Drawn.Case(old);
        first?.Invoke(running);
        return MovingCase.Of(running, SampleService.World(process: old), SampleService.World(101, target));
    }
}
