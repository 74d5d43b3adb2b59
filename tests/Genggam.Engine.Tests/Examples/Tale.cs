using Genggam.Standards.Feel;

namespace Genggam.Engine.Tests.Examples;

/// <summary>Examples of the small licence, and what running them found.</summary>
internal static class Tale
{
    public static readonly ExampleEnd Anything = new(null, null, null, null, null, null);

    public static (int?, string, string) Told(ExampleRun run)
    {
        var fault = Assert.Single(run.Faults);
        return (fault.Step, fault.Expected, fault.Found);
    }

    public static ExampleRun Run(ExampleEnd end, params ExampleStep[] steps) => Run(end, SampleService.Process, steps);

    public static ExampleRun Run(ExampleEnd end, string process, ExampleStep[] steps) =>
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

    public static ExampleStep.Submit Submitted(decimal income, string? refused = null) =>
        new(FeelContext.Of(("pemohon", FeelContext.Of(("nama", "Siti Contoh"), ("penghasilan", income)))), refused);

    public static ExampleStep.Complete Done(string task, string by) =>
        new(task, by, ["verifikator", "kepala"], "approve", null, [], FeelContext.Of(("sesuai", true)), null);
}
