using Genggam.Standards.Feel;

namespace Genggam.Standards.Tests.Feel;

/// <summary>What FEEL text gives, said in FEEL.</summary>
internal static class Feel
{
    public static void Gives(string text, string expected, params (string Name, FeelValue Value)[] names)
    {
        var result = Evaluated.Result(text, names);
        var wanted = Evaluated.Value(expected);
        Assert.True(
            FeelEquality.Same(wanted, result.Value),
            $"{text}: expected {Show(wanted)}, got {Show(result.Value)} {string.Join("; ", result.Warnings)}"
        );
    }

    /// <summary>Null, and a warning of that number with a place in the text.</summary>
    public static void IsNull(string text, string warning, params (string Name, FeelValue Value)[] names)
    {
        var result = Evaluated.Result(text, names);
        Assert.True(result.Value.IsNull, $"{text}: expected null, got {Show(result.Value)}");
        Assert.Contains(warning, result.Warnings.Select(w => w.Number));
        Assert.All(result.Warnings, w => Assert.True(w.Place.Column > 0, $"{w} has no place"));
    }

    /// <summary>Whether the tests of a cell hold for an input; null where one cannot tell.</summary>
    public static bool? Holds(string tests, string input)
    {
        var read = FeelExpression.ParseUnaryTests(tests, new Place("cell", null, 1, 1), []);
        var scope = FeelContext.Of(("?", Evaluated.Value(input)));
        return (read.Value!.Evaluate(scope, new FeelEnvironment(DateTimeOffset.UnixEpoch)).Value as FeelBoolean)?.Value;
    }

    private static string Show(FeelValue value) => value is FeelFunction ? "a function" : FeelJson.ToJson(value);
}
