using Genggam.Journal;
using Genggam.Office.Watching;

namespace Genggam.Office.Tests.Watching;

/// <summary>What the measures of an installation mean, by examples.</summary>
public sealed class ConditionsTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    private static readonly JournalVitals Quiet = new(Now.AddMinutes(-3), Now.AddMinutes(-2), null, Now, [], 0, 0, 4);

    private static readonly Measured Well = new()
    {
        At = Now,
        Journal = Quiet,
        Disk = new Space(60_000_000_000, 100_000_000_000),
        Tls = new TlsCertificate.Valid(Now.AddDays(60)),
        SigningUntil = Now.AddDays(900),
        LastDrill = Now.AddDays(-3),
        Memory = new Space(3_000_000_000, 4_000_000_000),
    };

    private static Condition The(Topic topic, Measured measured) =>
        Conditions.Of(measured, new WatchOptions()).Single(c => c.Topic == topic);

    private static (ConditionState, string) Is(Topic topic, Measured measured) =>
        The(topic, measured) is var found ? (found.State, found.Says) : default;

    private static Measured With(Func<JournalVitals, JournalVitals> change) => Well with { Journal = change(Quiet) };

    [Fact]
    public void An_installation_that_is_well_says_so_of_every_topic()
    {
        var all = Conditions.Of(Well, new WatchOptions());
        Assert.Equal(Enum.GetValues<Topic>(), all.Select(c => c.Topic));
        Assert.All(all, c => Assert.Equal(ConditionState.Good, c.State));
    }

    [Fact]
    public void A_journal_that_takes_no_write_is_an_alarm_and_leaves_out_what_only_it_knows()
    {
        var away = Well with { Journal = null, WriteFault = "GJ1001" };
        Assert.Equal((ConditionState.Alarm, "fault"), Is(Topic.Journal, away));
        Assert.Equal(["GJ1001"], The(Topic.Journal, away).Slots);
        Assert.DoesNotContain(
            Conditions.Of(away, new WatchOptions()),
            c => c.Topic is Topic.Checkpoint or Topic.Letters or Topic.Deadlines or Topic.Drill
        );
    }

    [Theory]
    [InlineData(14, ConditionState.Good)]
    [InlineData(15, ConditionState.Look)]
    [InlineData(120, ConditionState.Alarm)]
    public void An_entry_that_stays_without_a_checkpoint_is_noticed(int minutes, ConditionState state) =>
        Assert.Equal(
            state,
            The(Topic.Checkpoint, With(j => j with { OldestUnsigned = Now.AddMinutes(-minutes) })).State
        );

    [Theory]
    [InlineData("IssueDocument", Topic.Letters)]
    [InlineData("SendNotice", Topic.Notices)]
    [InlineData("timer", Topic.Effects)]
    [InlineData("PublishStatus", Topic.Effects)]
    public void Each_kind_of_effect_is_told_at_its_own_topic(string kind, Topic topic)
    {
        var failing = With(j => j with { Waiting = [new(kind, 2, 5, Now.AddMinutes(-1))] });
        Assert.Equal((ConditionState.Look, "failing"), Is(topic, failing));
        Assert.Equal([5L, 2L], The(topic, failing).Slots);
        Assert.Single(Conditions.Of(failing, new WatchOptions()), c => c.State != ConditionState.Good);

        var late = With(j => j with { Waiting = [new(kind, 2, 5, Now.AddMinutes(-6))] });
        Assert.Equal((ConditionState.Look, "late"), Is(topic, late));
        var stuck = With(j => j with { Waiting = [new(kind, 2, 5, Now.AddMinutes(-31))] });
        Assert.Equal((ConditionState.Alarm, "late"), Is(topic, stuck));
    }

    [Fact]
    public void Notices_that_were_given_up_and_tasks_past_their_limit_are_looked_at()
    {
        Assert.Equal((ConditionState.Look, "given_up"), Is(Topic.Effects, With(j => j with { GivenUp = 1 })));
        var late = With(j => j with { Overdue = 3 });
        Assert.Equal((ConditionState.Look, "overdue"), Is(Topic.Deadlines, late));
        Assert.Equal([3L, 4L, 7], The(Topic.Deadlines, late).Slots);
    }

    [Theory]
    [InlineData(20, 0.9, ConditionState.Good)]
    [InlineData(19, 9, ConditionState.Good)]
    [InlineData(20, 1.1, ConditionState.Look)]
    [InlineData(20, 5.1, ConditionState.Alarm)]
    public void A_page_is_slow_where_enough_people_waited(int requests, double seconds, ConditionState state)
    {
        var p95 = TimeSpan.FromSeconds(seconds);
        var measured = Well with { Pages = [new PageTime("/berkas/{Id:guid}", requests, TimeSpan.Zero, p95, p95)] };
        Assert.Equal(state, The(Topic.Pages, measured).State);
    }

    [Theory]
    [InlineData(16, ConditionState.Good)]
    [InlineData(14, ConditionState.Look)]
    [InlineData(4, ConditionState.Alarm)]
    public void A_disk_or_a_memory_that_fills_is_told_by_the_share_that_is_free(int percent, ConditionState state)
    {
        var space = new Space(percent, 100);
        Assert.Equal(state, The(Topic.Disk, Well with { Disk = space }).State);
        Assert.Equal(state, The(Topic.Memory, Well with { Memory = space }).State);
    }

    [Theory]
    [InlineData(31, ConditionState.Good, "good")]
    [InlineData(29, ConditionState.Look, "ends")]
    [InlineData(6, ConditionState.Alarm, "ends")]
    [InlineData(-1, ConditionState.Alarm, "expired")]
    public void A_certificate_warns_thirty_days_and_alarms_seven_days_before_its_end(
        int days,
        ConditionState state,
        string says
    )
    {
        var until = Now.AddDays(days);
        Assert.Equal((state, says), Is(Topic.Signing, Well with { SigningUntil = until }));
        Assert.Equal((state, says), Is(Topic.Tls, Well with { Tls = new TlsCertificate.Valid(until) }));
    }

    [Fact]
    public void A_site_without_a_certificate_is_looked_at_unless_it_is_of_this_machine_only()
    {
        Assert.Equal("not_needed", The(Topic.Tls, Well with { Tls = new TlsCertificate.NotNeeded() }).Says);
        Assert.Equal((ConditionState.Look, "missing"), Is(Topic.Tls, Well with { Tls = new TlsCertificate.Missing() }));
        Assert.Equal(
            (ConditionState.Look, "unreachable"),
            Is(Topic.Tls, Well with { Tls = new TlsCertificate.Unreachable() })
        );
    }

    [Fact]
    public void A_drill_is_due_after_a_month_and_where_none_ever_was()
    {
        Assert.Equal((ConditionState.Look, "never"), Is(Topic.Drill, Well with { LastDrill = null }));
        Assert.Equal((ConditionState.Look, "due"), Is(Topic.Drill, Well with { LastDrill = Now.AddDays(-32) }));
    }

    [Fact]
    public void A_clock_behind_the_newest_entry_or_apart_from_the_databases_is_noticed()
    {
        var behind = With(j => j with { LastEntry = Now.AddMinutes(5) });
        Assert.Equal((ConditionState.Look, "behind"), Is(Topic.Clock, behind));
        Assert.Equal(
            (ConditionState.Alarm, "behind"),
            Is(Topic.Clock, With(j => j with { LastCheckpoint = Now.AddHours(1) }))
        );
        Assert.Equal(
            (ConditionState.Look, "apart"),
            Is(Topic.Clock, With(j => j with { DatabaseClock = Now.AddMinutes(-2) }))
        );
        Assert.Equal(
            (ConditionState.Alarm, "apart"),
            Is(Topic.Clock, With(j => j with { DatabaseClock = Now.AddHours(-1) }))
        );
        Assert.Equal("good", The(Topic.Clock, With(j => j with { DatabaseClock = null })).Says);
    }
}
