using System.Globalization;
using Genggam.Standards.Dmn;
using Genggam.Standards.Feel;

namespace Genggam.Benchmarks.Rules;

/// <summary>A decision table of ten rules over five numbers, as DMN and as a programmer would write it.</summary>
internal static class RuleTable
{
    public static readonly string[] Inputs = ["a", "b", "c", "d", "e"];

    public static readonly string[][] Cells =
    [
        ["< 10", "[1..5]", "-", ">= 50", "-"],
        ["< 10", "-", "> 20.5", "-", "[0..30]"],
        ["[10..25]", "> 60", "-", "< 40", "-"],
        ["[10..25]", "-", "<= 12.5", "-", "> 70"],
        ["(25..50]", "[20..40]", "-", "-", "< 50"],
        ["(25..50]", "> 75", "[10..90]", "-", "-"],
        ["> 50", "< 15", "-", "[30..60]", "-"],
        ["> 50", "-", "> 80", "-", ">= 33.3"],
        ["-", "> 90", "-", "< 10", "-"],
        ["-", "-", "-", "-", "-"],
    ];

    public static readonly string[] Outputs = [.. Cells.Select((_, r) => $"\"r{r + 1}\"")];

    public static DmnModel Model() => Read(Cells);

    /// <summary>A table of many rules of which the last holds.</summary>
    public static DmnModel Long(int rules) =>
        Read([
            .. Enumerable
                .Range(0, rules)
                .Select(r => (string[])[r == rules - 1 ? "-" : $"> {1000 + r}", "-", "-", "-", "-"]),
        ]);

    public static FeelContext[] Facts(int count)
    {
        var next = 12345u;
        return
        [
            .. Enumerable
                .Range(0, count)
                .Select(_ => FeelContext.Of(Inputs.Select(name => (name, (FeelValue)(Draw() / 10m))).ToArray())),
        ];

        uint Draw() => (next = next * 1664525 + 1013904223) / 65536 % 1000;
    }

    public static string ByHand(decimal a, decimal b, decimal c, decimal d, decimal e)
    {
        if (a < 10 && b >= 1 && b <= 5 && d >= 50)
            return "r1";
        if (a < 10 && c > 20.5m && e >= 0 && e <= 30)
            return "r2";
        if (a >= 10 && a <= 25 && b > 60 && d < 40)
            return "r3";
        if (a >= 10 && a <= 25 && c <= 12.5m && e > 70)
            return "r4";
        if (a > 25 && a <= 50 && b >= 20 && b <= 40 && e < 50)
            return "r5";
        if (a > 25 && a <= 50 && b > 75 && c >= 10 && c <= 90)
            return "r6";
        if (a > 50 && b < 15 && d >= 30 && d <= 60)
            return "r7";
        if (a > 50 && c > 80 && e >= 33.3m)
            return "r8";
        if (b > 90 && d < 10)
            return "r9";
        return "r10";
    }

    private static DmnModel Read(string[][] cells)
    {
        var needs = Inputs.Select(i =>
            $"<informationRequirement><requiredInput href=\"#{i}\"/></informationRequirement>"
        );
        var columns = Inputs.Select(i =>
            $"<input><inputExpression typeRef=\"number\"><text>{i}</text></inputExpression></input>"
        );
        var rules = cells.Select(
            (row, r) =>
                "<rule>"
                + string.Concat(
                    row.Select(c =>
                        $"<inputEntry><text>{c.Replace("<", "&lt;", StringComparison.Ordinal)}</text></inputEntry>"
                    )
                )
                + string.Create(
                    CultureInfo.InvariantCulture,
                    $"<outputEntry><text>\"r{r + 1}\"</text></outputEntry></rule>"
                )
        );
        var xml =
            "<definitions xmlns=\"https://www.omg.org/spec/DMN/20230324/MODEL/\" name=\"m\" namespace=\"urn:m\">"
            + string.Concat(
                Inputs.Select(i =>
                    $"<inputData id=\"{i}\" name=\"{i}\"><variable name=\"{i}\" typeRef=\"number\"/></inputData>"
                )
            )
            + $"<decision id=\"pick\" name=\"pick\"><variable name=\"pick\" typeRef=\"string\"/>{string.Concat(needs)}"
            + $"<decisionTable hitPolicy=\"FIRST\">{string.Concat(columns)}<output typeRef=\"string\"/>{string.Concat(rules)}"
            + "</decisionTable></decision></definitions>";
        return DmnReader.Read(xml, "m.dmn").Value!;
    }
}
