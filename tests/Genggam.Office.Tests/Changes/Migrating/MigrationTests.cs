using System.Collections.Immutable;
using Genggam.Engine;
using Genggam.Engine.Tests.Migrating;
using Genggam.Journal;
using Genggam.Office.Cases;
using Genggam.Office.Changes;
using Genggam.Office.Changes.DryRuns;
using Genggam.Office.Effects;
using Genggam.Office.Safekeeping;
using Genggam.Standards.Feel;

namespace Genggam.Office.Tests.Changes.Migrating;

/// <summary>Running cases go on under another release, and everything that lists them follows.</summary>
public sealed class MigrationTests : IAsyncLifetime
{
    private KitchenOffice office = null!;
    private ImmutableArray<CaseId> cases;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        office = await KitchenOffice.Open();
        cases = await office.HandIn(16, Cancel);
    }

    public ValueTask DisposeAsync() => office.DisposeAsync();

    [Fact]
    public async Task A_preview_counts_every_running_case_and_says_what_stands_where()
    {
        var migrations = office.Get<Migrations>();
        var all = await migrations.Preview(office.Plan, MigrationFilter.All, Cancel);
        Assert.Equal((16, 16, 0), (all.Cases, all.Moves, all.NeedMapping));

        var unmapped = office.Plan with { Elements = office.Plan.Elements.Clear() };
        var some = await migrations.Preview(unmapped, MigrationFilter.All, Cancel);
        Assert.Equal((16, 8, 8), (some.Cases, some.Moves, some.NeedMapping));
        Assert.Equal(8, some.Elements[KitchenOffice.Step]);

        var page = await migrations.Page(unmapped, MigrationFilter.All, 10, null, Cancel);
        var rest = await migrations.Page(unmapped, MigrationFilter.All, 10, page.Next, Cancel);
        Assert.Null(rest.Next);
        var judged = page.Cases.Concat(rest.Cases).ToList();
        Assert.Equal(cases.Order(ById), judged.Select(j => j.Case).Order(ById));
        Assert.All(judged, j => Assert.Equal(j.Step == KitchenOffice.Step, j.Verdict is MigrationVerdict.NeedsMapping));
    }

    [Fact]
    public async Task Lists_deadlines_tasks_and_timers_follow_the_case_there_and_back()
    {
        var before = await office.LoadAll(cases);
        var rows = await Worklist();
        var id = await office.Start();

        var done = await office.Run(id);

        Assert.Equal((MigrationStates.Done, 16), (done.State, done.Results[MigratedCase.Moved]));
        foreach (var (one, loaded) in await office.LoadAll(cases))
        {
            Assert.Equal(office.Target.Hash, loaded.Release.Hash);
            Assert.Equal(office.Old.Hash, loaded.ReleaseOf(loaded.Entries[0]).Hash);
            var summary = (await office.Get<JournalStore>().Cases.Find(one))!.Summary;
            Assert.Equal((office.Target.Hash, loaded.Case.Deadline), (summary.ReleaseHash, summary.Deadline));
            Assert.Equal(loaded.Case.Tasks.Values.Single().Element, summary.Step);
            Assert.True(before[one].Case.Deadline is null == loaded.Case.Deadline is null);
            Assert.True(loaded.Case.Deadline is null || loaded.Case.Deadline > before[one].Case.Deadline);
        }
        var moved = await Worklist();
        Assert.Equal(rows.Select(r => r.TaskId).Order(), moved.Select(r => r.TaskId).Order());
        Assert.Contains(moved, r => r is { Element: KitchenOffice.NewStep, Assignee: "siti" });
        Assert.DoesNotContain(moved, r => r.Element == KitchenOffice.Step);

        Assert.True(await office.Get<Migrations>().Undo(id));
        var undone = await office.Run(id);

        Assert.Equal((MigrationStates.Undone, 16), (undone.State, undone.Results[MigratedCase.Undone]));
        foreach (var (one, loaded) in await office.LoadAll(cases))
        {
            Assert.Equal(office.Old.Hash, loaded.Release.Hash);
            SameCase.Assert(before[one].Case, loaded.Case);
        }
        Assert.Equal(rows.OrderBy(r => r.TaskId), (await Worklist()).OrderBy(r => r.TaskId));
        var again = await office.Get<OwnReplay>().Run(KitchenOffice.Service, null, null, Cancel);
        Assert.True(again.Holds, string.Join('\n', again.Differences));
        Assert.Equal(16, again.Same);
        var inspection = await office.Get<Inspection>().Run(null, Cancel);
        Assert.True(inspection.Holds, string.Join('\n', inspection.Findings));
    }

    [Fact]
    public async Task A_timer_rings_when_the_release_that_the_case_has_says()
    {
        var clock = (People.TestClock)office.Get<TimeProvider>();
        await office.Run(await office.Start(new MigrationFilter { Cases = [cases[0].Value] }));

        clock.Now = clock.Now.AddDays(3);
        await RunEffects();
        Assert.Equal(TimersOf(await office.Load(cases[0])), ["pengingat_berkas"]);
        Assert.Empty(TimersOf(await office.Load(cases[4])));
        clock.Now = clock.Now.AddDays(2);
        await RunEffects();
        Assert.Empty(TimersOf(await office.Load(cases[0])));
    }

    [Fact]
    public async Task A_moved_case_is_worked_on_by_its_new_release()
    {
        await office.Run(await office.Start());
        await office.Do(cases[0], new Command.Claim($"{KitchenOffice.Step}.1"), KitchenOffice.Verifier);
        await office.Do(
            cases[0],
            new Command.Complete(
                $"{KitchenOffice.Step}.1",
                "approve",
                new Personal(
                    FeelContext.Of(
                        ("dokumen_lengkap", true),
                        ("tanggal_inspeksi", FeelDate.Of(new DateOnly(2026, 11, 26)))
                    )
                ),
                Personal.Nothing,
                []
            ),
            KitchenOffice.Verifier
        );

        var loaded = await office.Load(cases[0]);
        Assert.Equal("inspeksi", loaded.Case.Tasks.Values.Single().Element);
        Assert.Equal("siti", loaded.Case.DoneBy[KitchenOffice.NewStep]);
    }

    [Fact]
    public async Task Only_what_is_chosen_moves()
    {
        var steps = await office.Run(await office.Start(new MigrationFilter { Step = "inspeksi" }));
        Assert.Equal((4, 4), (steps.Cases, steps.Results[MigratedCase.Moved]));
        var nobody = await office.Run(await office.Start(new MigrationFilter { Agency = "lain" }));
        Assert.Equal((0, 0), (nobody.Cases, nobody.Done));
        var two = await office.Run(
            await office.Start(new MigrationFilter { Cases = [cases[0].Value, cases[3].Value] })
        );
        Assert.Equal(1, two.Results[MigratedCase.Moved]);
    }

    [Fact]
    public async Task What_stays_and_what_needs_a_place_is_told_case_by_case()
    {
        var id = await office.Start(plan: office.Plan with { Elements = office.Plan.Elements.Clear() });
        var status = await office.Run(id);

        Assert.Equal(8, status.Results[MigratedCase.NeedsMapping]);
        Assert.Contains((MigratedCase.NeedsMapping, KitchenOffice.Step, 8), status.Said);
        var needing = await office.Get<Migrations>().Cases(id, MigratedCase.NeedsMapping, 99);
        Assert.Equal(cases.Where((_, i) => i % 4 < 2).Order(ById), needing.Select(n => n.Case).Order(ById));
    }

    [Fact]
    public async Task Stopped_between_two_cases_it_leaves_the_rest_and_can_still_be_taken_back()
    {
        var id = await office.Start();
        Assert.True(await office.Get<Migrations>().Cancel(id));
        Assert.False(await office.Get<Migrations>().Cancel(id));
        var status = await office.Run(id);
        Assert.Equal((MigrationStates.Cancelled, 0), (status.State, status.Done));

        Assert.True(await office.Get<Migrations>().Undo(id));
        Assert.Equal(MigrationStates.Undone, (await office.Run(id)).State);
        Assert.False(await office.Get<Migrations>().Undo(id));
    }

    [Fact]
    public async Task A_case_that_somebody_worked_on_since_is_not_taken_back()
    {
        var id = await office.Start();
        await office.Run(id);
        await office.Do(cases[0], new Command.Comment(Personal.Text("Sudah ditelepon.")), KitchenOffice.Verifier);

        await office.Get<Migrations>().Undo(id);
        var status = await office.Run(id);

        Assert.Equal((15, 1), (status.Results[MigratedCase.Undone], status.Results[MigratedCase.Kept]));
        Assert.Equal(office.Target.Hash, (await office.Load(cases[0])).Release.Hash);
        var kept = Assert.Single(await office.Get<Migrations>().Cases(id, MigratedCase.Kept, 9));
        Assert.Equal((cases[0], Refusals.NothingToUndo), (kept.Case, kept.Said));
    }

    [Fact]
    public async Task A_release_that_was_never_published_is_no_target()
    {
        var migrations = office.Get<Migrations>();
        var unknown = office.Plan with { To = new string('a', 64) };
        Assert.IsType<StartMigration.UnknownRelease>(
            await migrations.Start(unknown, MigrationFilter.All, Actor.System)
        );
        var same = office.Plan with { To = office.Old.Hash };
        Assert.IsType<StartMigration.NotTwoOfOneService>(
            await migrations.Start(same, MigrationFilter.All, Actor.System)
        );
        var refused = Assert.IsType<RunResult.Refused>(
            await office.Send(cases[0], new Command.Migrate(unknown), Actor.System)
        );
        Assert.Equal(Refusals.StaysOnRelease, refused.Refusal.Number);
    }

    private static readonly Comparer<CaseId> ById = Comparer<CaseId>.Create((a, b) => a.Value.CompareTo(b.Value));

    private static IEnumerable<string> TimersOf(LoadedCase loaded) => loaded.Case.Timers.Values.Select(t => t.Element);

    private async Task RunEffects()
    {
        while (await office.Get<EffectRunner>().RunDue(Cancel) > 0) { }
    }

    private async Task<ImmutableArray<TaskRow>> Worklist()
    {
        var page = await office.Get<JournalStore>().Worklist.List(new TaskFilter("dinkes-blitar"), 999);
        return page.Rows;
    }
}
