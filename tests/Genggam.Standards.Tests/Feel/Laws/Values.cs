using CsCheck;
using Genggam.Standards.Feel;
using Genggam.Standards.Tests.Feel.Numbers;

namespace Genggam.Standards.Tests.Feel.Laws;

/// <summary>Values of every kind.</summary>
internal static class Values
{
    public static readonly Gen<FeelValue> Numbers = Exact
        .Texts.Select(t => FeelNumber.Read(t))
        .Where(n => n is not null)
        .Select(n => (FeelValue)n!);

    public static readonly Gen<FeelValue> SmallNumbers = Gen.Int[-20, 20].Select(i => (FeelValue)(i / 4m));

    public static readonly Gen<FeelValue> Texts = Gen.OneOf(
            Gen.Char["ab $\"\\\u0001é"].Select(c => c.ToString()),
            Gen.OneOf("😀", "𝄞", "\u2028", "ꦗ")
        )
        .Array[0, 6]
        .Select(parts => (FeelValue)string.Concat(parts));

    public static readonly Gen<FeelDate> Dates = Gen.OneOf(Gen.Long[-800_000, 2_900_000], Gen.Long[-3_000, 30_000])
        .Select(days => FeelDate.FromEpochDay(days)!);

    public static readonly Gen<FeelTime> Times = Gen.Select(
        Gen.Long[0, 86_399],
        Gen.OneOf(Gen.Const(0L), Gen.Long[0, 999_999_999]),
        Gen.OneOf<(int? Offset, string? Zone)>(
            (null, null),
            (0, null),
            (25_200, null),
            (-12_345, null),
            (null, "Asia/Jayapura")
        ),
        (seconds, nanos, at) => new FeelTime(seconds * 1_000_000_000 + nanos, at.Offset, at.Zone)
    );

    public static readonly Gen<FeelDuration> Durations = Gen.OneOf(Gen.Long[-1_000_000, 1_000_000], Gen.Long[-90, 90])
        .Select(Gen.Int[0, 3], (seconds, thousands) => new FeelDuration(seconds + thousands / 1000m));

    public static readonly Gen<FeelPeriod> Periods = Gen.Long[-5_000, 5_000].Select(months => new FeelPeriod(months));

    public static readonly Gen<FeelValue> Simple = Gen.OneOf(
        Gen.Const(FeelValue.Null),
        Gen.Bool.Select(b => (FeelValue)b),
        Numbers,
        SmallNumbers,
        Texts,
        Dates.Select(d => (FeelValue)d),
        Times.Select(t => (FeelValue)t),
        Gen.Select(Dates, Times, (d, t) => (FeelValue)new FeelDateTime(d, t)),
        Durations.Select(d => (FeelValue)d),
        Periods.Select(p => (FeelValue)p)
    );

    public static readonly Gen<FeelValue> Any = Gen.Recursive<FeelValue>(
        (depth, inner) =>
            depth > 3
                ? Simple
                : Gen.OneOf(
                    Simple,
                    inner.Array[0, 4].Select(items => (FeelValue)new FeelList([.. items])),
                    Gen.Select(Gen.OneOf("a", "nama lengkap", "$date", "", "$").Array[0, 4], inner, Named),
                    Gen.Select(
                        Gen.Bool,
                        Numbers,
                        Numbers,
                        Gen.Bool,
                        (a, b, c, d) => (FeelValue)new FeelRange(a, b, c, d)
                    )
                )
    );

    public static readonly Gen<FeelList> Lists = Simple.Array[0, 8].Select(items => new FeelList([.. items]));

    private static FeelValue Named(string[] names, FeelValue value) =>
        FeelContext.Of(names.Select((n, i) => (n, i == 0 ? value : i)));
}
