using System.Collections.Immutable;
using Genggam.Office.Watching;
using Genggam.Office.Watching.Alerts;

namespace Genggam.Office.Tests.Watching;

/// <summary>What an operator is told, look by look, by a channel that takes everything.</summary>
public sealed class AlertBookTests
{
    private const string Channel = "webhook";
    private static readonly AlertOptions Options = new();
    private AlertBook book = AlertBook.Empty;
    private DateTimeOffset now = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Looks every minute for as long as that and says what was told.</summary>
    private List<(AlertChange, ConditionState)> Told(ConditionState state, TimeSpan during)
    {
        ImmutableArray<Condition> conditions = [new(Topic.Disk, state, "low", [])];
        var told = new List<(AlertChange, ConditionState)>();
        for (var until = now + during; now < until; now += TimeSpan.FromMinutes(1))
        {
            book = book.See(conditions, now);
            var due = book.Due(Channel, conditions, now, Options);
            book = book.After(Channel, due, now);
            told.AddRange(due.Select(a => (a.Change, a.Condition.State)));
        }
        return told;
    }

    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Fact]
    public void What_was_well_all_the_time_is_never_told() => Assert.Empty(Told(ConditionState.Good, 48 * Hour));

    [Fact]
    public void What_becomes_worse_and_worse_and_better_again_is_told_once_each()
    {
        Assert.Equal([(AlertChange.Worse, ConditionState.Look)], Told(ConditionState.Look, 48 * Hour));
        Assert.Equal([(AlertChange.Worse, ConditionState.Alarm)], Told(ConditionState.Alarm, Hour));
        Assert.Equal([(AlertChange.Better, ConditionState.Look)], Told(ConditionState.Look, Hour));
        Assert.Equal([(AlertChange.Better, ConditionState.Good)], Told(ConditionState.Good, Hour));
    }

    [Fact]
    public void An_alarm_that_stays_is_told_again_once_a_day() =>
        Assert.Equal(
            [AlertChange.Worse, AlertChange.Still, AlertChange.Still],
            Told(ConditionState.Alarm, 49 * Hour).Select(t => t.Item1)
        );

    [Fact]
    public void What_comes_and_goes_within_the_settling_time_is_not_told()
    {
        for (var times = 0; times < 20; times++)
        {
            Assert.Empty(Told(ConditionState.Look, Options.Settle));
            Assert.Empty(Told(ConditionState.Good, Options.Settle));
        }
    }

    [Fact]
    public void A_topic_that_cannot_be_judged_for_a_while_is_neither_worse_nor_better()
    {
        Told(ConditionState.Alarm, Hour);
        book = book.See([], now);
        Assert.Empty(book.Due(Channel, [], now, Options));
        Assert.Empty(Told(ConditionState.Alarm, Hour));
    }

    [Fact]
    public void Each_channel_is_told_for_itself()
    {
        ImmutableArray<Condition> low = [new(Topic.Disk, ConditionState.Look, "low", [])];
        Told(ConditionState.Look, Hour);
        Assert.Empty(book.Due(Channel, low, now, Options));
        Assert.Single(book.Due("mail ops@contoh.id", low, now, Options));
    }
}
