using System.Collections.Immutable;
using Genggam.Standards.Feel;
using Genggam.Standards.Feel.Syntax;

namespace Genggam.Standards.Dmn.Sentences;

/// <summary>Says a cell: a test as what follows the name of its input, an output as a value.</summary>
internal sealed class CellTeller(Words words)
{
    private SentenceTexts Texts => words.Texts;

    /// <summary>Null where the cell asks nothing. A cell whose parts have no words all is said as its formula.</summary>
    public Phrase? Test(Cell cell)
    {
        if (cell.Feel.Root is not UnaryTestsNode unary)
            return Texts.Say("meets", words.Formula(cell.Verbatim()));
        if (unary.Tests.IsEmpty)
            return null;
        if (Values(unary.Tests, cell) is { } values)
            return Texts.Say(Key(unary.Negated ? "is_not" : "is", values.Length), words.Fold("list", values));
        if (
            unary is { Negated: false, Tests: [var only] }
            && (One(only, cell) ?? AgainstFormula(only, cell)) is { } said
        )
            return said;
        var all = unary.Tests.Select(t => One(t, cell)).ToList();
        if (all.Exists(t => t is null))
            return Texts.Say("meets", words.Formula(cell.Verbatim()));
        var any = words.Fold("or", all!);
        return unary.Negated ? Texts.Say("not", any)
            : all.Count > 1 ? Texts.Say("group", any)
            : any;
    }

    public Phrase Output(Cell cell) =>
        cell.Feel.Root switch
        {
            ListNode { Items.IsEmpty: true } => Texts["empty_list"],
            ListNode list when Values(list.Items, cell) is { } values => Texts.Say(
                "list_of",
                words.Fold("list", values)
            ),
            var node => Value(node, cell) ?? words.Formula(cell.Verbatim()),
        };

    private static string Key(string key, int values) => values == 1 ? key : key + ".any";

    private Phrase? One(Node test, Cell cell) =>
        test switch
        {
            ComparisonTestNode comparison => Operand(comparison.Right, cell) is { } right
                ? Texts.Say(Key(comparison, cell), right)
                : null,
            RangeNode range => Operand(range.Start, cell) is { } start && Operand(range.End, cell) is { } end
                ? Texts.Say(Key(range, cell), start, end)
                : null,
            ListNode { Items.Length: > 0 } list => Values(list.Items, cell) is { } values
                ? Texts.Say(Key("is", values.Length), words.Fold("list", values))
                : null,
            _ => Value(test, cell) is { } value ? Texts.Say("is", value) : null,
        };

    /// <summary>A comparison whose other side has no words: the side is said as its formula.</summary>
    private Phrase? AgainstFormula(Node test, Cell cell) =>
        test is ComparisonTestNode comparison
            ? Texts.Say(Key(comparison, cell), words.Formula(cell.Verbatim(Lexer.Tokens(cell.Feel.Source)[0].End)))
            : null;

    /// <summary>The comparison in the words for what it compares: moments come before and after.</summary>
    private static string Key(ComparisonTestNode test, Cell cell)
    {
        var key = test.Operator switch
        {
            ComparisonOperator.Equal => "is",
            ComparisonOperator.Different => "is_not",
            ComparisonOperator.Less => "less",
            ComparisonOperator.LessOrEqual => "at_most",
            ComparisonOperator.Greater => "more",
            _ => "at_least",
        };
        return key.StartsWith("is", StringComparison.Ordinal) ? key : key + Moment(test.Right, cell);
    }

    private static string Key(RangeNode range, Cell cell) =>
        $"range.{Side(range.StartIncluded)}.{Side(range.EndIncluded)}{Moment(range.Start, cell)}";

    private static string Moment(Node node, Cell cell) =>
        cell.KindOf(node) is ValueKind.Date or ValueKind.Time or ValueKind.DateAndTime ? ".moment" : "";

    private static string Side(bool included) => included ? "from" : "beyond";

    private Phrase[]? Values(ImmutableArray<Node> nodes, Cell cell)
    {
        var values = nodes.Select(n => Value(n, cell)).OfType<Phrase>().ToArray();
        return values.Length < nodes.Length ? null : values;
    }

    /// <summary>A literal or null; else null.</summary>
    private Phrase? Value(Node node, Cell cell) =>
        node is LiteralNode { Value: FeelNull } ? Texts["null"] : cell.Literal(node);

    /// <summary>A value, or a name: by its label, else as a formula.</summary>
    private Phrase? Operand(Node node, Cell cell) =>
        Value(node, cell)
        ?? (
            Path(node) is { } path
                ? words.Label(path) is { } label
                    ? words.Named(label)
                    : words.Formula(path)
                : null
        );

    private static string? Path(Node node) =>
        node switch
        {
            NameNode name => name.Name,
            PathNode path => Path(path.Source) is { } source ? $"{source}.{path.Member}" : null,
            _ => null,
        };
}
