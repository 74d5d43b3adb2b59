using Genggam.Standards.Feel;
using static Genggam.Engine.Tests.Examples.Tale;

namespace Genggam.Engine.Tests.Examples;

public sealed class ExampleTests
{
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
    public void A_deadline_that_differs_is_told_to_the_second()
    {
        var told = new DateTimeOffset(2026, 8, 18, 16, 0, 1, TimeSpan.FromHours(7));

        var fault = Assert.Single(Run(Anything with { Deadline = told }, Submitted(80)).Faults);

        Assert.Equal("deadline 2026-08-18T16:00:01.0000000+07:00", fault.Expected);
        Assert.Equal("deadline 2026-08-18T16:00:00.0000000+07:00", fault.Found);
        Assert.Empty(Run(Anything with { Deadline = told.AddSeconds(-1) }, Submitted(80)).Faults);
    }

    [Fact]
    public void A_case_that_stops_is_a_fault_though_nothing_was_told_of_its_end()
    {
        var process = SampleService.Process.Replace("\"granted\"", "\"=null\"", StringComparison.Ordinal);
        ExampleStep[] steps = [Submitted(80), Done("verifikasi", "vera"), Done("tandatangan", "kadis")];

        var fault = Assert.Single(Run(Anything, process, steps).Faults);

        Assert.Equal(
            (null, "no incident", "GG-902 at mengabulkan: outcome"),
            (fault.Step, fault.Expected, fault.Found)
        );
    }

    [Fact]
    public void What_is_told_of_the_end_may_stand_in_any_order_and_is_told_back_in_one()
    {
        var process = Processes.Drawn.Process(
            "s-g g-a g-b g-c a-e b-e c-e",
            "<startEvent id=\"s\"/><endEvent id=\"e\"/><parallelGateway id=\"g\"/>"
                + string.Concat(new[] { "c", "a", "b" }.Select(id => Processes.Drawn.Task(id)))
        );

        Assert.Empty(Run(Anything with { Waiting = ["c", "a", "b"] }, process, [Submitted(80)]).Faults);
        var fault = Assert.Single(Run(Anything with { Waiting = ["c", "a"] }, process, [Submitted(80)]).Faults);
        Assert.Equal(("waiting c, a", "waiting a, b, c"), (fault.Expected, fault.Found));
    }
}
