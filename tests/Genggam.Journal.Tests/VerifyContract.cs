namespace Genggam.Journal.Tests;

/// <summary>Whatever is changed or removed behind the journal's back shows.</summary>
public abstract class VerifyContract : StoreContract
{
    private async Task<List<CaseId>> ThreeCasesOfThree()
    {
        var cases = new List<CaseId>();
        for (var i = 0; i < 3; i++)
        {
            var @case = Given.Case();
            cases.Add(@case);
            var summary = Given.Summary($"G-{i}", await Journal.Subjects.Create());
            var last = await Journal.Append(Given.First(@case) with { Summary = summary });
            for (var j = 0; j < 2; j++)
                last = await Journal.Append(Given.After(last, @case));
            await Journal.Access.Record(@case, "siti", "verifikator", "dukcapil", "verifikasi", Given.Noon);
        }
        return cases;
    }

    private Task Tamper(string sql) => Journal.Database.Write(session => session.Execute(sql));

    private async Task<List<FindingKind>> Found() =>
        [.. (await Journal.Verify()).Findings.Select(f => f.Kind).Distinct()];

    [Fact]
    public async Task An_untouched_journal_holds_before_and_after_checkpoints()
    {
        await ThreeCasesOfThree();
        Assert.True((await Journal.Verify()).Holds);
        await Journal.Checkpoints.Write();
        await ThreeCasesOfThreeMore();
        var second = await Journal.Checkpoints.Write();
        Assert.Equal(second, await Journal.Checkpoints.Write());
        var report = await Journal.Verify();
        Assert.True(report.Holds);
        Assert.Equal((12, 4, 3, 2), (report.Entries, report.Cases, report.Accesses, report.Checkpoints));
        Assert.Equal(12, report.Last!.Size);
    }

    private async Task ThreeCasesOfThreeMore()
    {
        var @case = Given.Case();
        var last = await Journal.Append(Given.First(@case));
        for (var i = 0; i < 2; i++)
            last = await Journal.Append(Given.After(last, @case));
    }

    [Fact]
    public async Task A_changed_entry_breaks_the_chain()
    {
        await ThreeCasesOfThree();
        await Tamper("UPDATE entry SET kind = 'other' WHERE position = 5");
        var finding = Assert.Single((await Journal.Verify()).Findings);
        Assert.Equal((FindingKind.BrokenChain, 5L), (finding.Kind, finding.Position));
    }

    [Fact]
    public async Task A_removed_entry_is_missed()
    {
        await ThreeCasesOfThree();
        await Tamper("DELETE FROM entry WHERE position = 5");
        Assert.Equal([FindingKind.MissingEntry], await Found());
    }

    [Fact]
    public async Task A_removed_case_is_missed_even_with_positions_closed_up()
    {
        await ThreeCasesOfThree();
        await Journal.Checkpoints.Write();
        await Tamper("DELETE FROM entry WHERE position BETWEEN 4 AND 6");
        Assert.Contains(FindingKind.MissingCase, await Found());
        await Tamper("UPDATE entry SET position = position - 3 WHERE position > 6");
        await Tamper("DELETE FROM case_summary WHERE number = 'G-1'");
        await Tamper("UPDATE journal_head SET position = 6 WHERE name = 'entry'");
        Assert.Equal([FindingKind.CutTail], await Found());
        await ThreeCasesOfThreeMore();
        Assert.Equal([FindingKind.TreeMismatch], await Found());
    }

    [Fact]
    public async Task A_cut_tail_shows_even_when_the_checkpoints_in_the_database_are_cut_too()
    {
        await ThreeCasesOfThree();
        await Journal.Checkpoints.Write();
        await Tamper("DELETE FROM entry WHERE position > 7");
        await Tamper("UPDATE journal_head SET position = 7 WHERE name = 'entry'");
        await Tamper("DELETE FROM checkpoint");
        Assert.Equal([FindingKind.CutTail], await Found());
    }

    [Fact]
    public async Task A_forged_checkpoint_has_a_bad_signature()
    {
        await ThreeCasesOfThree();
        await Journal.Checkpoints.Write();
        await Tamper("UPDATE checkpoint SET note = REPLACE(note, 'access 3', 'access 2')");
        Assert.Equal([FindingKind.BadSignature], await Found());
    }

    [Fact]
    public async Task A_removed_look_into_a_case_is_missed()
    {
        await ThreeCasesOfThree();
        await Tamper("DELETE FROM access WHERE position = 2");
        Assert.Equal([FindingKind.MissingEntry], await Found());
        await Tamper("UPDATE access SET purpose = 'other' WHERE position = 1");
        Assert.Equal([FindingKind.BrokenChain, FindingKind.MissingEntry], (await Found()).Order());
    }
}
