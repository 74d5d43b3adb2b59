using Genggam.Standards.Feel;
using static Genggam.Engine.Tests.Examples.Tale;

namespace Genggam.Engine.Tests.Examples;

/// <summary>What time brings in an example, and what has no end.</summary>
public sealed class ExampleTimeTests
{
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

    [Fact]
    public void Letters_that_are_asked_for_in_a_circle_end_the_example_and_not_the_program()
    {
        const string Circle = """
            <exclusiveGateway id="g"/><serviceTask id="terbit"><extensionElements><zeebe:taskDefinition type="issue-document"/>
            <zeebe:taskHeaders><zeebe:header key="letter" value="izin"/></zeebe:taskHeaders></extensionElements></serviceTask>
            """;
        var process = Processes.Drawn.Process("s-g g-terbit terbit-g", "<startEvent id=\"s\"/>" + Circle);

        var run = Run(Anything, process, [Submitted(80)]);

        Assert.Equal((null, "at most 100 letters in one step", "terbit asks for another"), Told(run));
        Assert.Equal(100, run.Letters.Length);
        Assert.Equal("CONTOH/99", run.Letters[^1].Case.Documents[^1].Number);
    }

    [Theory]
    [InlineData(10_000, null)]
    [InlineData(10_001, "step 2: expected at most 10000 timers in one wait, found b comes due again and again")]
    public void A_wait_goes_through_as_many_timers_as_a_day_has_in_a_working_life(int times, string? fault)
    {
        var process = Processes.Drawn.Process(
            "s-a b-x",
            "<startEvent id=\"s\"/><manualTask id=\"x\"/>"
                + Processes.Drawn.Task("a")
                + Processes.Drawn.Boundary("b", "a", Processes.Drawn.Every($"R{times}/PT1S"), interrupts: false)
        );
        var wait = new ExampleStep.Wait(TimeSpan.FromDays(1));

        Assert.Equal(fault, Run(Anything, process, [Submitted(80), wait]).Faults.SingleOrDefault()?.ToString());
    }

    [Theory]
    [InlineData(59)]
    [InlineData(60)]
    public void A_timer_that_falls_due_at_the_end_of_a_wait_has_come(int minutes)
    {
        var process = Processes.Drawn.Process(
            "s-c",
            "<startEvent id=\"s\"/>" + Processes.Drawn.Catch("c", Processes.Drawn.After("PT1H"))
        );
        var end = Anything with { State = minutes < 60 ? "open" : "closed" };
        Assert.Empty(Run(end, process, [Submitted(80), new ExampleStep.Wait(TimeSpan.FromMinutes(minutes))]).Faults);
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
}
