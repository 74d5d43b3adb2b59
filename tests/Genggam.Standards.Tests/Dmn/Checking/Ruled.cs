using Genggam.Standards.Dmn;

namespace Genggam.Standards.Tests.Dmn.Checking;

/// <summary>A decision with a table, drawn by its columns and cells.</summary>
internal static class Ruled
{
    /// <param name="columns">Inputs as <c>name:type</c> or <c>expression of name:type</c>, with commas between.</param>
    /// <param name="rules">Cells, the output last.</param>
    public static string Table(string policy, string columns, string[][] rules, string output = "<output/>")
    {
        var inputs = columns.Split(", ").Select(c => c.Split(':')).Select(c => (Feel: c[0], Type: c[1])).ToList();
        var names = inputs.Select(i => i.Feel.Split('.', '(', ')', ' ').First(w => w.Length == 1)).Distinct().ToList();
        var table =
            $"<decisionTable id=\"t\" hitPolicy=\"{policy}\">"
            + string.Concat(
                inputs.Select(i =>
                    $"<input><inputExpression typeRef=\"{i.Type}\"><text>{i.Feel}</text></inputExpression></input>"
                )
            )
            + output
            + string.Concat(rules.Select((cells, i) => Rule($"r{i + 1}", cells)))
            + "</decisionTable>";
        return string.Concat(names.Select(n => Drawn.Input(n))) + Drawn.Decision("d", table, string.Join(' ', names));
    }

    public static List<Problem> Check(string elements)
    {
        var reading = Drawn.Read(elements);
        Assert.Empty(reading.Problems);
        return [.. DmnCheck.Tables(reading.Value!)];
    }

    private static string Rule(string id, string[] cells) =>
        $"<rule id=\"{id}\">"
        + string.Concat(cells[..^1].Select(c => $"<inputEntry><text>{Drawn.Escaped(c)}</text></inputEntry>"))
        + $"<outputEntry><text>{Drawn.Escaped(cells[^1])}</text></outputEntry></rule>";
}
