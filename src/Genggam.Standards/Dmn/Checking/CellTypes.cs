using Genggam.Standards.Feel;

namespace Genggam.Standards.Dmn.Checking;

/// <summary>Values written in cells that are not of their column's type: such a test never holds, such an answer is null.</summary>
internal static class CellTypes
{
    public static IEnumerable<Problem> Problems(DecisionTable table)
    {
        foreach (var rule in table.Rules)
        {
            foreach (var (cell, input) in rule.Tests.Zip(table.Inputs))
                if (Wrong(CellConstants.Of(cell), input.Type) is { } asked)
                    yield return Problem(
                        cell,
                        table,
                        $"{TypeFault.Shown(asked)} is no {Simple(input.Type)}, which the input is: it never holds"
                    );
            foreach (var (cell, output) in rule.Outputs.Zip(table.Outputs))
                if (CellConstants.Value(cell.Root) is { } value && Wrong([value], output.Type) is { } given)
                    yield return Problem(
                        cell,
                        table,
                        $"{TypeFault.Shown(given)} is no {Simple(output.Type)}, which the output is: it would be null"
                    );
        }
    }

    private static Problem Problem(FeelExpression cell, DecisionTable table, string what) =>
        new("DMN-105", $"{what}. Write it as one, or change the type.", cell.At with { Element = table.At.Element });

    private static FeelValue? Wrong(IEnumerable<FeelValue>? values, FeelType type) =>
        Simple(type) is { } simple ? values?.FirstOrDefault(value => !simple.Admits(Single(value))) : null;

    /// <summary>A list of one is taken as what it holds (DMN 1.5, 10.3.2.9.4).</summary>
    private static FeelValue Single(FeelValue value) => value is FeelList { Items: [var only] } ? only : value;

    /// <summary>The type under all names; null where it is not a simple one.</summary>
    private static SimpleType? Simple(FeelType? type) =>
        type switch
        {
            NamedType named => Simple(named.Base),
            SimpleType simple when simple != FeelType.Any => simple,
            _ => null,
        };
}
