using System.Collections.Immutable;
using Genggam.Standards.Feel;

namespace Genggam.Engine.Tests;

public sealed class ExampleTests
{
    private static readonly ExampleEnd Anything = new(null, null, null, null, null, null);

    [Fact]
    public void An_example_that_goes_as_it_is_told_has_no_fault_and_asks_for_its_letter()
    {
        var end = new ExampleEnd("closed", "granted", [], ["izin"], "memenuhi_syarat", null);
        var run = Run(end, Submitted(80), Done("verifikasi", "vera"), Done("tandatangan", "kadis"));

        Assert.Empty(run.Faults);
        Assert.Equal("izin", Assert.Single(run.Letters).Letter);
    }

    [Fact]
    public void What_came_out_otherwise_stands_beside_what_was_told()
    {
        var end = new ExampleEnd("open", "rejected", ["verifikasi"], ["lain"], "ditolak", null);
        var run = Run(end, Submitted(80), Done("verifikasi", "vera"), Done("tandatangan", "kadis"));

        Assert.Equal(
            [
                ("state open", "state closed"),
                ("outcome rejected", "outcome granted"),
                ("reason ditolak", "reason memenuhi_syarat"),
                ("waiting verifikasi", "waiting "),
                ("documents lain", "documents izin"),
            ],
            run.Faults.Select(f => (f.Expected, f.Found))
        );
    }

    [Fact]
    public void A_case_that_goes_on_has_no_outcome_yet()
    {
        var run = Run(Anything with { Outcome = "granted" }, Submitted(80));
        Assert.Equal("outcome none", Assert.Single(run.Faults).Found);
    }

    [Fact]
    public void Steps_are_counted_from_one_and_the_end_is_no_step()
    {
        var late = Run(Anything with { Outcome = "granted" }, Submitted(80));
        var first = Run(Anything, Submitted(80, Refusals.NotEligible));

        Assert.Equal("then: expected outcome granted, found outcome none", late.Faults[0].ToString());
        Assert.StartsWith("step 1: expected refused", first.Faults[0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_application_that_must_be_refused_is_refused_for_its_reason()
    {
        var end = Anything with { State = "refused", Reason = "penghasilan_terlalu_tinggi" };
        Assert.Empty(Run(end, Submitted(101, Refusals.NotEligible)).Faults);

        var fault = Assert.Single(Run(end, Submitted(80, Refusals.NotEligible)).Faults);
        Assert.Equal((0, $"refused {Refusals.NotEligible}", "accepted"), (fault.Step, fault.Expected, fault.Found));
    }

    [Theory]
    [InlineData(23, "verifikasi")]
    [InlineData(24, "tenggang")]
    [InlineData(36, "tenggang")]
    [InlineData(48, "akhir")]
    public void What_falls_due_while_it_waits_happens_at_its_own_time(int hours, string at)
    {
        var steps = new ExampleStep[] { Submitted(80), new ExampleStep.Wait(TimeSpan.FromHours(hours)) };
        var end = Anything with
        {
            State = at == "akhir" ? "closed" : "open",
            Waiting = at == "verifikasi" ? ["verifikasi"] : [],
        };

        Assert.Empty(Run(end, OneDayAndAnother, steps).Faults);
    }

    /// <summary>Verification ends after a day, and a day after that the case.</summary>
    private static string OneDayAndAnother =>
        SampleService
            .Process.Replace("cancelActivity=\"false\"", "", StringComparison.Ordinal)
            .Replace("<sendTask id=\"ingatkan\">", "<intermediateCatchEvent id=\"ingatkan\">", StringComparison.Ordinal)
            .Replace(
                "<extensionElements><zeebe:taskHeaders><zeebe:header key=\"notice\" value=\"lama\"/></zeebe:taskHeaders></extensionElements></sendTask>",
                "<timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition></intermediateCatchEvent>",
                StringComparison.Ordinal
            );

    private static ExampleRun Run(ExampleEnd end, params ExampleStep[] steps) => Run(end, SampleService.Process, steps);

    private static ExampleRun Run(ExampleEnd end, string process, ExampleStep[] steps) =>
        ExampleRunner.Run(
            SampleService.World(process: process),
            new Example(
                "contoh",
                new DateTimeOffset(2026, 8, 13, 9, 0, 0, TimeSpan.FromHours(7)),
                "dinas",
                "Asia/Jakarta",
                [.. steps],
                end
            )
        );

    private static ExampleStep.Submit Submitted(decimal income, string? refused = null) =>
        new(FeelContext.Of(("pemohon", FeelContext.Of(("nama", "Siti Contoh"), ("penghasilan", income)))), refused);

    private static ExampleStep.Complete Done(string task, string by) =>
        new(task, by, ["verifikator", "kepala"], "approve", null, [], FeelContext.Of(("sesuai", true)), null);
}
