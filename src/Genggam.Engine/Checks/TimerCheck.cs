using Genggam.Standards.Bpmn;
using Genggam.Standards.Feel;

namespace Genggam.Engine;

/// <summary>What a timer says that reads nothing of the case: it says the same in every case, so a fault is seen at rest.</summary>
internal static class TimerCheck
{
    private static readonly FeelEnvironment AnyTime = new(
        new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.FromHours(7))
    );

    private static readonly string[] Clocks = ["now", "today"];

    public static string? Reason(ProcessEvent found, TimerDefinition timer)
    {
        if (Constant(timer.Time) is not { } value)
            return null;
        if (timer.Kind != TimerKind.Cycle)
            return IsTime(value) ? null : $"{timer.Time.Source} is neither a moment nor a duration.";
        if (Interval.Read(value, EngineLevel.Three) is not { } interval || interval.From is { } from && !IsTime(from))
            return $"{timer.Time.Source} is no cycle: write R3/P1D, and no step shorter than a second.";
        return interval.Times == 0 && found is IntermediateCatchEvent
            ? "A cycle without a number of times would send tokens on for ever."
            : null;
    }

    private static FeelValue? Constant(FeelText text) =>
        text.Parsed is { Variables.IsEmpty: true } parsed && !parsed.Functions.Overlaps(Clocks)
            ? parsed.Evaluate(FeelContext.Empty, AnyTime).Value
            : null;

    private static bool IsTime(FeelValue value) =>
        value switch
        {
            FeelDuration or FeelPeriod => true,
            FeelDateTime moment => moment.ToMoment(AnyTime.Now.Offset) is not null,
            FeelDate date => date.ToDateOnly() is not null,
            _ => false,
        };
}
