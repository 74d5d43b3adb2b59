namespace Genggam.Journal.Tests;

/// <summary>How the journal is, for whoever runs it.</summary>
public abstract class VitalsContract : StoreContract
{
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    [Fact]
    public async Task An_empty_journal_takes_an_append_and_waits_for_nothing()
    {
        await Journal.Vitals.Probe();
        var vitals = await Journal.Vitals.Read(Given.Noon, Week);
        Assert.Null(vitals.LastEntry);
        Assert.Null(vitals.LastCheckpoint);
        Assert.Null(vitals.OldestUnsigned);
        Assert.Empty(vitals.Waiting);
        Assert.Equal((0, 0, 0), (vitals.GivenUp, vitals.Overdue, vitals.DueSoon));
        if (Options.Postgres is not null)
            Assert.InRange(vitals.DatabaseClock!.Value - DateTimeOffset.UtcNow, -Week, Week);
        else
            Assert.Null(vitals.DatabaseClock);
    }

    [Fact]
    public async Task What_no_checkpoint_covers_yet_has_the_age_of_its_oldest_entry()
    {
        var @case = Given.Case();
        var first = await Journal.Append(Given.First(@case));
        await Journal.Checkpoints.Write();
        Assert.Null((await Journal.Vitals.Read(Given.Noon, Week)).OldestUnsigned);
        var second = await Journal.Append(Given.After(first, @case));
        await Journal.Append(Given.After(second, @case));

        var vitals = await Journal.Vitals.Read(Given.Noon, Week);
        Assert.Equal(Given.Noon.AddMinutes(1), vitals.OldestUnsigned);
        Assert.Equal(Given.Noon.AddMinutes(2), vitals.LastEntry);
        Assert.NotNull(vitals.LastCheckpoint);
    }

    [Fact]
    public async Task Effects_are_counted_by_kind_and_by_what_became_of_them_and_far_timers_are_not()
    {
        OutboxItem[] items =
        [
            new("a", "letter", Given.Json("{}")),
            new("b", "notice", Given.Json("{}")),
            new("c", "notice", Given.Json("{}")),
            new("d", "notice", Given.Json("{}")),
            new("e", "timer", Given.Json("{}"), Given.Noon.AddDays(9)),
        ];
        await Journal.Append(Given.First(Given.Case()) with { Outbox = [.. items] });
        var taken = await Journal.Outbox.TakeDue(Given.Noon, 9, TimeSpan.FromMinutes(1));
        await Journal.Outbox.Failed(taken.Single(e => e.EffectId == "b"), Given.Noon.AddMinutes(9), "NOTICE-301");
        await Journal.Outbox.GiveUp(taken.Single(e => e.EffectId == "c"), "NOTICE-301");

        var held = await Journal.Vitals.Read(Given.Noon, Week);
        Assert.Equal([new WaitingEffects("notice", 0, 1, null)], held.Waiting);
        Assert.Equal(1, held.GivenUp);

        var lost = await Journal.Vitals.Read(Given.Noon.AddMinutes(5), Week);
        var since = Given.Noon.AddMinutes(1);
        Assert.Equal(
            [new WaitingEffects("letter", 1, 0, since), new WaitingEffects("notice", 1, 1, since)],
            lost.Waiting
        );
    }

    [Fact]
    public async Task Tasks_are_counted_past_their_limit_and_before_it()
    {
        WorklistChange Task(string id, DateTimeOffset? due) =>
            new WorklistChange.OpenTask(id, "dukcapil-surabaya", "verifikator", "nib", "periksa", "1", Given.Noon, due);
        await Journal.Append(
            Given.First(Given.Case()) with
            {
                Worklist =
                [
                    Task("late", Given.Noon.AddDays(-1)),
                    Task("soon", Given.Noon.AddDays(6)),
                    Task("later", Given.Noon.AddDays(8)),
                    Task("never", null),
                ],
            }
        );
        var vitals = await Journal.Vitals.Read(Given.Noon, Week);
        Assert.Equal((1, 1), (vitals.Overdue, vitals.DueSoon));
    }

    [Fact]
    public async Task A_journal_that_is_closed_says_that_it_takes_nothing()
    {
        var closed = await JournalStore.Open(Options);
        await closed.DisposeAsync();
        await Assert.ThrowsAnyAsync<JournalException>(closed.Vitals.Probe);
    }
}
