using System.Text;

namespace Genggam.Journal.Tests;

/// <summary>Publications, and changes of services.</summary>
public abstract class ChangeContract : StoreContract
{
    private static PublicationRow Row(long number, string hash = "a1", ChangeId? change = null, long? undoes = null) =>
        new("akta-kelahiran", number, "released", hash, "2027-02-01", Given.Noon, "rina", change, null, undoes);

    private static ChangeStepRow Step(ChangeId change, long number, string body = "{}") =>
        new(change, number, Given.Noon.AddMinutes(number), "rina", Encoding.UTF8.GetBytes(body));

    private static ChangeSummary Summary(ChangeId change, long steps, string state = "draft") =>
        new(change, "akta-kelahiran", "SPTJM", state, "rina", steps, Given.Noon.AddMinutes(steps));

    private static ChangeId NewChange() => new(Guid.NewGuid());

    [Fact]
    public async Task Publications_are_numbered_without_gaps_and_the_slower_of_two_is_told()
    {
        var change = NewChange();
        Assert.True(await Journal.Publications.Add(Row(1)));
        Assert.False(await Journal.Publications.Add(Row(1, "b2")));
        Assert.False(await Journal.Publications.Add(Row(3)));
        Assert.True(await Journal.Publications.Add(Row(2, "b2", change, undoes: 1)));
        Assert.Equal([Row(1), Row(2, "b2", change, 1)], await Journal.Publications.All());
        Assert.Equal(2, await Journal.Publications.Count());
    }

    [Fact]
    public async Task A_step_of_a_change_is_written_whole_or_not_at_all()
    {
        var change = NewChange();
        ChangeFileRow[] files = [new(1, "process.bpmn", [1, 2]), new(1, "texts/id.yaml", null)];
        Assert.True(await Journal.Changes.Add(Step(change, 1), Summary(change, 1), files));
        Assert.False(await Journal.Changes.Add(Step(change, 1), Summary(change, 9), [new(1, "service.yaml", [3])]));
        Assert.True(await Journal.Changes.Add(Step(change, 2), Summary(change, 2), [new(2, "process.bpmn", [4])]));

        Assert.Equal([1, 2], (await Journal.Changes.Steps(change)).Select(s => s.Number));
        var first = await Journal.Changes.Files(change, upTo: 1);
        Assert.Equal(["process.bpmn", "texts/id.yaml"], first.Select(f => f.Path));
        Assert.Null(first[1].Content);
        Assert.Equal([4], (await Journal.Changes.Files(change))[^1].Content);
        Assert.Equal(2, Assert.Single(await Journal.Changes.List("akta-kelahiran", 10)).Steps);
    }

    [Fact]
    public async Task A_walk_is_saved_over_the_one_that_was_seen_and_goes_with_its_change()
    {
        var (change, other) = (NewChange(), NewChange());
        DraftWalk Walk(ChangeId of, long version, byte step, string actor = "rina") =>
            new(of, actor, version, Given.Noon.AddMinutes(step), [step]);
        Assert.True(await Journal.Walks.Save(Walk(change, 0, 1)));
        Assert.True(await Journal.Walks.Save(Walk(change, 1, 2)));
        Assert.False(await Journal.Walks.Save(Walk(change, 1, 3)));
        Assert.True(await Journal.Walks.Save(Walk(change, 0, 4, "made")));
        Assert.True(await Journal.Walks.Save(Walk(other, 0, 5)));

        var kept = (await Journal.Walks.Load(change, "rina"))!;
        Assert.Equal((2, Given.Noon.AddMinutes(2)), (kept.Version, kept.ChangedAt));
        Assert.Equal([2], kept.Content);
        Assert.True(await Journal.Walks.Save(Walk(change, 0, 6)));
        Assert.Equal(3, (await Journal.Walks.Load(change, "rina"))!.Version);

        await Journal.Walks.Delete(change);
        Assert.Null(await Journal.Walks.Load(change, "rina"));
        Assert.Null(await Journal.Walks.Load(change, "made"));
        Assert.NotNull(await Journal.Walks.Load(other, "rina"));
    }

    [Fact]
    public async Task Changes_are_listed_page_by_page_the_last_touched_first()
    {
        var changes = Enumerable.Range(1, 5).Select(n => (Id: NewChange(), Steps: (long)n)).ToList();
        foreach (var (id, steps) in changes)
            await Journal.Changes.Add(Step(id, 1), Summary(id, steps), []);
        var first = await Journal.Changes.List("akta-kelahiran", 3);
        var rest = await Journal.Changes.List("akta-kelahiran", 3, new ChangeCursor(first[^1].ChangedAt, first[^1].Id));
        Assert.Equal([5, 4, 3, 2, 1], first.Concat(rest).Select(c => c.Steps));
        Assert.Empty(await Journal.Changes.List("lain", 3));
    }

    [Fact]
    public async Task Notes_about_intake_and_laws_are_numbered_and_the_slower_of_two_is_told()
    {
        var pause = new IntakeNoteRow("nib", 1, "paused", "bkpm", "a", null, null, "{}", "wayan", Given.Noon);
        var resumed = pause with { Number = 2, Kind = "resumed", Agency = null, Starts = null, About = 1 };
        Assert.True(await Journal.Intake.Add(pause));
        Assert.False(await Journal.Intake.Add(pause with { Words = "lain" }));
        Assert.False(await Journal.Intake.Add(resumed with { Number = 3 }));
        Assert.True(await Journal.Intake.Add(resumed));
        Assert.True(await Journal.Intake.Add(pause with { Service = "akta", Ends = "b" }));
        Assert.Equal([pause, resumed], await Journal.Intake.Of("nib"));
        Assert.Equal("akta", Assert.Single(await Journal.Intake.Of("akta")).Service);

        var mark = new LawNoteRow("uu", 1, "amended", new DateOnly(2027, 3, 1), null, "UU baru", "rina", Given.Noon);
        Assert.True(await Journal.Laws.Add(mark));
        Assert.False(await Journal.Laws.Add(mark with { Note = "lain" }));
        Assert.Equal([mark], await Journal.Laws.All());
    }

    [Fact]
    public async Task Rehearsals_of_a_restore_are_kept_and_the_last_that_held_is_known()
    {
        Assert.Null(await Journal.Drills.LastGood());
        var good = new DrillRow(Given.Noon, "genggam-0611", 12, 160, 20, 3, Given.Noon, null);
        var bad = good with { At = Given.Noon.AddDays(1), Problem = "CutTail: 3 entries are missing" };
        await Journal.Drills.Add(good);
        await Journal.Drills.Add(bad);
        Assert.Equal([bad, good], await Journal.Drills.Last(5));
        Assert.Equal([bad], await Journal.Drills.Last(1));
        Assert.Equal(good, await Journal.Drills.LastGood());
    }

    [Fact]
    public async Task Publications_and_changes_stand_in_a_backup()
    {
        var change = NewChange();
        await Journal.Publications.Add(Row(1));
        await Journal.Changes.Add(Step(change, 1), Summary(change, 1), [new(1, "service.yaml", [7])]);
        var (data, keys) = (Path.Combine(Options.Folder, "b.data"), Path.Combine(Options.Folder, "b.keys"));
        await Journal.Backup(data, keys);
        var target = Given.OnSqlite();
        Assert.True((await JournalStore.Restore(target, data, keys)).Holds);
        await using var restored = await JournalStore.Open(target);
        Assert.Equal([Row(1)], await restored.Publications.All());
        Assert.Equal([7], Assert.Single(await restored.Changes.Files(change)).Content!);
    }
}
