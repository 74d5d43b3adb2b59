using Genggam.Standards.Feel;

namespace Genggam.Standards.Tests.Feel;

/// <summary>FEEL text, evaluated as the standard says.</summary>
internal static class Evaluated
{
    private static readonly FeelEnvironment Environment = new(
        new DateTimeOffset(2026, 11, 24, 9, 30, 0, TimeSpan.FromHours(7))
    );

    public static FeelResult Result(string text, params (string Name, FeelValue Value)[] names)
    {
        var read = FeelExpression.Parse(text, new Place("test", null, 1, 1), names.Select(n => n.Name));
        return read.Value!.Evaluate(FeelContext.Of(names), Environment);
    }

    public static FeelValue Value(string text, params (string Name, FeelValue Value)[] names) =>
        Result(text, names).Value;

    public static string Text(string text, params (string Name, FeelValue Value)[] names) =>
        Value(text, names).ToString()!;
}
