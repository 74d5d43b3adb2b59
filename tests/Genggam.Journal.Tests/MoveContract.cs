namespace Genggam.Journal.Tests;

/// <summary>How far moves of running cases came, and timers that are set again.</summary>
public abstract class MoveContract : StoreContract
{
    private static readonly TimeSpan lease = TimeSpan.FromMinutes(1);

    private static MigrationRow Row(string service = "nib") =>
        new(new MigrationId(Guid.CreateVersion7()), service, "running", 2, Given.Noon, Given.Noon, Given.Json("{}"));

    [Fact]
    public async Task A_move_is_found_by_its_service_and_its_state()
    {
        var (first, second) = (Row(), Row() with { At = Given.Noon.AddHours(1) });
        await Journal.Moves.Add(first);
        await Journal.Moves.Add(second);
        await Journal.Moves.Add(Row("lain"));

        Assert.Equal([second.Id, first.Id], (await Journal.Moves.Of("nib", 9)).Select(r => r.Id));
        Assert.True(await Journal.Moves.Turn(first.Id, "running", "done", Given.Noon.AddDays(1)));
        Assert.False(await Journal.Moves.Turn(first.Id, "running", "cancelled", Given.Noon));
        var done = Assert.Single(await Journal.Moves.InState("done"));
        Assert.Equal((first.Id, Given.Noon.AddDays(1)), (done.Id, done.ChangedAt));
        Assert.Null(await Journal.Moves.Find(new MigrationId(Guid.NewGuid())));
    }

    [Fact]
    public async Task What_became_of_cases_is_told_page_by_page_and_counted()
    {
        var row = Row();
        await Journal.Moves.Add(row);
        var cases = Enumerable.Range(0, 9).Select(_ => Given.Case()).ToList();
        await Journal.Moves.Note(row.Id, [.. cases.Select(c => new MigrationCaseRow(c, "begun", ""))]);
        await Journal.Moves.Note(row.Id, [.. cases.Take(6).Select(c => new MigrationCaseRow(c, "stays", "provision"))]);

        var seen = new List<CaseId>();
        for (var after = default(CaseId); ; after = seen[^1])
        {
            var page = await Journal.Moves.Cases(row.Id, "stays", 4, after);
            if (page.IsEmpty)
                break;
            seen.AddRange(page.Select(c => c.Case));
        }

        Assert.Equal(cases.Take(6).Order(Comparer<CaseId>.Create((a, b) => Bytes(a).CompareTo(Bytes(b)))), seen);
        Assert.Equal(9, (await Journal.Moves.Cases(row.Id, null, 99)).Length);
        Assert.Equal(
            [("begun", "", 3L), ("stays", "provision", 6L)],
            (await Journal.Moves.Counts(row.Id)).OrderBy(c => c.Result)
        );

        static string Bytes(CaseId id) => Convert.ToHexString(id.Value.ToByteArray(bigEndian: true));
    }

    [Fact]
    public async Task Two_nodes_that_note_the_same_cases_in_another_order_do_not_hold_each_other_up()
    {
        await using var other = await JournalStore.Open(Options);
        var cases = Enumerable.Range(0, 200).Select(_ => new MigrationCaseRow(Given.Case(), "begun", "")).ToList();
        for (var round = 0; round < 10; round++)
        {
            var id = new MigrationId(Guid.CreateVersion7());
            await Task.WhenAll(Journal.Moves.Note(id, cases), other.Moves.Note(id, [.. Enumerable.Reverse(cases)]));
            Assert.Equal(cases.Count, (await Journal.Moves.Cases(id, null, 999)).Length);
        }
    }

    [Fact]
    public async Task A_timer_that_was_cancelled_can_be_set_again_under_its_id()
    {
        var @case = Given.Case();
        var due = Given.Noon.AddDays(3);
        OutboxItem Timer(DateTimeOffset at) => new("batas", "timer", Given.Json("{}"), at);
        var first = await Journal.Append(Given.First(@case) with { Outbox = [Timer(due)] });
        var second = await Journal.Append(
            Given.After(first, @case) with
            {
                CancelOutbox = ["batas"],
                Outbox = [Timer(due.AddDays(9))],
            }
        );

        Assert.Empty(await Journal.Outbox.TakeDue(due.AddDays(8), 10, lease));
        var third = await Journal.Append(Given.After(second, @case) with { CancelOutbox = ["batas"] });
        Assert.Empty(await Journal.Outbox.TakeDue(due.AddDays(10), 10, lease));
        await Journal.Append(Given.After(third, @case) with { Outbox = [Timer(due)] });

        var lent = Assert.Single(await Journal.Outbox.TakeDue(due, 10, lease));
        Assert.Equal((due, 1), (lent.DueAt, lent.Attempt));
    }

    [Fact]
    public async Task What_was_done_once_cannot_be_asked_for_again()
    {
        var @case = Given.Case();
        var notice = new OutboxItem("surat", "notice", Given.Json("{}"));
        var first = await Journal.Append(Given.First(@case) with { Outbox = [notice] });
        Assert.True(await Journal.Outbox.Done(Assert.Single(await Journal.Outbox.TakeDue(Given.Noon, 10, lease))));

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() =>
            Journal.Append(Given.After(first, @case) with { Outbox = [notice] })
        );

        Assert.Empty(await Journal.Outbox.TakeDue(Given.Noon.AddDays(1), 10, lease));
    }

    [Fact]
    public async Task Running_cases_of_a_release_are_listed_and_counted_without_those_that_are_over()
    {
        var applicant = await Journal.Subjects.Create();
        string[] states = ["open", "closed", "refused", "with-applicant", "incident"];
        for (var i = 0; i < 20; i++)
            await Journal.Append(
                Given.First(Given.Case()) with
                {
                    Summary = Given.Summary($"G-{i}", applicant, i % 2 == 0 ? "a" : "b") with
                    {
                        State = states[i % 5],
                        ReleaseHash = i < 10 ? "r1" : "r2",
                        Step = i % 4 == 0 ? "verifikasi" : null,
                        OpenedAt = Given.Noon.AddMinutes(i),
                    },
                }
            );

        var page = await Journal.Cases.Running(new("akta-kelahiran", "r1"), 4);
        var rest = await Journal.Cases.Running(new("akta-kelahiran", "r1"), 4, page.Next);
        Assert.Equal(
            ["G-9", "G-8", "G-5", "G-4", "G-3", "G-0"],
            page.Rows.Concat(rest.Rows).Select(r => r.Summary.Number)
        );
        Assert.Null(rest.Next);
        Assert.Equal(6, await Journal.Cases.CountRunning(new("akta-kelahiran", "r1")));
        Assert.Equal(3, await Journal.Cases.CountRunning(new("akta-kelahiran", "r1", "a")));
        Assert.Equal(3, await Journal.Cases.CountRunning(new("akta-kelahiran", "r1", "a", "verifikasi")));
        Assert.Equal(0, await Journal.Cases.CountRunning(new("nib", "r1")));
    }
}
