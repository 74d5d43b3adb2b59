namespace Genggam.Journal.Tests;

public abstract class OutboxContract : StoreContract
{
    private static readonly TimeSpan lease = TimeSpan.FromMinutes(1);

    private Task<AppendResult> Submit(params OutboxItem[] items) =>
        Journal.Append(Given.First(Given.Case()) with { Outbox = [.. items] });

    private static OutboxItem Notice(string id, DateTimeOffset? due = null) => new(id, "notice", Given.Json("{}"), due);

    [Fact]
    public async Task An_effect_is_lent_to_one_runner_and_again_when_its_lease_ends()
    {
        await Submit(Notice("a"));
        var first = Assert.Single(await Journal.Outbox.TakeDue(Given.Noon, 10, lease));
        Assert.Empty(await Journal.Outbox.TakeDue(Given.Noon, 10, lease));
        var second = Assert.Single(await Journal.Outbox.TakeDue(Given.Noon + lease, 10, lease));
        Assert.Equal(2, second.Attempt);
        Assert.False(await Journal.Outbox.Done(first));
        Assert.True(await Journal.Outbox.Done(second));
        Assert.Empty(await Journal.Outbox.TakeDue(Given.Noon + 9 * lease, 10, lease));
    }

    [Fact]
    public async Task Two_runners_at_once_share_the_effects_without_overlap()
    {
        await Submit([.. Enumerable.Range(0, 60).Select(i => Notice($"e{i:00}"))]);
        var taken = await Task.WhenAll(
            Enumerable.Range(0, 6).Select(_ => Journal.Outbox.TakeDue(Given.Noon, 10, lease))
        );
        var ids = taken.SelectMany(batch => batch).Select(effect => effect.EffectId).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        var rest = await Journal.Outbox.TakeDue(Given.Noon, 100, lease);
        Assert.Equal(60, ids.Count + rest.Length);
    }

    [Fact]
    public async Task A_deadline_waits_until_it_is_due_and_can_be_cancelled()
    {
        var @case = Given.Case();
        var due = Given.Noon.AddDays(3);
        var first = await Journal.Append(
            Given.First(@case) with
            {
                Outbox = [Notice("limit", due), Notice("other", due)],
            }
        );
        Assert.Empty(await Journal.Outbox.TakeDue(due.AddSeconds(-1), 10, lease));
        Assert.Equal(due, await Journal.Outbox.NextDue());
        await Journal.Append(Given.After(first, @case) with { CancelOutbox = ["limit"] });
        Assert.Equal("other", Assert.Single(await Journal.Outbox.TakeDue(due, 10, lease)).EffectId);
    }

    [Fact]
    public async Task The_entry_that_records_an_answer_settles_its_effect()
    {
        var @case = Given.Case();
        var first = await Journal.Append(Given.First(@case) with { Outbox = [Notice("ask")] });
        var held = Assert.Single(await Journal.Outbox.TakeDue(Given.Noon, 10, lease));
        await Journal.Append(Given.After(first, @case) with { SettledEffect = "ask" });
        Assert.False(await Journal.Outbox.Failed(held, Given.Noon, "late"));
        Assert.Empty(await Journal.Outbox.TakeDue(Given.Noon + 2 * lease, 10, lease));
    }

    [Fact]
    public async Task A_failed_effect_comes_back_at_its_retry_time()
    {
        await Submit(Notice("a"));
        var held = Assert.Single(await Journal.Outbox.TakeDue(Given.Noon, 10, lease));
        Assert.True(await Journal.Outbox.Failed(held, Given.Noon.AddHours(1), "the gateway was away"));
        Assert.Empty(await Journal.Outbox.TakeDue(Given.Noon.AddMinutes(59), 10, lease));
        Assert.Single(await Journal.Outbox.TakeDue(Given.Noon.AddHours(1), 10, lease));
    }
}
