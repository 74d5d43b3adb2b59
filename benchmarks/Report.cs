using System.Globalization;

namespace Genggam.Benchmarks;

/// <summary>What was measured, beside its bar.</summary>
internal static class Report
{
    public static void Title(string text) => Console.WriteLine($"\n{text}");

    public static void Line(string what, FormattableString found) =>
        Console.WriteLine($"  {what, -58} {found.ToString(CultureInfo.InvariantCulture)}");

    public static void Bar(string what, double share, string bar, Func<double, bool> met) =>
        Line(what, $"{share:P1} ({bar}: {(met(share) ? "met" : "missed")})");

    public static void Times(string what, double times, string bar, Func<double, bool> met) =>
        Line(what, $"{times:N1} times ({bar}: {(met(times) ? "met" : "missed")})");
}
