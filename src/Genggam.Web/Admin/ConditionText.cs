using Genggam.Office.Watching;
using Genggam.Web.Texts;

namespace Genggam.Web.Admin;

/// <summary>Puts conditions into the words of <c>watch.*.yaml</c>.</summary>
internal static class ConditionText
{
    public static ConditionWords Of(Condition condition, Text text)
    {
        var topic = $"watch.{Key(condition.Topic)}";
        object[] slots = [.. condition.Slots.Select(slot => slot is Elapsed span ? Span(span.Time, text) : slot)];
        return new(
            text[$"{topic}.title"],
            State(condition.State, text),
            text[$"{topic}.{condition.Says}.means", slots],
            text.Find($"{topic}.{condition.Says}.do")
        );
    }

    public static string State(ConditionState state, Text text) => text[$"watch.state.{Key(state)}"];

    private static string Span(TimeSpan span, Text text) =>
        span.TotalMinutes < 2 ? text["watch.span.seconds", (long)Math.Max(0, span.TotalSeconds)]
        : span.TotalHours < 2 ? text["watch.span.minutes", (long)span.TotalMinutes]
        : span.TotalDays < 2 ? text["watch.span.hours", (long)span.TotalHours]
        : text["watch.span.days", (long)span.TotalDays];

    public static string Key<T>(T name)
        where T : struct, Enum => name.ToString().ToLowerInvariant();
}
