using System.Collections.Immutable;

namespace Genggam.Office.Watching.Alerts;

/// <summary>A state, and since when.</summary>
public sealed record StateSince(ConditionState State, DateTimeOffset Since);

/// <summary>What was seen of each topic, and what each channel was told of it. Pure: a look gives another book.</summary>
/// <param name="Told">By channel and topic.</param>
public sealed record AlertBook(
    ImmutableDictionary<Topic, StateSince> Seen,
    ImmutableDictionary<string, ImmutableDictionary<Topic, StateSince>> Told
)
{
    public static readonly AlertBook Empty = new(
        ImmutableDictionary<Topic, StateSince>.Empty,
        ImmutableDictionary<string, ImmutableDictionary<Topic, StateSince>>.Empty
    );

    /// <summary>A topic that could not be judged this time stays as it was.</summary>
    public AlertBook See(ImmutableArray<Condition> conditions, DateTimeOffset now) =>
        this with
        {
            Seen = Seen.SetItems(
                conditions
                    .Where(c => Seen.GetValueOrDefault(c.Topic)?.State != c.State)
                    .Select(c => KeyValuePair.Create(c.Topic, new StateSince(c.State, now)))
            ),
        };

    /// <summary>What this channel is to be told now.</summary>
    public ImmutableArray<Alert> Due(
        string channel,
        ImmutableArray<Condition> conditions,
        DateTimeOffset now,
        AlertOptions options
    )
    {
        var told = Told.GetValueOrDefault(channel) ?? ImmutableDictionary<Topic, StateSince>.Empty;
        var due = ImmutableArray.CreateBuilder<Alert>();
        foreach (var condition in conditions)
        {
            var last = told.GetValueOrDefault(condition.Topic);
            var was = last?.State ?? ConditionState.Good;
            if (condition.State != was && now - Seen[condition.Topic].Since >= options.Settle)
                due.Add(new(condition.State > was ? AlertChange.Worse : AlertChange.Better, was, condition));
            else if (condition.State == was && was == ConditionState.Alarm && now - last!.Since >= options.Remind)
                due.Add(new(AlertChange.Still, was, condition));
        }
        return due.ToImmutable();
    }

    public AlertBook After(string channel, ImmutableArray<Alert> told, DateTimeOffset now)
    {
        var before = Told.GetValueOrDefault(channel) ?? ImmutableDictionary<Topic, StateSince>.Empty;
        var after = told.Select(a => KeyValuePair.Create(a.Condition.Topic, new StateSince(a.Condition.State, now)));
        return this with { Told = Told.SetItem(channel, before.SetItems(after)) };
    }
}
