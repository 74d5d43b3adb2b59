using System.Collections.Immutable;
using Genggam.Engine.Tests.Processes;
using Genggam.Standards;
using Genggam.Standards.Feel;
using Genggam.Standards.Forms;
using static Genggam.Engine.Tests.Examples.Tale;

namespace Genggam.Engine.Tests.Examples;

public sealed class ExampleStepTests
{
    [Fact]
    public void An_application_that_must_be_refused_is_refused_for_its_reason()
    {
        var end = Anything with { State = "refused", Reason = "penghasilan_terlalu_tinggi" };
        Assert.Empty(Run(end, Submitted(101, Refusals.NotEligible)).Faults);

        var fault = Assert.Single(Run(end, Submitted(80, Refusals.NotEligible)).Faults);
        Assert.Equal((0, $"refused {Refusals.NotEligible}", "accepted"), (fault.Step, fault.Expected, fault.Found));
    }

    [Fact]
    public void What_another_system_answers_takes_the_case_on()
    {
        var process = Drawn.Process(
            "s-w w-v v-t t-e",
            Drawn.Start()
                + Drawn.Catch("w", Drawn.Event("message", "m"))
                + Drawn.Catch("v", Drawn.Event("signal", "k"))
                + Drawn.Task("t")
                + Drawn.End(),
            "<message id=\"m\" name=\"bayar\"/><signal id=\"k\" name=\"kabar\"/>"
        );
        var paid = new ExampleStep.Message("bayar", null, FeelContext.Of(("jumlah", 5000)), null);
        var heard = new ExampleStep.Signal("kabar", null);
        Assert.Empty(Run(Anything with { Waiting = ["t"] }, process, [Submitted(80), paid, heard]).Faults);
        Assert.Empty(Run(Anything with { Waiting = [] }, process, [Submitted(80), paid]).Faults);

        var early = Assert.Single(Run(Anything, process, [Submitted(80), heard]).Faults);
        Assert.Equal((1, "accepted", $"refused {Refusals.NotAwaited} "), (early.Step, early.Expected, early.Found));
    }

    [Fact]
    public void A_text_is_the_date_or_time_that_its_field_asks_for_and_no_other()
    {
        static FormField Of(string key, FieldKind kind) =>
            new(
                key,
                kind,
                null,
                FieldConstraints.None,
                [],
                null,
                ImmutableSortedDictionary<string, string>.Empty,
                new Place("")
            );
        var told = PostedAnswers.Told(
            [Of("jam", FieldKind.Time), Of("hari", FieldKind.Date), Of("nomor", FieldKind.Text)],
            FeelContext.Of(
                ("jam", "04:30"),
                ("hari", "2026-10-27"),
                ("nomor", FeelDate.Of(new DateOnly(2026, 10, 27))),
                ("lain", "04:30")
            )
        );
        Assert.Equal("04:30:00", Assert.IsType<FeelTime>(told["jam"]).ToString());
        Assert.IsType<FeelDate>(told["hari"]);
        Assert.Equal("2026-10-27", Assert.IsType<FeelString>(told["nomor"]).Value);
        Assert.IsType<FeelString>(told["lain"]);
    }

    [Fact]
    public void A_task_that_is_not_open_is_told_with_those_that_are()
    {
        var fault = Assert.Single(Run(Anything, Submitted(80), Done("tandatangan", "kadis")).Faults);

        Assert.Equal((1, "open task tandatangan", "open tasks verifikasi"), (fault.Step, fault.Expected, fault.Found));
    }

    [Fact]
    public void A_task_that_is_not_open_may_be_what_is_told()
    {
        var refused = Done("tandatangan", "kadis") with { Refused = Refusals.TaskNotOpen };
        Assert.Empty(Run(Anything, Submitted(80), refused).Faults);
    }

    [Fact]
    public void Nothing_after_a_step_that_differs_is_done()
    {
        var run = Run(
            Anything with
            {
                Outcome = "rejected",
            },
            Submitted(80),
            Done("tandatangan", "kadis"),
            Done("verifikasi", "vera")
        );
        Assert.Equal(1, Assert.Single(run.Faults).Step);
    }

    [Fact]
    public void An_officer_who_may_not_take_the_task_is_refused_as_told()
    {
        ExampleStep[] verified = [Submitted(80), Done("verifikasi", "vera")];
        var self = Done("tandatangan", "vera");

        Assert.Empty(Run(Anything, [.. verified, self with { Refused = Refusals.SeparationOfDuties }]).Faults);
        Assert.Equal((2, "accepted", "refused GG-204 "), Told(Run(Anything, [.. verified, self])));
        Assert.Equal(
            (2, "refused GG-203", "refused GG-204 "),
            Told(Run(Anything, [.. verified, self with { Refused = Refusals.HeldByAnother }]))
        );
        Assert.Equal(
            (2, "refused GG-204", "accepted"),
            Told(Run(Anything, [.. verified, Done("tandatangan", "kadis") with { Refused = "GG-204" }]))
        );
    }

    [Fact]
    public void What_is_wrong_in_an_answer_is_told_with_its_field_and_rule()
    {
        var blank = new ExampleStep.Submit(FeelContext.Of(("pemohon", FeelContext.Of(("penghasilan", -1)))), null);

        Assert.Equal(
            (0, "accepted", "refused GG-102  [pemohon.nama: FORM-101] [pemohon.penghasilan: FORM-108]"),
            Told(Run(Anything, blank))
        );
        Assert.Equal((0, "accepted", "refused GG-103 penghasilan_terlalu_tinggi"), Told(Run(Anything, Submitted(101))));
    }

    [Fact]
    public void The_reason_of_a_refused_application_stays_what_it_was_refused_for()
    {
        var later = Done("verifikasi", "vera") with { Refused = Refusals.NoSuchCase };
        var end = Anything with { State = "refused", Reason = "penghasilan_terlalu_tinggi" };

        Assert.Empty(Run(end, Submitted(101, Refusals.NotEligible), later).Faults);
    }

    [Fact]
    public void Another_officer_goes_on_with_what_one_was_refused()
    {
        var wrong = Done("verifikasi", "vera") with { Outcome = "maybe", Refused = Refusals.UnknownOutcome };
        var run = Run(Anything with { Waiting = ["tandatangan"] }, Submitted(80), wrong, Done("verifikasi", "budi"));
        Assert.Empty(run.Faults);
    }

    [Fact]
    public void An_applicant_corrects_in_an_example_whoever_is_named_for_it()
    {
        var back = Done("verifikasi", "vera") with
        {
            Outcome = "return",
            Defects = [new Defect("pemohon.nama", "Kurang jelas.")],
            Data = FeelContext.Empty,
        };
        var correct = Done("perbaikan", "siapa saja") with
        {
            Data = FeelContext.Of(("pemohon", FeelContext.Of(("nama", "Siti")))),
        };
        var later = new DateTimeOffset(2026, 8, 24, 16, 0, 0, TimeSpan.FromHours(7));

        var wait = new ExampleStep.Wait(TimeSpan.FromDays(7));
        var end = Anything with { Waiting = ["verifikasi"], Deadline = later };
        Assert.Empty(Run(end, Submitted(80), back, wait, correct).Faults);
    }

    [Fact]
    public void An_applicant_withdraws_in_an_example()
    {
        var end = Anything with { State = "closed", Outcome = "withdrawn", Documents = [], Waiting = [] };
        Assert.Empty(Run(end, Submitted(80), new ExampleStep.Withdraw("Keliru.", null)).Faults);

        var late = new ExampleStep.Withdraw(null, Refusals.CaseClosed);
        Assert.Empty(Run(end, Submitted(80), new ExampleStep.Withdraw(null, null), late).Faults);
    }
}
