using System.Collections.Immutable;
using Genggam.Standards.Feel;

namespace Genggam.Engine.Tests;

/// <summary>How a case follows from what happened, event by event.</summary>
public sealed class FoldTests
{
    private static readonly DateTimeOffset At = new(2026, 8, 13, 9, 0, 0, TimeSpan.FromHours(7));

    public static TheoryData<CaseEvent> OfWhatIsNotThere =>
        [
            new CaseEvent.TaskAssigned("x.1", "vera"),
            new CaseEvent.TaskCompleted("x.1", "approve", "vera"),
            new CaseEvent.TaskCancelled("x.1"),
            new CaseEvent.ReturnProposed("x.1", "vera", []),
            new CaseEvent.TokenTaken(77),
            new CaseEvent.TimerCleared("x@77"),
            new CaseEvent.AnswerTaken("9.9"),
            new CaseEvent.ScopeClosed(77, true),
            new CaseEvent.LocalsWritten(77, Personal.Text("x")),
            new CaseEvent.ItemCollected(77, 1, Personal.Text("x")),
            new CaseEvent.Interrupted(77),
            new CaseEvent.Unsubscribed("x@77"),
            new CaseEvent.ConditionTurned("x@77", true),
            new CaseEvent.MessageTaken("m9"),
            new CaseEvent.IncidentCleared("x"),
            new CaseEvent.Thrown("x", "error", "R", null, null),
            new CaseEvent.DecisionMade("x", "x", []),
            new CaseEvent.Commented("vera", Personal.Text("x")),
        ];

    [Theory]
    [MemberData(nameof(OfWhatIsNotThere))]
    public void What_happens_to_something_that_is_not_there_changes_nothing(CaseEvent happened)
    {
        var state = new RunningCase(SampleService.World());
        state.Submit();
        var before = state.State;
        var after = CaseLogic.Fold(before, happened, At);

        Assert.Equal(
            before with
            {
                Messages = after.Messages,
                Tasks = after.Tasks,
                Documents = after.Documents,
            },
            after
        );
        Assert.Equal(before.Messages, after.Messages);
        Assert.Equal(before.Tasks, after.Tasks);
    }

    [Fact]
    public void A_case_counts_its_entries_and_never_goes_back_in_time()
    {
        var state = Folded(Case.New("contoh"), At);
        Assert.Equal((1, At), (state.Sequence, state.LastAt));
        state = Folded(state, At.AddHours(-1));
        Assert.Equal((2, At), (state.Sequence, state.LastAt));
        state = Folded(state, At.AddHours(1));
        Assert.Equal((3, At.AddHours(1)), (state.Sequence, state.LastAt));
    }

    [Fact]
    public void A_new_case_is_nobodys_and_has_nothing()
    {
        var state = Case.New("contoh");
        Assert.Equal(
            ("contoh", 0, CaseStatus.New, "Asia/Jakarta"),
            (state.Id, state.Sequence, state.Status, state.Zone)
        );
        Assert.Null(state.Applicant);
        Assert.Null(state.Outcome);
        Assert.Null(state.WithApplicant);
        Assert.Equal((0, 0), (state.LastToken, state.Returns));
        Assert.False(state.Interrupted);
    }

    [Fact]
    public void A_level_counts_the_tokens_and_levels_right_inside()
    {
        var state = After(
            new CaseEvent.ScopeOpened(1, ScopeKind.Body, "sub", null, null, null),
            new CaseEvent.TokenPlaced(2, "a", null) { Scope = 1 },
            new CaseEvent.TokenPlaced(3, "b", null) { Scope = 1 },
            new CaseEvent.ScopeOpened(4, ScopeKind.Body, "dalam", 1, 3, null),
            new CaseEvent.TokenPlaced(5, "c", null) { Scope = 4 }
        );
        Assert.Equal((3, 1), (state.Scopes[1].Inside, state.Scopes[4].Inside));
        Assert.Equal(5, state.LastToken);

        state = After(
            state,
            new CaseEvent.TokenTaken(5),
            new CaseEvent.ScopeClosed(4, null),
            new CaseEvent.TokenTaken(2)
        );
        Assert.Equal(1, state.Scopes[1].Inside);
        Assert.Equal([1], state.Scopes.Keys);
        Assert.Equal(5, state.LastToken);
    }

    [Fact]
    public void A_loop_counts_the_rounds_that_began_and_those_that_came_to_their_end()
    {
        var state = After(
            new CaseEvent.ScopeOpened(1, ScopeKind.Loop, "a", null, 9, null)
            {
                Total = 3,
                Items = new Personal(FeelContext.Of(("a", new FeelList(["x", "y"])))),
            },
            new CaseEvent.ScopeOpened(2, ScopeKind.Instance, "a", 1, null, null) { Round = 1 },
            new CaseEvent.ScopeOpened(3, ScopeKind.Instance, "a", 1, null, null) { Round = 2 },
            new CaseEvent.ScopeClosed(2, true),
            new CaseEvent.ItemCollected(1, 1, new Personal(FeelContext.Of(("semua", "satu")))),
            new CaseEvent.ItemCollected(1, 2, new Personal(FeelContext.Of(("semua", FeelValue.Null)))),
            new CaseEvent.ItemCollected(1, 3, Personal.Nothing),
            new CaseEvent.ScopeClosed(3, false)
        );
        var loop = state.Scopes[1];
        Assert.Equal((3, 2, 1, 0), (loop.Total, loop.Started, loop.Completed, loop.Inside));
        Assert.Equal(["x", "y"], loop.Items.Select(i => i.ToString()));
        Assert.Equal(["\"satu\"", "null", "null"], loop.Collected.Values.Select(FeelJson.Plain));
    }

    [Fact]
    public void A_level_that_says_nothing_of_itself_has_nothing()
    {
        var scope = After(new CaseEvent.ScopeOpened(1, ScopeKind.Body, "sub", null, null, null)).Scopes[1];
        Assert.Equal((0, 0, false), (scope.Total, scope.Round, scope.Interrupted));
        Assert.Empty(scope.Items);
        Assert.Empty(scope.Locals.Names);
    }

    [Fact]
    public void A_handler_that_takes_over_does_so_for_its_own_level()
    {
        var state = After(new CaseEvent.ScopeOpened(1, ScopeKind.Body, "sub", null, null, null));
        Assert.True(After(state, new CaseEvent.Interrupted(1)).Scopes[1].Interrupted);
        Assert.False(After(state, new CaseEvent.Interrupted(1)).Interrupted);
        Assert.True(After(state, new CaseEvent.Interrupted(null)).Interrupted);
        Assert.False(After(state, new CaseEvent.Interrupted(null)).Scopes[1].Interrupted);
    }

    [Theory]
    [InlineData(null, 1)]
    [InlineData(0, null)]
    [InlineData(1, 1)]
    [InlineData(5, 5)]
    public void A_timer_comes_as_often_as_its_event_says(int? said, int? left)
    {
        var timer = After(
            new CaseEvent.TimerSet("t@1", "t", 1, At)
            {
                Left = said,
                Scope = 4,
                Counted = new Counted(At, 2),
            }
        ).Timers["t@1"];
        Assert.Equal(left, timer.Left);
        Assert.Equal((4, new Counted(At, 2), At), (timer.Scope, timer.Counted, timer.Due));
    }

    [Fact]
    public void Values_are_laid_over_those_that_were_there()
    {
        var state = After(
            new CaseEvent.DataWritten(new Personal((FeelContext)FeelJson.Parse("""{"a": {"x": 1, "y": 2}, "b": 3}"""))),
            new CaseEvent.DataWritten(new Personal((FeelContext)FeelJson.Parse("""{"a": {"y": 4}}""")))
        );
        Assert.Equal("""{"a":{"x":1,"y":4},"b":3}""", FeelJson.Plain(state.Data));
    }

    [Fact]
    public void A_condition_is_remembered_as_it_turned_and_a_key_as_it_was_waited_for()
    {
        var state = After(
            new CaseEvent.Subscribed("c@1", "c", 1, null, "conditional", null, null),
            new CaseEvent.Subscribed("m@1", "m", 1, 2, "message", "bayar", Personal.Text("B-1")),
            new CaseEvent.ConditionTurned("c@1", true)
        );
        Assert.True(state.Subscriptions["c@1"].Holds);
        Assert.Equal(new Subscription("m@1", "m", 1, 2, "message", "bayar", "B-1"), state.Subscriptions["m@1"]);
        Assert.False(After(state, new CaseEvent.ConditionTurned("c@1", false)).Subscriptions["c@1"].Holds);
        Assert.Equal(["m@1"], After(state, new CaseEvent.Unsubscribed("c@1")).Subscriptions.Keys);
    }

    [Fact]
    public void Only_the_message_that_was_taken_is_gone()
    {
        var state = After(
            new CaseEvent.MessageKept("m1", "bayar", null, Personal.Text("satu")),
            new CaseEvent.MessageKept("m2", "bayar", Personal.Text("B-1"), Personal.Text("dua")),
            new CaseEvent.MessageTaken("m1")
        );
        var kept = Assert.Single(state.Messages);
        Assert.Equal(("m2", "bayar", "B-1", "dua"), (kept.Id, kept.Name, kept.Key, kept.Data["_"].ToString()));
    }

    [Fact]
    public void People_who_are_named_anew_replace_only_themselves()
    {
        var (one, two) = (
            Guid.Parse("00000000-0000-7000-8000-000000000001"),
            Guid.Parse("00000000-0000-7000-8000-000000000002")
        );
        var state = After(
            new CaseEvent.Opened(
                "B-1",
                "dinas",
                "Asia/Jakarta",
                "warga",
                ImmutableSortedDictionary<string, Guid>.Empty.Add("pemohon", one).Add("anak", one)
            ),
            new CaseEvent.SubjectsNamed(ImmutableSortedDictionary<string, Guid>.Empty.Add("anak", two))
        );
        Assert.Equal([("anak", two), ("pemohon", one)], state.Subjects.Select(s => (s.Key, s.Value)));
        Assert.Equal((CaseStatus.Open, At), (state.Status, state.OpenedAt));
    }

    [Fact]
    public void What_an_entry_wrote_is_told_once_in_its_order()
    {
        static Personal One(int n) => new(FeelContext.Of(("n", n)));
        static string[] Written(params CaseEvent[] events) =>
            [
                .. new CaseEntry(
                    new Command.Comment(Personal.Nothing),
                    [.. events],
                    [],
                    null,
                    Stamp.Of(SampleService.World(), new Moment(At), Actor.System, "uji")
                )
                    .Written()
                    .Select(FeelJson.Plain),
            ];

        Assert.Equal(["{\"n\":1}"], Written(new CaseEvent.DataWritten(One(1))));
        Assert.Equal(["{\"n\":1}"], Written(new CaseEvent.LocalsWritten(3, One(1))));
        Assert.Equal(["{\"n\":1}"], Written(new CaseEvent.LocalsWritten(3, One(1)), new CaseEvent.DataWritten(One(1))));
        Assert.Equal(
            ["{\"n\":1}", "{\"n\":2}"],
            Written(new CaseEvent.DataWritten(One(1)), new CaseEvent.TokenTaken(1), new CaseEvent.DataWritten(One(2)))
        );
        Assert.Equal(
            ["{\"n\":1}", "{\"n\":1}"],
            Written(new CaseEvent.DataWritten(One(1)), new CaseEvent.TokenTaken(1), new CaseEvent.DataWritten(One(1)))
        );
        Assert.Empty(Written(new CaseEvent.TokenTaken(1)));
        Assert.Empty(Written());
    }

    private static Case Folded(Case state, DateTimeOffset at) =>
        CaseLogic.Fold(
            state,
            new CaseEntry(
                new Command.Comment(Personal.Nothing),
                [],
                [],
                null,
                Stamp.Of(SampleService.World(), new Moment(at), Actor.System, "uji")
            )
        );

    private static Case After(params CaseEvent[] events) => After(Case.New("contoh"), events);

    private static Case After(Case state, params CaseEvent[] events) =>
        events.Aggregate(state, (now, happened) => CaseLogic.Fold(now, happened, At));
}
