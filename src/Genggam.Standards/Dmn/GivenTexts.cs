using Genggam.Standards.Feel;
using Genggam.Standards.Feel.Syntax;

namespace Genggam.Standards.Dmn;

/// <summary>A text that is written as a value which an expression or a decision may give.</summary>
public sealed record GivenText(string Text, Place At);

/// <summary>
/// Texts that can be read without data: literals, lists of them and both sides of an "if"; of a decision table its output
/// entries, allowed outputs and default (DMN 1.5, 8.2.10). What is computed or comes with the data is not among them.
/// </summary>
public static class GivenTexts
{
    /// <param name="name">Null: the value of the decision itself.</param>
    public static IEnumerable<GivenText> Of(DmnModel model, string decision, string? name) =>
        Under(model.Find(decision)?.Logic, name);

    /// <summary>Of a decision and of all in its model that it requires, from which it may take what it gives.</summary>
    public static IEnumerable<GivenText> OfAll(DmnModel model, string decision, string name)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>([decision]);
        while (open.TryPop(out var id))
        {
            if (!seen.Add(id))
                continue;
            var (decided, known) = (model.Find(id), model.Knowledge.FirstOrDefault(k => k.Id == id));
            foreach (var given in Under(decided?.Logic ?? known?.Logic, name))
                yield return given;
            foreach (var required in decided?.Requires ?? known?.Requires ?? [])
                open.Push(required);
        }
    }

    public static IEnumerable<GivenText> Of(FeelExpression expression) => Under(expression, null);

    /// <summary>
    /// The names and the members of names whose value the expression gives as it is; no member where it is the name itself.
    /// </summary>
    public static IEnumerable<(string Name, string? Member)> Passed(FeelExpression expression) =>
        Passed(expression.Root);

    private static IEnumerable<(string Name, string? Member)> Passed(Node node) =>
        node switch
        {
            NameNode name => [(name.Name, null)],
            PathNode { Source: NameNode source } path => [(source.Name, path.Member)],
            IfNode choice => Passed(choice.Then).Concat(Passed(choice.Else)),
            _ => [],
        };

    private static IEnumerable<GivenText> Under(BoxedExpression? box, string? name) =>
        box switch
        {
            BoxedLiteral b => Under(b.Expression, name),
            DecisionTable b => b.Outputs.SelectMany((output, column) => Under(b, output, column, name)),
            BoxedContext b => b.Entries.SelectMany(e =>
                e.Name is null ? Under(e.Value, name)
                : e.Name == name ? Under(e.Value, null)
                : []
            ),
            BoxedList b => b.Items.SelectMany(item => Under(item, name)),
            BoxedRelation b => b.Rows.SelectMany(row =>
                row.Zip(b.Columns).Where(cell => cell.Second.Name == name).SelectMany(cell => Under(cell.First, null))
            ),
            BoxedFunction b => Under(b.Body, name),
            BoxedConditional b => Under(b.Then, name).Concat(Under(b.Else, name)),
            BoxedFilter b => Under(b.In, name),
            BoxedIteration { Kind: IterationKind.For } b => Under(b.Each, name),
            _ => [],
        };

    private static IEnumerable<GivenText> Under(DecisionTable table, TableOutput output, int column, string? name)
    {
        // The value of a table of one output is that output alone (8.2.10).
        var isValue = table.Outputs.Length == 1;
        if (!isValue && output.Name != name)
            return [];
        var within = output.Name == name ? null : name;
        return table
            .Rules.Select(rule => rule.Outputs[column])
            .Append(output.Values)
            .Append(output.Default)
            .OfType<FeelExpression>()
            .SelectMany(cell => Under(cell, within));
    }

    private static IEnumerable<GivenText> Under(FeelExpression expression, string? name) =>
        Under(expression.Root, name);

    private static IEnumerable<GivenText> Under(Node node, string? name) =>
        (node, name) switch
        {
            (LiteralNode { Value: FeelString text }, null) => [new GivenText(text.Value, node.At)],
            (ContextNode context, not null) => context
                .Entries.Where(e => e.Name == name)
                .SelectMany(e => Under(e.Value, null)),
            (ListNode list, _) => list.Items.SelectMany(item => Under(item, name)),
            (UnaryTestsNode { Negated: false } tests, _) => tests.Tests.SelectMany(test => Under(test, name)),
            (IfNode choice, _) => Under(choice.Then, name).Concat(Under(choice.Else, name)),
            (FilterNode filter, _) => Under(filter.Source, name),
            _ => [],
        };
}
