using System.Text;
using System.Text.Json;
using Genggam.Engine;
using Genggam.Engine.Comparison;
using Genggam.Journal;
using Genggam.Office.Cases;
using Genggam.Office.Catalogue;
using Genggam.Office.Changes.DryRuns;
using Genggam.Office.Tests.Changes.Known;

namespace Genggam.Office.Tests.Changes;

/// <summary>The runner: what it reads, how it stops and goes on, and what stays on record.</summary>
public sealed class DryRunsTests(KnownTown town) : IClassFixture<KnownTown>
{
    private static readonly Actor Owner = Actor.Officer("pemilik", "dukcapil-sleman", "pemilik");
    private readonly DryRunPace small = new(PageSize: 7, SaveEvery: TimeSpan.Zero);

    private JournalStore Journal => town.Get<JournalStore>();

    private DryRuns Runs => town.Get<DryRuns>();

    private Release Draft()
    {
        var folder = town.Copy();
        folder.Change(KnownCase.Business, "kelayakan.dmn", "nilai: 1000000000", "nilai: 300000000");
        return folder.Read(KnownCase.Business);
    }

    [Fact]
    public async Task A_run_that_is_killed_twice_goes_on_and_comes_to_the_same_report_and_the_same_cases()
    {
        var draft = Draft();
        var whole = await Ran.Of(Runs, draft);
        var (id, asked) = await Copy(whole.Id);
        foreach (var saves in new[] { 4, 9 })
            await Assert.ThrowsAsync<InvalidOperationException>(() =>
                Work(id, draft, asked, new Killed(saves)).Result.Run(TestContext.Current.CancellationToken)
            );
        var half = (await Runs.Status(id))!;
        Assert.Equal(DryRunState.Running, half.State);
        Assert.InRange(half.Done, 7, half.Asked.Total - 7);

        Assert.True(
            await (await Work(id, draft, asked, TimeProvider.System)).Run(TestContext.Current.CancellationToken)
        );

        Assert.Equal(whole.Report.Hash, (await Runs.Report(id))!.Hash);
        Assert.Equal(whole.Affected, await All(id));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(8)]
    public async Task However_many_cores_work_the_report_and_its_hash_are_the_same(int cores)
    {
        var draft = Draft();
        var whole = await Ran.Of(Runs, draft);
        var (id, asked) = await Copy(whole.Id);
        await (await Work(id, draft, asked, TimeProvider.System, cores)).Run(TestContext.Current.CancellationToken);
        Assert.Equal(whole.Report.Hash, (await Runs.Report(id))!.Hash);
        Assert.Equal(whole.Affected, await All(id));
    }

    [Fact]
    public async Task A_run_that_was_cancelled_elsewhere_writes_nothing_more_and_has_no_report()
    {
        var draft = Draft();
        var (id, asked) = await Copy((await Ran.Of(Runs, draft)).Id);
        var work = await Work(id, draft, asked, TimeProvider.System);
        Assert.True(await Runs.Cancel(id));
        Assert.False(await Runs.Cancel(id));

        Assert.False(await work.Run(TestContext.Current.CancellationToken));

        Assert.Equal(DryRunState.Cancelled, (await Runs.Status(id))!.State);
        Assert.Null(await Runs.Report(id));
        Assert.Empty(await All(id));
        Assert.False(await Runs.Resume(id));
    }

    [Fact]
    public async Task A_run_that_nobody_holds_is_interrupted_and_can_be_resumed_and_one_that_is_held_cannot()
    {
        var whole = await Ran.Of(Runs, Draft());
        var (id, _) = await Copy(whole.Id);
        Assert.Equal(DryRunState.Running, (await Runs.Status(id))!.State);
        Assert.False(await Runs.Resume(id));

        await Journal.DryRuns.Release(id, holder);
        Assert.Equal(DryRunState.Interrupted, (await Runs.Status(id))!.State);
        Assert.True(await Runs.Resume(id));
        await Runs.Wait(id, TestContext.Current.CancellationToken);
        Assert.Equal(whole.Report.Hash, (await Runs.Report(id))!.Hash);
        Assert.Contains(await Runs.Of(KnownCase.Business, 100), s => s.Id == id);
    }

    [Fact]
    public async Task Past_cases_are_chosen_by_day_agency_region_channel_and_outcome()
    {
        var release = town.Get<ServiceCatalogue>().Find(KnownCase.Birth)!;
        var since = Town.Present.AddDays(-70);
        var until = Town.Present.AddDays(-20);
        var all = new DryRunSelection(KnownCase.Birth);
        await Chooses(all with { Since = since, Until = until }, c => c.At >= since && c.At < until);
        await Chooses(all with { Agency = "dukcapil-sleman" }, c => c.Agency == "dukcapil-sleman");
        await Chooses(all with { Region = "35" }, c => c.Region == "35.78");
        await Chooses(all with { Channel = "counter" }, c => c.Channel == "counter");
        await Chooses(all with { Outcome = "open" }, c => !c.Finished);
        await Chooses(
            all with
            {
                Since = since,
                Channel = "web",
                Outcome = "granted",
            },
            c => c.At >= since && c.Channel == "web" && c.Finished
        );

        async Task Chooses(DryRunSelection selection, Func<KnownCase, bool> chosen)
        {
            var count = town.Of(KnownCase.Birth).Count(chosen);
            Assert.True(count > 0);
            Assert.Equal(count, (await Ran.Of(Runs, release, selection)).Report.Total.All);
        }
    }

    [Fact]
    public async Task A_run_writes_to_no_case_and_the_citizen_sees_that_it_read_theirs()
    {
        var head = await Journal.Head();
        var release = town.Get<ServiceCatalogue>().Find(KnownCase.Birth)!;
        var selection = new DryRunSelection(KnownCase.Birth, Agency: "dukcapil-sleman");
        var id = await Runs.Start(release, selection, Owner);
        await Runs.Wait(id, TestContext.Current.CancellationToken);

        Assert.Equal(head, await Journal.Head());
        var read = town.Of(KnownCase.Birth).First(c => c.Agency == "dukcapil-sleman");
        var look = Assert.Single(await Looks(read), l => l.Actor == Owner.Id);
        Assert.Equal(("dry-run", "dukcapil-sleman", "pemilik"), (look.Purpose, look.Agency, look.Role));
        var other = town.Of(KnownCase.Birth).First(c => c.Agency != "dukcapil-sleman");
        Assert.DoesNotContain(await Looks(other), l => l.Actor == Owner.Id);
        Assert.True((await Journal.Verify()).Holds);
    }

    [Fact]
    public async Task Affected_cases_are_paged_by_key_without_names_and_exported()
    {
        var whole = await Ran.Of(Runs, Draft());
        var first = await Runs.Affected(whole.Id, CaseClass.Other, 0, 5, named: false);
        Assert.Equal(5, first.Cases.Length);
        Assert.All(first.Cases, c => Assert.Equal((null, null, CaseClass.Other), (c.Case, c.Number, c.Class)));
        var second = await Runs.Affected(whole.Id, CaseClass.Other, first.Next!.Value, 5, named: false);
        Assert.True(second.Cases[0].Ordinal > first.Cases[^1].Ordinal);
        Assert.Equal(
            whole.Affected.Count,
            whole.Affected.Select(a => a.Pseudonym).Distinct(StringComparer.Ordinal).Count()
        );

        using var csv = new MemoryStream();
        await town.Get<DryRunExport>().WriteCsv(whole.Id, false, csv, TestContext.Current.CancellationToken);
        var lines = Encoding.UTF8.GetString(csv.ToArray()).TrimEnd().Split("\r\n");
        Assert.Equal(whole.Affected.Count + 1, lines.Length);
        Assert.DoesNotContain(whole.Affected[0].Number!, string.Concat(lines), StringComparison.Ordinal);

        using var json = new MemoryStream();
        await town.Get<DryRunExport>().WriteJson(whole.Id, true, json, TestContext.Current.CancellationToken);
        using var document = JsonDocument.Parse(json.ToArray());
        Assert.Equal(whole.Affected.Count, document.RootElement.GetProperty("cases").GetArrayLength());
        Assert.Equal(whole.Report.Hash, document.RootElement.GetProperty("report").GetProperty("hash").GetString());
    }

    private readonly Guid holder = Guid.NewGuid();

    /// <summary>The same run again, not begun, in the hands of the test.</summary>
    private async Task<(Guid Id, DryRunAsked Asked)> Copy(Guid of)
    {
        var row = (await Journal.DryRuns.Find(of))!;
        var id = Guid.NewGuid();
        await Journal.DryRuns.Add(
            row with
            {
                Id = id,
                State = nameof(DryRunState.Running),
                HeldUntil = Town.Present.AddMinutes(1),
                Progress = DryRunProgress.None.Bytes(),
            },
            holder
        );
        return (id, JsonSerializer.Deserialize<DryRunAsked>(row.Asked.Span)!);
    }

    private async Task<DryRunWork> Work(Guid id, Release draft, DryRunAsked asked, TimeProvider clock, int cores = 2) =>
        new(
            Journal,
            new CaseReplays(Journal, town.Get<ServiceCatalogue>(), town.Get<Office.Agencies.Agencies>(), draft, asked),
            asked,
            id,
            holder,
            DryRunProgress.Read((await Journal.DryRuns.Find(id))!),
            clock,
            cores,
            small
        );

    private async Task<List<AffectedCase>> All(Guid id)
    {
        var all = new List<AffectedCase>();
        await foreach (var one in town.Get<DryRunExport>().All(id, named: true, TestContext.Current.CancellationToken))
            all.Add(one);
        return all;
    }

    private async Task<IEnumerable<AccessEntry>> Looks(KnownCase one) => await town.Get<Looks>().Of(new CaseId(one.Id));

    /// <summary>The power goes where the clock is read the last time, before what was found is kept.</summary>
    private sealed class Killed(int after) : TimeProvider
    {
        private int read;

        public override DateTimeOffset GetUtcNow() =>
            ++read > after ? throw new InvalidOperationException("killed") : Town.Present;
    }
}
