using System.Globalization;

namespace Genggam.Standards.Feel.Functions;

/// <summary>Functions over numbers (DMN 1.5, tables 73 and 77).</summary>
internal static class NumberFunctions
{
    public static IEnumerable<Builtin> All =>
        [
            new(
                "number",
                new Signature(["from"], (_, a) => a[0] is FeelString s ? Read(s.Value) : a[0] as FeelNumber),
                new Signature(["from", "grouping separator"], (_, a) => Number(a[0], a[1], FeelValue.Null)),
                new Signature(["from", "grouping separator", "decimal separator"], (_, a) => Number(a[0], a[1], a[2]))
            ),
            new("decimal", Scaled((n, s) => Round(n, s, MidpointRounding.ToEven))),
            new(
                "floor",
                One(n => decimal.Floor(n)),
                Scaled((n, s) => Round(n, s, MidpointRounding.ToNegativeInfinity))
            ),
            new(
                "ceiling",
                One(n => decimal.Ceiling(n)),
                Scaled((n, s) => Round(n, s, MidpointRounding.ToPositiveInfinity))
            ),
            new("round up", Scaled((n, s) => Round(Math.Abs(n), s, MidpointRounding.ToPositiveInfinity) * Sign(n))),
            new("round down", Scaled((n, s) => Round(n, s, MidpointRounding.ToZero))),
            new("round half up", Scaled((n, s) => Round(n, s, MidpointRounding.AwayFromZero))),
            new("round half down", Scaled(HalfDown)),
            new(
                "abs",
                new Signature(
                    ["n"],
                    (_, a) =>
                        a[0] switch
                        {
                            FeelNumber n => Math.Abs(n.Value),
                            FeelDuration d => new FeelDuration(Math.Abs(d.Seconds)),
                            FeelPeriod p => new FeelPeriod(Math.Abs(p.Months)),
                            _ => null,
                        }
                )
            ),
            new("modulo", Two((n, d) => d == 0 ? null : n - d * decimal.Floor(n / d))),
            new("sqrt", One(n => n < 0 ? null : FeelNumber.FromDouble(Math.Sqrt((double)n))?.Value)),
            new("log", One(n => n <= 0 ? null : FeelNumber.FromDouble(Math.Log((double)n))?.Value)),
            new("exp", One(n => FeelNumber.FromDouble(Math.Exp((double)n))?.Value)),
            new(
                "odd",
                new Signature(["number"], (_, a) => a[0] is FeelNumber { IsInteger: true } n ? n.Value % 2 != 0 : null)
            ),
            new(
                "even",
                new Signature(["number"], (_, a) => a[0] is FeelNumber { IsInteger: true } n ? n.Value % 2 == 0 : null)
            ),
        ];

    private static Signature One(Func<decimal, decimal?> body) =>
        new(["n"], (_, a) => a[0] is FeelNumber n && Held(() => body(n.Value)) is { } r ? new FeelNumber(r) : null);

    private static Signature Two(Func<decimal, decimal, decimal?> body) =>
        new(
            ["dividend", "divisor"],
            (_, a) =>
                a is [FeelNumber n, FeelNumber d] && Held(() => body(n.Value, d.Value)) is { } r
                    ? new FeelNumber(r)
                    : null
        );

    private static Signature Scaled(Func<decimal, int, decimal?> body) =>
        new(
            ["n", "scale"],
            (_, a) =>
                a is [FeelNumber n, FeelNumber { AsInteger: >= -6111 and <= 6176 and var scale }]
                && Held(() => body(n.Value, scale)) is { } r
                    ? new FeelNumber(r)
                    : null
        );

    private static decimal? Held(Func<decimal?> compute)
    {
        try
        {
            return compute();
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    private static decimal Sign(decimal n) => n < 0 ? -1 : 1;

    private static decimal Round(decimal n, int scale, MidpointRounding mode)
    {
        if (scale >= 28)
            return n;
        if (scale >= 0)
            return decimal.Round(n, scale, mode);
        if (scale < -28)
            return 0;
        var unit = 1m;
        for (var i = 0; i < -scale; i++)
            unit *= 10;
        return decimal.Round(n / unit, 0, mode) * unit;
    }

    private static decimal? HalfDown(decimal n, int scale)
    {
        var down = Round(n, scale, MidpointRounding.ToZero);
        var up = Round(Math.Abs(n), scale, MidpointRounding.ToPositiveInfinity) * Sign(n);
        return Math.Abs(n - down) <= Math.Abs(up - n) ? down : up;
    }

    private static FeelValue? Read(string text) =>
        decimal.TryParse(
            text,
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent,
            CultureInfo.InvariantCulture,
            out var n
        )
            ? new FeelNumber(n)
            : null;

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
        if (dot is not null)
            text = text.Replace(dot, ".", StringComparison.Ordinal);
        return Read(text);
    }
}
