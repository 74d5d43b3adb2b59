using static Genggam.Engine.Tests.Migrating.MoveTests;
using static Genggam.Engine.Tests.Processes.Drawn;

namespace Genggam.Engine.Tests.Migrating;

/// <summary>What a moved case waits for: times, messages, signals and conditions.</summary>
public sealed class WaitTests
{
    private static string Watched(params string[] boundaries) =>
        Process(
            "s-a a-e " + string.Join(' ', boundaries.Select((_, i) => $"t{i}-m{i} m{i}-e")),
            Start() + Task("a") + string.Concat(boundaries.Select((b, i) => b + Mark($"m{i}"))) + End()
        );

    private static string Reminder(int i, string definition) => Boundary($"t{i}", "a", definition, interrupts: false);

    [Fact]
    public void A_timer_comes_due_when_it_would_have()
    {
        var moving = Moving(Watched(Reminder(0, After("P2D"))), Watched(Reminder(0, After("P9D"))));
        var due = Assert.Single(moving.State.Timers.Values).Due;

        Assert.Null(moving.Move());

        Assert.Equal(due, Assert.Single(moving.State.Timers.Values).Due);
        Assert.Empty(moving.Entries[0].Effects);
    }

    [Fact]
    public void Or_its_new_time_is_counted_from_the_move()
    {
        var moving = Moving(Watched(Reminder(0, After("P2D"))), Watched(Reminder(0, After("P9D"))));
        var due = Assert.Single(moving.State.Timers.Values).Due;
        moving.Now += TimeSpan.FromDays(1);

        Assert.Null(moving.Move(MovingCase.Plan(moving.Old, moving.Target) with { Timers = TimerRule.Anew }));

        Assert.Equal(moving.Now.AddDays(9), Assert.Single(moving.State.Timers.Values).Due);
        Assert.Equal(["ClearTimer", "SetTimer"], moving.Entries[0].Effects.Select(e => e.GetType().Name));
        Assert.Null(moving.Undo());
        Assert.Equal(due, Assert.Single(moving.State.Timers.Values).Due);
        Assert.Equal(due, Assert.IsType<Effect.SetTimer>(moving.Entries[1].Effects[1]).Due);
    }

    [Fact]
    public void A_timer_of_unchanged_words_is_never_counted_anew()
    {
        var moving = Moving(
            Watched(Reminder(0, After("P2D"))),
            Watched(Reminder(0, After("P2D")), Reminder(1, After("P3D")))
        );
        var due = Assert.Single(moving.State.Timers.Values).Due;
        moving.Now += TimeSpan.FromDays(1);

        Assert.Null(moving.Move(MovingCase.Plan(moving.Old, moving.Target) with { Timers = TimerRule.Anew }));

        Assert.Equal(due, moving.State.Timers.Values.Single(t => t.Element == "t0").Due);
        Assert.Equal(moving.Now.AddDays(3), moving.State.Timers.Values.Single(t => t.Element == "t1").Due);
    }

    [Fact]
    public void A_timer_that_the_new_process_has_not_is_given_up_and_comes_back_with_the_case()
    {
        var moving = Moving(Watched(Reminder(0, After("P2D"))), Watched());

        Assert.Null(moving.Move());
        Assert.Empty(moving.State.Timers);
        Assert.Null(moving.Undo());

        Assert.Single(moving.State.Timers);
        moving.Pass(TimeSpan.FromDays(3));
        Assert.Equal(["a"], moving.Open());
    }

    [Fact]
    public void What_reminded_once_does_not_remind_again_after_the_move()
    {
        var moving = Moving(
            Watched(Reminder(0, After("P2D"))),
            Watched(Reminder(0, After("P2D"))),
            c => c.Pass(TimeSpan.FromDays(3))
        );
        Assert.Null(moving.Move());
        Assert.Empty(moving.State.Timers);
    }

    [Fact]
    public void A_timer_of_another_name_goes_on_under_it()
    {
        var moving = Moving(
            Watched(Reminder(0, After("P2D"))),
            Process(
                "s-a a-e lama-m m-e",
                Start() + Task("a") + Boundary("lama", "a", After("P2D"), false) + Mark("m") + End()
            )
        );
        var due = Assert.Single(moving.State.Timers.Values).Due;

        Assert.Null(moving.Move(("t0", "lama")));

        var timer = Assert.Single(moving.State.Timers.Values);
        Assert.Equal(($"lama@{timer.Token}", "lama", due), (timer.Id, timer.Element, timer.Due));
        moving.Pass(TimeSpan.FromDays(3));
        Assert.False(moving.State.Data["jejak"].IsNull);
    }

    [Fact]
    public void Two_timers_that_change_their_names_keep_their_times()
    {
        var drawn = Watched(Reminder(0, After("P2D")), Reminder(1, After("P5D")));
        var moving = Moving(drawn, drawn);
        var (two, five) = (Due(moving, "t0"), Due(moving, "t1"));

        Assert.Null(moving.Move(("t0", "t1"), ("t1", "t0")));

        Assert.Equal((five, two), (Due(moving, "t0"), Due(moving, "t1")));
    }

    [Fact]
    public void A_message_of_another_name_is_waited_for_by_its_new_one()
    {
        static string Waiting(string name) =>
            Process(
                "s-c c-e",
                Start() + Catch("c", Event("message", "m")) + End(),
                $"<message id=\"m\" name=\"{name}\"/>"
            );
        var moving = Moving(Waiting("lunas"), Waiting("dibayar"));

        Assert.Null(moving.Move());

        Assert.Equal("dibayar", Assert.Single(moving.State.Subscriptions.Values).Name);
        Assert.Null(moving.Do(new Command.MessageArrived("dibayar", Personal.Nothing, Personal.Nothing), Actor.System));
        Assert.Equal(CaseStatus.Closed, moving.State.Status);
    }

    [Fact]
    public void An_event_sub_process_that_is_new_watches_from_the_move_on()
    {
        static string With(string handler) => Process("s-a a-e", Start() + Task("a") + End() + handler);
        var moving = Moving(
            With(""),
            With(
                Sub(
                    "h",
                    "hs-hm hm-he",
                    $"<startEvent id=\"hs\" isInterrupting=\"false\">{After("P1D")}</startEvent>"
                        + Mark("hm")
                        + End("he"),
                    "triggeredByEvent=\"true\""
                )
            )
        );

        Assert.Null(moving.Move());
        moving.Pass(TimeSpan.FromDays(2));

        Assert.False(moving.State.Data["jejak"].IsNull);
        Assert.Equal(["a"], moving.Open());
    }

    [Fact]
    public void A_condition_of_the_new_process_that_holds_already_is_met_at_once()
    {
        static string On(string condition) =>
            Process("s-c c-a a-e", Start() + Catch("c", When(condition)) + Task("a") + End());
        var moving = Moving(On("pemohon.penghasilan &gt; 1000"), On("pemohon.penghasilan &gt; 10"));

        Assert.Null(moving.Move());

        Assert.Equal(["a"], moving.Open());
        Assert.Null(moving.Undo());
        Assert.Empty(moving.Open());
    }

    private static DateTimeOffset Due(MovingCase moving, string element) =>
        moving.State.Timers.Values.Single(t => t.Element == element).Due;
}
