using System.Collections.Immutable;
using CsCheck;
using Genggam.Journal.Storage;

namespace Genggam.Journal.Tests;

/// <summary>Lists of cases and tasks: right rows, right order, by an index.</summary>
public abstract class ListContract : StoreContract
{
    private const string Agency = "dukcapil-surabaya";

    private async Task<SubjectId> Fill(int count)
    {
        var applicant = await Journal.Subjects.Create();
        await Task.WhenAll(
            Enumerable
                .Range(0, count)
                .Select(i =>
                    Journal.Append(
                        Given.First(Given.Case()) with
                        {
                            Summary = Given.Summary($"G-{i:000}", applicant, i % 3 == 0 ? "lain" : Agency) with
                            {
                                OpenedAt = Given.Noon.AddHours(i / 2),
                                State = i % 2 == 0 ? "open" : "closed",
                            },
                            Worklist = [Opened(i)],
                        }
                    )
                )
        );
        return applicant;
    }

    private static WorklistChange.OpenTask Opened(int i) =>
        new(
            $"t{i:000}",
            i % 3 == 0 ? "lain" : Agency,
            i % 2 == 0 ? "verifikator" : "penyetuju",
            "akta-kelahiran",
            "verifikasi",
            $"G-{i:000}",
            Given.Noon,
            i % 5 == 0 ? null : Given.Noon.AddHours(i % 7)
        );

    [Fact]
    public async Task Pages_of_tasks_put_together_are_the_whole_worklist_in_order()
    {
        await Fill(40);
        await Gen.Int[1, 15]
            .SampleAsync(
                async size =>
                {
                    var seen = new List<TaskRow>();
                    for (TaskCursor? at = null; ; )
                    {
                        var page = await Journal.Worklist.List(new(Agency, ["verifikator"]), size, at);
                        seen.AddRange(page.Rows);
                        if ((at = page.Next) is null)
                            break;
                    }
                    var expected = Enumerable
                        .Range(0, 40)
                        .Where(i => i % 3 != 0 && i % 2 == 0)
                        .OrderBy(i => i % 5 == 0 ? 99 : i % 7)
                        .ThenBy(i => i)
                        .Select(i => $"t{i:000}");
                    Assert.Equal(expected, seen.Select(row => row.TaskId));
                },
                iter: 8,
                threads: 1
            );
    }

    [Fact]
    public async Task A_task_can_be_claimed_released_and_closed()
    {
        var @case = Given.Case();
        var last = await Journal.Append(Given.First(@case) with { Worklist = [Opened(1)] });
        last = await Journal.Append(
            Given.After(last, @case) with
            {
                Worklist = [new WorklistChange.AssignTask("t001", "siti")],
            }
        );
        Assert.Single((await Journal.Worklist.List(new(Agency, Assignee: "siti"), 10)).Rows);
        Assert.Empty((await Journal.Worklist.List(new(Agency, Unassigned: true), 10)).Rows);
        last = await Journal.Append(
            Given.After(last, @case) with
            {
                Worklist = [new WorklistChange.AssignTask("t001", null)],
            }
        );
        Assert.Single((await Journal.Worklist.List(new(Agency, Unassigned: true, Text: "G-00"), 10)).Rows);
        await Journal.Append(Given.After(last, @case) with { Worklist = [new WorklistChange.CloseTask("t001")] });
        Assert.Null(await Journal.Worklist.Find("t001"));
        Assert.Empty(await Journal.Worklist.OfCase(@case));
    }

    [Fact]
    public async Task Tasks_are_narrowed_to_a_step_and_to_what_falls_due_and_counted_up_to_a_limit()
    {
        await Fill(40);
        var soon = new TaskFilter(Agency, DueFrom: Given.Noon.AddHours(1), DueBefore: Given.Noon.AddHours(3));
        var expected = Enumerable.Range(0, 40).Count(i => i % 3 != 0 && i % 5 != 0 && i % 7 is 1 or 2);
        var rows = (await Journal.Worklist.List(soon, 50)).Rows;
        Assert.All(rows, row => Assert.InRange(row.DueAt!.Value, Given.Noon.AddHours(1), Given.Noon.AddHours(2)));
        Assert.Equal(expected, rows.Length);
        Assert.Equal(expected, await Journal.Worklist.Count(soon, 999));
        Assert.Equal(5, await Journal.Worklist.Count(new(Agency), 5));
        Assert.Equal(0, await Journal.Worklist.Count(new(Agency, Element: "tandatangan"), 999));
        Assert.Equal(26, await Journal.Worklist.Count(new(Agency, Element: "verifikasi"), 999));
    }

    [Fact]
    public async Task Cases_are_listed_by_applicant_agency_service_and_state()
    {
        var applicant = await Fill(30);
        var seen = new List<CaseRow>();
        for (CaseCursor? at = null; ; )
        {
            var page = await Journal.Cases.OfApplicant(applicant, 7, at);
            seen.AddRange(page.Rows);
            if ((at = page.Next) is null)
                break;
        }
        Assert.Equal(30, seen.DistinctBy(row => row.Case).Count());
        Assert.Equal(seen.OrderByDescending(row => row.Summary.OpenedAt).Select(r => r.Case).Count(), seen.Count);
        Assert.Equal(20, (await Journal.Cases.List(new(Agency), 50)).Rows.Length);
        Assert.Equal(10, (await Journal.Cases.List(new(Agency, State: "open"), 50)).Rows.Length);
        Assert.Equal(10, (await Journal.Cases.List(new(Agency, "akta-kelahiran", "closed"), 50)).Rows.Length);
        Assert.Empty((await Journal.Cases.List(new(Service: "nib"), 50)).Rows);
        Assert.Equal("G-007", (await Journal.Cases.FindByNumber("G-007"))!.Summary.Number);
    }

    [Fact]
    public async Task A_case_is_found_by_the_words_about_its_subjects_until_they_are_erased()
    {
        var (@case, subject) = (Given.Case(), await Journal.Subjects.Create());
        await Journal.Append(
            Given.First(@case) with
            {
                Summary = Given.Summary("G-1", subject),
                Terms = [new(subject, "Siti Nurhalizah"), new(subject, "3578010101900001")],
            }
        );
        Assert.Equal(@case, Assert.Single(await Journal.Cases.Search(Agency, "nurhalizah SITI", 10)).Case);
        Assert.Single(await Journal.Cases.Search(Agency, "3578010101900001", 10));
        Assert.Empty(await Journal.Cases.Search("lain", "siti", 10));
        Assert.Empty(await Journal.Cases.Search(Agency, "siti budi", 10));
        await Journal.Subjects.Erase(subject, "asked for");
        Assert.Empty(await Journal.Cases.Search(Agency, "siti", 10));
    }

    public static TheoryData<string> CaseLists =>
        [
            CaseSql.OfApplicant,
            CaseSql.OfAgency,
            CaseSql.OfAgencyState,
            CaseSql.OfAgencyService,
            CaseSql.OfAgencyServiceState,
            CaseSql.OfService,
            CaseSql.OfServiceState,
            CaseSql.OfRelease,
            CaseSql.WithTerms(2),
            CaseSql.Running(agency: true, step: true),
            CaseSql.CountRunning(agency: false, step: false),
            CaseMoves.OfServiceSql,
            CaseMoves.InStateSql,
            CaseMoves.CasesSql,
            CaseMoves.CasesWithSql,
            CaseMoves.CountsSql,
            CaseSql.PastOfService,
            CaseSql.CountPast,
            CaseEntries.OfFew,
            DryRunRows.OfService,
            DryRunRows.AllCases,
            DryRunRows.CasesOfClass,
            SavedRemarks.Select,
            ServiceChanges.ListSql,
        ];

    [Theory]
    [MemberData(nameof(CaseLists))]
    public Task A_list_of_cases_reads_an_index(string sql) =>
        ReadsAnIndex(
            sql,
            [
                ("applicant", new byte[16]),
                ("agency", "a"),
                ("state", "s"),
                ("service", "s"),
                ("release", "r"),
                ("at", 0L),
                ("id", new byte[16]),
                ("term0", new byte[32]),
                ("term1", new byte[32]),
                ("officer", "o"),
                ("step", "s"),
                ("after", new byte[16]),
                ("result", "r"),
                ("opened", 0L),
                ("case", new byte[16]),
                ("limit", 10L),
                ("since", 0L),
                ("until", 0L),
                ("upto", 0L),
                ("case0", new byte[16]),
                ("case1", new byte[16]),
                ("run", new byte[16]),
                ("ordinal", 0L),
                ("class", "c"),
            ]
        );

    [Fact]
    public async Task Entries_of_many_cases_come_as_they_are_asked_for_up_to_a_position()
    {
        var cases = Enumerable.Range(0, 70).Select(_ => new CaseId(Guid.NewGuid())).ToArray();
        foreach (var one in cases)
            await Journal.Append(Given.First(one));
        var head = await Journal.Head();
        var first = await Journal.Read(cases[0]);
        await Journal.Append(Given.First(cases[0]) with { ExpectedSequence = 1, PreviousHash = first[0].Hash });
        var asked = cases.Reverse().Append(new CaseId(Guid.NewGuid())).ToImmutableArray();

        var read = await Journal.Read(asked, head);

        Assert.Equal(71, read.Length);
        Assert.Empty(read[^1]);
        Assert.All(asked.Zip(read).Take(70), p => Assert.Equal(p.First, Assert.Single(p.Second).Case));
        Assert.Equal(2, Assert.Single(await Journal.Read([cases[0]], head + 1)).Length);
    }

    [Fact]
    public async Task Every_worklist_reads_an_index()
    {
        var cursor = new TaskCursor(Given.Noon, "t1");
        TaskFilter[] filters =
        [
            new(Agency),
            new(Agency, ["a", "b"]),
            new(Agency, Assignee: "siti"),
            new(Agency, Unassigned: true),
            new(Agency, Text: "G-1"),
            new(Agency, ["a"], Service: "s", Element: "e"),
            new(Agency, ["a"], DueFrom: Given.Noon, DueBefore: Given.Noon.AddDays(2)),
            new(Agency, Assignee: "siti", DueBefore: Given.Noon),
        ];
        foreach (var filter in filters)
        {
            var (sql, parameters) = WorklistSql.Page(filter, 10, cursor, Journal.Database.Bytewise);
            await ReadsAnIndex(sql, parameters);
            var (count, counted) = WorklistSql.Count(filter, 10, Journal.Database.Bytewise);
            await ReadsAnIndex(count, counted);
        }
    }

    /// <summary>The plan, with the values in place, names an index and no scan of a whole table.</summary>
    protected abstract Task ReadsAnIndex(string sql, (string Name, object? Value)[] parameters);

    protected static (string, object?)[] Used(string sql, (string Name, object? Value)[] all) =>
        [.. all.Where(p => sql.Contains("@" + p.Name, StringComparison.Ordinal))];

    internal Database Store => Journal.Database;
}
