using Genggam.Standards.Feel.Numbers;

namespace Genggam.Standards.Feel.Functions;

/// <summary>Functions over numbers (DMN 1.5, tables 73 and 77).</summary>
internal static class NumberFunctions
{
    public static IEnumerable<Builtin> All =>
        [
            new(
                "number",
                new Signature(
                    ["from"],
                    (_, a) => a[0] is FeelString s ? FeelNumber.ReadExact(s.Value) : a[0] as FeelNumber
                ),
                new Signature(["from", "grouping separator"], (_, a) => Number(a[0], a[1], FeelValue.Null)),
                new Signature(["from", "grouping separator", "decimal separator"], (_, a) => Number(a[0], a[1], a[2]))
            ),
            new("decimal", Scaled(RoundingMode.HalfEven)),
            new("floor", Whole(RoundingMode.Floor), Scaled(RoundingMode.Floor)),
            new("ceiling", Whole(RoundingMode.Ceiling), Scaled(RoundingMode.Ceiling)),
            new("round up", Scaled(RoundingMode.Up)),
            new("round down", Scaled(RoundingMode.Down)),
            new("round half up", Scaled(RoundingMode.HalfUp)),
            new("round half down", Scaled(RoundingMode.HalfDown)),
            new(
                "abs",
                new Signature(
                    ["n"],
                    (_, a) =>
                        a[0] switch
                        {
                            FeelNumber n => n.Absolute(),
                            FeelDuration d => new FeelDuration(Math.Abs(d.Seconds)),
                            FeelPeriod p => new FeelPeriod(Math.Abs(p.Months)),
                            _ => null,
                        }
                )
            ),
            new(
                "modulo",
                new Signature(
                    ["dividend", "divisor"],
                    (e, a) =>
                        a is not [FeelNumber n, FeelNumber d] ? null
                        : d.IsZero ? e.Warn("FEEL-222", "Nothing can be divided by zero.", e.CalledAt)
                        : n.Modulo(d)
                )
            ),
            new("sqrt", One(n => n.Sqrt(), "number")),
            new("log", One(n => n.Log(), "number")),
            new("exp", One(n => n.Exp(), "number")),
            new("odd", new Signature(["number"], (_, a) => Parity(a[0]))),
            new("even", new Signature(["number"], (_, a) => !Parity(a[0]))),
        ];

    private static Signature One(Func<FeelNumber, FeelNumber?> body, string parameter = "n") =>
        new([parameter], (_, a) => a[0] is FeelNumber n ? body(n) : null);

    private static Signature Whole(RoundingMode mode) => One(n => n.Rounded(0, mode));

    private static Signature Scaled(RoundingMode mode) =>
        new(
            ["n", "scale"],
            (_, a) =>
                a is [FeelNumber n, FeelNumber { AsInteger: >= -6111 and <= 6176 and var scale }]
                    ? n.Rounded(scale, mode)
                    : null
        );

    private static bool? Parity(FeelValue value) => (value as FeelNumber)?.IsOdd;

    private static FeelValue? Number(FeelValue from, FeelValue grouping, FeelValue point)
    {
        if (from is not FeelString { Value: var text })
            return null;
        var group = (grouping as FeelString)?.Value;
        var dot = (point as FeelString)?.Value;
        if (
            (group is null && !grouping.IsNull)
            || (dot is null && !point.IsNull)
            || group is not (null or " " or "." or ",")
            || dot is not (null or "." or ",")
            || (group is not null && group == dot)
        )
            return null;
        if (group is not null)
            text = text.Replace(group, "", StringComparison.Ordinal);
        if (dot is not (null or ".") && text.Contains('.', StringComparison.Ordinal))
            return null;
        if (dot is not null)
            text = text.Replace(dot, ".", StringComparison.Ordinal);
        return FeelNumber.ReadExact(text);
    }
}
