using Genggam.Engine;
using Genggam.Journal;
using Genggam.Office.Changes;
using Genggam.Office.Changes.Sandbox;
using Genggam.Office.Documents;
using Genggam.Standards.Feel;

namespace Genggam.Office.Tests.Changes.Sandbox;

/// <summary>An owner walks the screens of a draft: no case comes of it, and the clock is theirs.</summary>
public sealed class WalkTests(Bureau bureau) : IClassFixture<Bureau>
{
    [Fact]
    public async Task A_walk_ends_as_a_case_would_and_leaves_none_behind()
    {
        var walker = await Walker.Begin(bureau);
        await walker.HandIn();
        await walker.Do(Walker.Verified(), Walker.Signed());

        var walk = await walker.Look();
        Assert.Equal((CaseStatus.Closed, "granted"), (walk.Case.Status, walk.Case.Outcome));
        Assert.Equal([1, 2, 3], walk.Moments.Select(m => m.Number));
        var letter = Assert.Single(walk.Told.Asked);
        Assert.IsType<WordingResult.Worded>(WalkLetters.Words(walk, letter, "id"));
        Assert.NotEmpty(WalkLetters.Notices(walk, "id"));
        Assert.All(WalkLetters.Notices(walk, "en"), n => Assert.DoesNotContain('{', n.Text.Body));
        Assert.Equal(0, await bureau.Get<JournalStore>().Head());
    }

    [Fact]
    public async Task The_clock_goes_to_what_falls_due_next_and_rings_it()
    {
        var walker = await Walker.Begin(bureau);
        await walker.HandIn();
        var due = walker.Walk.Case.Timers.Values.Min(t => t.Due);
        Assert.Equal(due, walker.Walk.Next);

        await walker.Take(await walker.Desk.MoveTo(walker.Walk, walker.Walk.Next!.Value, bureau.Rina));

        Assert.Equal(due, walker.Walk.Now);
        Assert.IsType<Command.TimerDue>(Assert.Single(walker.Walk.Moments[^1].Entries).Command);
        Assert.True(walker.Walk.Next > due, "the next is the deadline or a later timer");
    }

    [Fact]
    public async Task Far_ahead_everything_that_fell_due_came_in_its_order()
    {
        var walker = await Walker.Begin(bureau);
        await walker.HandIn();
        var deadline = walker.Walk.Case.Deadline!.Value;
        await walker.Take(await walker.Desk.MoveTo(walker.Walk, deadline.AddDays(30), bureau.Rina));
        var rung = walker.Walk.Moments[^1].Entries.Select(e => e.Stamp.At).ToList();
        Assert.NotEmpty(rung);
        Assert.Equal(rung.Order(), rung);
        Assert.Equal(deadline.AddDays(30), walker.Walk.Now);
    }

    [Fact]
    public async Task A_working_day_later_than_Friday_is_Monday()
    {
        var walker = await Walker.Begin(bureau, new DateTime(2026, 11, 20, 10, 30, 0));
        var next = walker.Desk.WorkingDayAfter(walker.Walk);
        Assert.Equal(new DateTimeOffset(2026, 11, 23, 10, 30, 0, TimeSpan.FromHours(7)), next);
    }

    [Fact]
    public async Task Before_the_first_step_the_clock_is_set_and_afterwards_it_goes_only_ahead()
    {
        var walker = await Walker.Begin(bureau);
        await walker.Take(await walker.Desk.MoveTo(walker.Walk, new DateTime(2026, 11, 2, 8, 0, 0), bureau.Rina));
        Assert.Empty(walker.Walk.Moments);
        Assert.Equal(new DateTimeOffset(2026, 11, 2, 8, 0, 0, TimeSpan.FromHours(7)), walker.Walk.Now);
        await walker.HandIn();
        foreach (var moment in new[] { new DateTime(2026, 11, 2, 7, 0, 0), new(2090, 1, 1), new(1999, 1, 1) })
            Assert.Equal(
                WalkRefusal.BadMoment,
                Walker.Cannot(await walker.Desk.MoveTo(walker.Walk, moment, bureau.Rina))
            );
    }

    [Fact]
    public async Task A_return_comes_back_to_the_citizen_with_every_defect_and_goes_on_once_corrected()
    {
        var walker = await Walker.Begin(bureau);
        await walker.Do([.. Walker.Steps("09-dikembalikan-diperbaiki").Take(2)]);
        Assert.Equal(["anak.nama", "dokumen.kk"], walker.Walk.Loaded.Case.Defects.Select(d => d.Field));
        Assert.NotNull(walker.Walk.Case.WithApplicant);
        await walker.Do([.. Walker.Steps("09-dikembalikan-diperbaiki").Skip(2)]);
        Assert.Equal("granted", walker.Walk.Case.Outcome);
    }

    [Fact]
    public async Task What_a_rule_refuses_is_a_step_and_a_slip_of_the_pen_is_none()
    {
        var walker = await Walker.Begin(bureau);
        await walker.HandIn("18-sudah-punya-akta");
        Assert.Equal(Refusals.NotEligible, walker.Walk.Moments[^1].Refused?.Number);
        Assert.Equal("refused", walker.Walk.Told.End.State);

        var slip = await walker.Try(new ExampleStep.Submit(FeelContext.Empty, null));
        Assert.Equal(Refusals.FieldsAtFault, Assert.IsType<WalkResult.Refused>(slip).Refusal.Number);
        Assert.Single((await walker.Look()).Moments);

        await walker.HandIn();
        await walker.Do(Walker.Verified());
        await walker.Do(Walker.Signed(by: "siti"));
        Assert.Equal(Refusals.SeparationOfDuties, walker.Walk.Moments[^1].Refused?.Number);
        Assert.Equal(CaseStatus.Open, walker.Walk.Case.Status);
        await walker.Do(Walker.Signed());
        Assert.Equal("granted", walker.Walk.Case.Outcome);
    }

    [Fact]
    public async Task A_step_is_taken_back_and_the_application_comes_back_as_it_was_handed_in()
    {
        var walker = await Walker.Begin(bureau);
        await walker.HandIn();
        Assert.Empty(walker.Walk.Paper.Answers.Names);
        await walker.Do(Walker.Verified());
        await walker.Take(await walker.Desk.Undo(walker.Walk, bureau.Rina));
        Assert.Equal(["verifikasi"], walker.Walk.Case.Tasks.Values.Select(t => t.Element));
        await walker.Take(await walker.Desk.Undo(walker.Walk, bureau.Rina));
        Assert.Equal(CaseStatus.New, walker.Walk.Case.Status);
        Assert.Equal("Bima Arya Prasetyo", walker.Walk.Paper.Answers.At("anak.nama").ToString());
        await walker.Take(await walker.Desk.Undo(walker.Walk, bureau.Rina));
        Assert.Empty(walker.Walk.Moments);
    }

    [Fact]
    public async Task Of_two_windows_the_second_is_told_and_writes_nothing()
    {
        var walker = await Walker.Begin(bureau);
        var first = walker.Walk;
        await walker.HandIn();
        var late = await walker.Desk.MoveTo(first, first.Now.AddHours(1), bureau.Rina);
        Assert.Equal(WalkRefusal.Stale, Walker.Cannot(late));
        Assert.Single((await walker.Look()).Moments);
    }

    [Fact]
    public async Task A_draft_that_changes_under_a_walk_is_told_and_the_steps_are_done_again_under_it()
    {
        var walker = await Walker.Begin(bureau);
        await walker.HandIn("07-hari-ke-60");
        await walker.Do(Walker.Verified());
        Assert.Equal(["tandatangan"], walker.Walk.Case.Tasks.Values.Select(t => t.Element));
        Assert.False(walker.Walk.IsOlder);

        await bureau.Save(
            walker.Change,
            bureau.Made,
            Bureau.Rules,
            t => t.Replace("60", "30", StringComparison.Ordinal)
        );

        var walk = await walker.Look();
        Assert.True(walk.IsOlder);
        Assert.Null(walk.Broken);
        Assert.Equal(["persetujuan"], walk.Case.Tasks.Values.Select(t => t.Element));
    }

    [Fact]
    public async Task A_step_that_the_draft_no_longer_takes_stops_the_walk_until_it_is_taken_back()
    {
        var walker = await Walker.Begin(bureau);
        await walker.HandIn();
        await walker.Do(Walker.Verified(), Walker.Signed());
        await bureau.Save(
            walker.Change,
            bureau.Made,
            "verifikasi.form",
            t => t.Replace("\"siak_dicek\"", "\"siak_dibaca\"", StringComparison.Ordinal)
        );

        var walk = await walker.Look();
        Assert.Equal(1, walk.Broken?.Step);
        Assert.Single(walk.Moments);
        Assert.Equal(WalkRefusal.Broken, Walker.Cannot(await walker.Try(Walker.Verified())));
        Assert.Equal(WalkRefusal.Broken, (await walker.Examples.Save(walk, "Tidak jalan", bureau.Rina)).No?.Number);
        await walker.Take(await walker.Desk.Undo(walk, bureau.Rina));
        Assert.Equal((null, 1, false), (walker.Walk.Broken, walker.Walk.Paper.Told.Steps.Length, walker.Walk.IsOlder));
    }

    [Fact]
    public async Task Outside_of_the_windows_of_the_draft_nothing_is_taken_until_the_clock_comes_there()
    {
        var walker = await Walker.Begin(bureau);
        await bureau.Save(
            walker.Change,
            bureau.Made,
            "service.yaml",
            t =>
                t.Replace(
                    "opening: { always: true }",
                    "opening: { windows: [{ from: 2026-12-01T08:00, until: 2026-12-31T16:00 }] }",
                    StringComparison.Ordinal
                )
        );
        await walker.Look();
        var early = await walker.Try(new ExampleStep.Submit(Walker.Answers(), null));
        Assert.Equal(Refusals.NotYetOpen, Assert.IsType<WalkResult.Refused>(early).Refusal.Number);
        Assert.Empty((await walker.Look()).Moments);
        await walker.Take(await walker.Desk.MoveTo(walker.Walk, new DateTime(2026, 12, 1, 8, 0, 0), bureau.Rina));
        await walker.HandIn();
        Assert.Equal(CaseStatus.Open, walker.Walk.Case.Status);
    }

    [Fact]
    public async Task What_another_system_answers_is_told_by_whoever_walks()
    {
        var walker = await Walker.Begin(bureau);
        await bureau.Save(walker.Change, bureau.Made, "process.bpmn", WaitingForTheCapital);
        await walker.Look();
        Assert.Empty(walker.Desk.Faults(await walker.Draft()));
        await walker.HandIn();
        var waited = Assert.Single(walker.Walk.Case.Subscriptions.Values);
        Assert.Equal(("message", "jawaban-pusat"), (waited.Kind, waited.Name));

        Assert.Null(WalkDesk.Carried("tanpa titik dua"));
        Assert.Null(WalkDesk.Carried("a: ["));
        var carried = WalkDesk.Carried("jawaban_pusat: sudah dicatat\njumlah: 2")!;
        await walker.Do(new ExampleStep.Message("jawaban-pusat", null, carried, null));
        var heard = Assert.IsType<Command.MessageArrived>(walker.Walk.Moments[^1].Entries[0].Command);
        Assert.Equal("sudah dicatat", heard.Data.Values["jawaban_pusat"].ToString());

        var (_, _, path) = await walker.Examples.Save(walker.Walk, "Pusat menjawab", bureau.Rina);
        Assert.Contains(
            "- message:\n      name: jawaban-pusat",
            (await walker.Draft()).Text(path),
            StringComparison.Ordinal
        );
    }

    /// <summary>While it is verified, the process listens for a message.</summary>
    private static string WaitingForTheCapital(string process) =>
        process
            .Replace(
                "<bpmn:boundaryEvent id=\"pengingat_verifikasi\"",
                """
                <bpmn:boundaryEvent id="pusat_menjawab" name="Pusat menjawab" attachedToRef="verifikasi" cancelActivity="false">
                  <bpmn:outgoing>flow_pusat</bpmn:outgoing>
                  <bpmn:messageEventDefinition id="def_pusat" messageRef="pesan_pusat" />
                </bpmn:boundaryEvent>
                <bpmn:endEvent id="selesai_pusat"><bpmn:incoming>flow_pusat</bpmn:incoming></bpmn:endEvent>
                <bpmn:sequenceFlow id="flow_pusat" sourceRef="pusat_menjawab" targetRef="selesai_pusat" />
                <bpmn:boundaryEvent id="pengingat_verifikasi"
                """,
                StringComparison.Ordinal
            )
            .Replace(
                "<bpmn:process id=",
                "<bpmn:message id=\"pesan_pusat\" name=\"jawaban-pusat\" /><bpmn:process id=",
                StringComparison.Ordinal
            );

    [Fact]
    public async Task Examples_change_nothing_of_a_walk_and_their_faults_do_not_keep_a_draft_from_it()
    {
        var walker = await Walker.Begin(bureau);
        await bureau.Write(walker.Change, bureau.Made, "examples/90-rusak.yaml", "name: [");
        Assert.False((await walker.Look()).IsOlder);
        Assert.Empty(walker.Desk.Faults(await walker.Draft()));
        await bureau.Save(
            await Seen(walker),
            bureau.Made,
            "process.bpmn",
            t => t.Replace("permohonan", "lain", StringComparison.Ordinal)[..^40]
        );
        Assert.NotEmpty(walker.Desk.Faults(await walker.Draft()));
        await bureau.Write(await Seen(walker), bureau.Made, "service.yaml", null);
        Assert.Equal("SVC-001", Assert.Single(walker.Desk.Faults(await walker.Draft())).Number);
    }

    [Fact]
    public async Task A_walk_has_an_end_and_goes_with_its_change()
    {
        var walker = await Walker.Begin(bureau);
        await walker.HandIn();
        for (var hours = 1; hours < WalkDesk.MostSteps; hours++)
            await walker.Do(new ExampleStep.Wait(TimeSpan.FromMinutes(1)));
        Assert.Equal(
            WalkRefusal.TooLong,
            Walker.Cannot(await walker.Try(new ExampleStep.Wait(TimeSpan.FromMinutes(1))))
        );

        await bureau.Get<PublicationDesk>().GiveUp(walker.Change.Id, null, bureau.Rina);
        Assert.Null(await bureau.Get<JournalStore>().Walks.Load(walker.Change.Id, bureau.Rina.Id));
    }

    [Fact]
    public async Task Everybody_walks_alone()
    {
        var walker = await Walker.Begin(bureau);
        Assert.Null(await walker.Desk.Find(await walker.Draft(), bureau.Publisher));
        var elsewhere = await walker.Desk.Begin(await walker.Draft(), "kemenkes", Walker.Monday, bureau.Publisher);
        Assert.Equal(WalkRefusal.NotOffered, Walker.Cannot(elsewhere));
    }

    private async Task<Change> Seen(Walker walker) => (await walker.Draft()).Change;
}
