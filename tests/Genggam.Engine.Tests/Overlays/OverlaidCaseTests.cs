using System.Text;
using Genggam.Standards.Feel;
using static Genggam.Engine.Tests.Overlays.Regional;

namespace Genggam.Engine.Tests.Overlays;

/// <summary>A case is decided, asked and promised by one definition: the core under the overlay of its region.</summary>
public sealed class OverlaidCaseTests
{
    private static readonly Release National = Core();
    private static readonly Release Region = Laid(National, Generous(National));

    [Fact]
    public void The_regions_time_counts_and_each_entry_names_core_and_overlay()
    {
        var (core, overlaid) = (new RunningCase(World(National)), new RunningCase(World(Region)));
        core.Submit();
        overlaid.Submit();
        Assert.True(overlaid.State.Deadline < core.State.Deadline);
        Assert.Equal((National.Hash, null), (core.Entries[0].Stamp.Core, core.Entries[0].Stamp.Overlay));
        Assert.Equal((National.Hash, Region.Hash), (overlaid.Entries[0].Stamp.Core, overlaid.Entries[0].Stamp.Overlay));
        Assert.Equal((National.Hash, Region.Hash), (overlaid.State.Release, overlaid.State.Overlay));
    }

    [Fact]
    public void What_the_region_does_not_require_may_stay_empty_there_and_nowhere_else()
    {
        Assert.Equal(Refusals.FieldsAtFault, new RunningCase(World(National)).Submit(name: "")?.Number);
        Assert.Null(new RunningCase(World(Region)).Submit(name: ""));
    }

    [Fact]
    public void What_the_core_refuses_the_region_refuses()
    {
        var no = new RunningCase(World(Region)).Submit(income: 101);
        Assert.Equal((Refusals.NotEligible, "penghasilan_terlalu_tinggi"), (no?.Number, no?.Reason));
    }

    [Fact]
    public void Texts_promise_and_laws_are_the_regions_and_no_way_to_complain_is_lost()
    {
        var texts = Region.TextsIn("id");
        Assert.Equal("3 hari", texts["standard.time"]);
        Assert.Equal("Loket ramah anak", texts["standard.facilities"]);
        Assert.Equal(["Lapor", "Telepon wali kota"], texts.List("standard.complaints"));
        Assert.Equal((3, 0m), (Region.Service.TimeLimit.Amount, Region.Service.Fee.Amount));
        Assert.Same(National, Region.Over);
        Assert.Equal("izin-contoh@35.78", Region.Key);
    }

    [Fact]
    public void What_is_not_allowed_is_not_laid_over_whoever_let_it_pass()
    {
        var sneaked = Varied(
            National,
            Limit(9),
            Fee(90_000),
            null,
            ("standard.time", "9 hari"),
            ("standard.requirements", "Surat RT/RW")
        );
        var laid = Laid(National, sneaked);
        Assert.Equal(National.Service.TimeLimit, laid.Service.TimeLimit);
        Assert.Equal(National.Service.Fee, laid.Service.Fee);
        Assert.Equal(National.TextsIn("id").Entries, laid.TextsIn("id").Entries);
    }

    [Fact]
    public void An_overlay_of_another_core_is_not_laid()
    {
        var other = Core(amount: 4);
        Assert.Throws<ArgumentException>(() => Laid(other, Generous(National)));
        Assert.Throws<ArgumentException>(() => Laid(Region, Generous(Region)));
    }

    [Fact]
    public void A_past_case_is_decided_again_under_its_own_overlay()
    {
        var overlaid = new RunningCase(World(Region));
        overlaid.Submit(name: "");
        overlaid.Claim("verifikasi", RunningCase.Verifier);
        overlaid.Finish("verifikasi", "approve", RunningCase.Verifier);
        Assert.IsType<AgainResult.Same>(
            Replay.Again(s => World(s.Overlay is null ? National : Region), overlaid.Entries, [])
        );
        var without = Assert.IsType<AgainResult.Different>(Replay.Again(_ => World(National), overlaid.Entries, []));
        Assert.Equal((1, "events"), (without.Entry, without.Part));
    }

    [Fact]
    public void A_case_that_moves_to_another_core_keeps_what_its_region_promised()
    {
        var running = new RunningCase(World(Region));
        running.Submit();
        var next = Core(amount: 4);
        var plan = new MigrationPlan("pindah", National.Hash, next.Hash) { Deadline = DeadlineRule.Anew };
        var world = World(next) with { Before = Region };
        var verdict = CaseLogic.Decide(
            world,
            running.State,
            new Command.Migrate(plan),
            Actor.System,
            new Moment(running.Now)
        );
        Assert.Null(verdict.Refused);
        Assert.DoesNotContain(verdict.Events, e => e is CaseEvent.ClockStarted);
        var entry = new CaseEntry(
            new Command.Migrate(plan),
            verdict.Events,
            verdict.Effects,
            null,
            Stamp.Of(world, new Moment(running.Now), Actor.System, "uji")
        );
        var moved = CaseLogic.Fold(running.State, entry);
        Assert.Equal((next.Hash, null), (moved.Release, moved.Overlay));
        Assert.Equal(running.State.Deadline, moved.Deadline);

        var back = new Command.UndoMigration("pindah");
        Assert.Equal(
            Refusals.NothingToUndo,
            CaseLogic.Decide(World(National), moved, back, Actor.System, new Moment(running.Now)).Refused?.Number
        );
        Assert.Null(CaseLogic.Decide(World(Region), moved, back, Actor.System, new Moment(running.Now)).Refused);
    }

    [Fact]
    public void An_entry_without_an_overlay_is_written_as_it_always_was()
    {
        Assert.DoesNotContain("overlay", Written(National), StringComparison.OrdinalIgnoreCase);
        Assert.Contains(Region.Hash, Written(Region), StringComparison.Ordinal);

        static string Written(Release release)
        {
            var running = new RunningCase(World(release));
            running.Submit();
            using var open = EntryBytes.Open(EntryCodec.Split(running.Entries[0], release.Service.Subjects).Open);
            return Encoding.UTF8.GetString(open.Span);
        }
    }

    [Fact]
    public void An_example_runs_under_core_and_overlay()
    {
        var example = new Example(
            "tanpa nama",
            new DateTimeOffset(2026, 8, 13, 9, 0, 0, TimeSpan.FromHours(7)),
            "dinas",
            "Asia/Jakarta",
            [new ExampleStep.Submit(FeelContext.Of(("pemohon", FeelContext.Of(("penghasilan", 80)))), null)],
            new ExampleEnd("open", null, ["verifikasi"], null, null, null)
        );
        Assert.Empty(ExampleRunner.Run(World(Region), example).Faults);
        Assert.NotEmpty(ExampleRunner.Run(World(National), example).Faults);
    }
}
