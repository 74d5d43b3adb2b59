using CsCheck;
using Genggam.Standards.Feel;

namespace Genggam.Standards.Tests.Feel.Laws;

/// <summary>DMN 1.5, tables 57 to 61. Each law is a FEEL expression that is true of any days and durations.</summary>
public sealed class MomentLawTests
{
    [Theory]
    [InlineData("(d + t) - t = d")]
    [InlineData("d + (e - d) = e")]
    [InlineData("d - e = -(e - d)")]
    [InlineData("(d - e) + (e - d) = duration(\"PT0S\")")]
    [InlineData("(d < e) = ((e - d) > duration(\"PT0S\"))")]
    [InlineData("day of week(d) = day of week(d + duration(\"P7D\"))")]
    [InlineData("(d + duration(\"P1D\")) - d = duration(\"P1D\")")]
    [InlineData("date(string(d)) = d")]
    [InlineData("date(d.year, d.month, d.day) = d")]
    public void Days_add_up(string law) =>
        Gen.Select(Values.Dates, Values.Dates, Gen.Long[-900, 900])
            .Sample((d, e, days) => True(law, ("d", d), ("e", e), ("t", new FeelDuration(days * 86_400))), iter: 500);

    [Theory]
    [InlineData("(d + p) - p = d")]
    [InlineData("d + duration(\"P1M\") - duration(\"P1M\") = d")]
    [InlineData("years and months duration(d, d + p) = p")]
    [InlineData("years and months duration(d + p, d) = -p")]
    [InlineData("(d + p).day = d.day")]
    [InlineData("d + p + p = d + 2 * p")]
    [InlineData("d + p + q = d + (p + q)")]
    public void Months_add_up_where_every_month_has_the_day(string law) =>
        Gen.Select(Values.Dates, Values.Periods, Values.Periods)
            .Where((d, _, _) => d.Day <= 28)
            .Sample((d, p, q) => True(law, ("d", d), ("p", p), ("q", q)), iter: 500);

    [Theory]
    [InlineData("t + u = u + t")]
    [InlineData("t - u = t + -u")]
    [InlineData("t * 2 = t + t")]
    [InlineData("(t + u) * 4 / 4 = t + u")]
    [InlineData("duration(string(t)) = t")]
    [InlineData("abs(t) = (if t < duration(\"PT0S\") then -t else t)")]
    [InlineData("m + t - m = t")]
    [InlineData("m + (t + u) = m + t + u")]
    [InlineData("date and time(string(m + t)) = m + t")]
    public void Durations_add_up(string law) =>
        Gen.Select(Values.Dates, Values.Times, Values.Durations, Values.Durations)
            .Sample((d, time, t, u) => True(law, ("m", new FeelDateTime(d, time)), ("t", t), ("u", u)), iter: 500);

    private static bool True(string law, params (string, FeelValue)[] names) =>
        Evaluated.Value(law, names) is FeelBoolean { Value: true };
}
