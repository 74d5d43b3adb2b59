using System.Data.Common;
using System.Globalization;
using System.Text;
using Genggam.Journal.Storage;

namespace Genggam.Journal.Tests;

/// <summary>Many entries at once leave what appending one by one leaves.</summary>
public abstract class PastContract : StoreContract
{
    private static readonly SubjectId Mother = new(new Guid("01920000-0000-7000-8000-000000000001"));
    private static readonly CaseId Birth = new(new Guid("01920000-0000-7000-8000-0000000000b1"));
    private static readonly CaseId Death = new(new Guid("01920000-0000-7000-8000-0000000000d1"));

    private static readonly string[] Tables =
    [
        "SELECT * FROM case_summary ORDER BY case_id",
        "SELECT * FROM task ORDER BY task_id",
        "SELECT * FROM outbox ORDER BY effect_id",
        "SELECT case_id, subject_id, COUNT(*) FROM case_term GROUP BY case_id, subject_id ORDER BY case_id",
        "SELECT * FROM answered ORDER BY actor, key",
        "SELECT position, case_id, sequence, at, kind, version, open FROM entry ORDER BY position",
        "SELECT * FROM journal_head ORDER BY name",
    ];

    [Fact]
    public async Task Many_entries_at_once_leave_the_rows_that_one_by_one_leave()
    {
        await OneByOne(Story());
        var expected = await Rows(Journal);

        await using var other = await JournalStore.Open(Empty());
        var all = Story();
        // Two batches: what the first leaves open the second closes.
        await Write(other, new PastBatch(all[..4]) { Subjects = [new PastSubject(Mother, "3578", Given.Noon)] });
        await Write(other, new PastBatch(all[4..]) { Ended = [Birth, Death] });

        Assert.Equal(expected, await Rows(other));
        Assert.True((await other.Verify()).Holds);
        Assert.Equal(Plain(await Journal.Read(Birth)), Plain(await other.Read(Birth)));
        // Where nothing is encrypted the chain is the same to the last bit.
        Assert.Equal((await Journal.Read(Death)).Select(e => e.Hash), (await other.Read(Death)).Select(e => e.Hash));
    }

    [Fact]
    public async Task A_case_is_written_on_after_another_of_the_same_person_ended()
    {
        SubjectPart[] about = [new(Mother, Given.Json("""{"nama":"Sari"}"""))];
        await Write(
            Journal,
            new PastBatch([Entry(Birth, 0) with { Sealed = [.. about] }, Entry(Death, 0) with { Sealed = [.. about] }])
            {
                Subjects = [new PastSubject(Mother, "3578", Given.Noon)],
            }
        );
        await Write(Journal, new PastBatch([Entry(Birth, 1)]) { Ended = [Birth] });
        await Write(Journal, new PastBatch([Entry(Death, 1) with { Sealed = [.. about] }]) { Ended = [Death] });

        Assert.Equal(2, Plain(await Journal.Read(Death)).Count());
        Assert.True((await Journal.Verify()).Holds);
    }

    [Fact]
    public async Task A_case_goes_on_alive_after_its_past()
    {
        await Write(Journal, new PastBatch(Story()) { Ended = [Birth, Death] });
        var last = (await Journal.Read(Birth))[^1];

        Assert.IsType<AppendResult.Appended>(await Journal.Append(Given.After(last, Birth)));
        Assert.True((await Journal.Verify()).Holds);
    }

    [Fact]
    public async Task The_past_goes_on_where_another_loader_stopped()
    {
        var all = Story();
        await Write(Journal, new PastBatch(all[..4]));
        await Reopen();

        await Write(Journal, new PastBatch(all[4..]));

        Assert.True((await Journal.Verify()).Holds);
        Assert.Equal(all.Count, (await Journal.ReadFrom(0, 100)).Length);
    }

    [Fact]
    public async Task A_case_that_is_there_is_not_written_again_nor_anything_beside_it()
    {
        await Write(Journal, new PastBatch(Story()));

        var again = new PastBatch([Given.First(Given.Case()), .. Story()]);
        await Assert.ThrowsAsync<JournalRejected>(() => Write(Journal, again));
        Assert.Equal(Story().Count, (await Journal.ReadFrom(0, 100)).Length);
    }

    [Fact]
    public async Task A_person_is_found_by_the_NIK_that_the_past_brought()
    {
        await Write(
            Journal,
            new PastBatch(Story()) { Subjects = [new PastSubject(Mother, "3578014101900001", Given.Noon)] }
        );

        Assert.Equal(Mother, await Journal.Subjects.FindByNik("3578014101900001"));
        Assert.Equal(Mother, (await Journal.Past.Known(["3578014101900001", "1111014101900001"])).Single().Value);
    }

    /// <summary>Two cases that cross: tasks opened, taken and done, timers set, rung and cleared, a letter asked for.</summary>
    private static List<NewEntry> Story() =>
        [
            Entry(Birth, 0) with
            {
                Sealed = [new SubjectPart(Mother, Given.Json("""{"nama":"Sari"}"""))],
                Summary = Summary("G-1", "open") with { FollowCodeHash = Digest.Of("code"u8) },
                Terms = [new SearchTerm(Mother, "Sari Contoh"), new SearchTerm(Mother, "Contoh")],
                Worklist = [Task(Birth, "t1")],
                Outbox = [Timer("b/timer/1"), Timer("b/timer/2")],
                Key = new IdempotencyKey("sari", "k1", Digest.Of("body"u8), Given.Json("{}")),
            },
            Entry(Death, 0) with
            {
                Summary = Summary("G-2", "open"),
                Worklist = [Task(Death, "t2")],
            },
            Entry(Birth, 1) with
            {
                Summary = Summary("G-1", "open"),
                Worklist = [new WorklistChange.AssignTask("t1", "siti")],
                SettledEffect = "b/timer/1",
            },
            Entry(Death, 1) with
            {
                Summary = Summary("G-2", "open"),
                Worklist = [new WorklistChange.CloseTask("t2"), Task(Death, "t3")],
            },
            Entry(Birth, 2) with
            {
                Sealed = [new SubjectPart(Mother, Given.Json("""{"nama":"Sari W."}"""))],
                Summary = Summary("G-1", "open"),
                Worklist = [new WorklistChange.CloseTask("t1")],
                CancelOutbox = ["b/timer/2"],
                Outbox = [new OutboxItem("b/3", "IssueDocument", Given.Json("{}"))],
            },
            Entry(Birth, 3) with
            {
                Summary = Summary("G-1", "closed"),
                SettledEffect = "b/3",
            },
            Entry(Death, 2) with
            {
                Summary = Summary("G-2", "open"),
                Worklist = [new WorklistChange.AssignTask("t3", "joko")],
                Outbox = [Timer("d/timer/1")],
            },
        ];

    private static NewEntry Entry(CaseId @case, long after) =>
        Given.First(@case) with
        {
            ExpectedSequence = after,
            At = Given.Noon.AddMinutes(after),
            Kind = after == 0 ? "submit" : "next",
        };

    private static CaseSummary Summary(string number, string state) =>
        Given.Summary(number, Mother) with
        {
            State = state,
        };

    private static WorklistChange.OpenTask Task(CaseId @case, string task) =>
        new(task, "dukcapil", "verifikator", "akta", "verifikasi", $"G-{@case.Value.ToString()[^1]}", Given.Noon, null);

    private static OutboxItem Timer(string id) => new(id, "timer", Given.Json("{}"), Given.Noon.AddHours(16));

    private static async Task Write(JournalStore journal, PastBatch batch) =>
        await journal.Past.Write(await journal.Past.Seal(batch));

    private async Task OneByOne(List<NewEntry> entries)
    {
        await Journal.Past.Seal(new PastBatch([]) { Subjects = [new PastSubject(Mother, "3578", Given.Noon)] });
        var heads = new Dictionary<CaseId, Digest>();
        foreach (var entry in entries)
            heads[entry.Case] = Assert
                .IsType<AppendResult.Appended>(
                    await Journal.Append(entry with { PreviousHash = heads.GetValueOrDefault(entry.Case) })
                )
                .Hash;
    }

    private static IEnumerable<string> Plain(IEnumerable<Entry> entries) =>
        entries
            .SelectMany(e => e.Sealed)
            .Select(p => Encoding.UTF8.GetString(Assert.IsType<EntryPart.Readable>(p).Plain.Span));

    private static async Task<List<string>> Rows(JournalStore journal)
    {
        var rows = new List<string>();
        foreach (var table in Tables)
            rows.AddRange(await journal.Database.Read(s => Session.All(s.Command(table), Row)));
        rows.AddRange(
            await journal.KeyDatabase.Read(s => Session.All(s.Command("SELECT subject_id, at FROM subject_key"), Row))
        );
        return rows;
    }

    private static string Row(DbDataReader row) =>
        string.Join('|', Enumerable.Range(0, row.FieldCount).Select(i => Text(row.GetValue(i))));

    private static string Text(object value) =>
        value is byte[] bytes ? Convert.ToHexString(bytes) : Convert.ToString(value, CultureInfo.InvariantCulture)!;
}
