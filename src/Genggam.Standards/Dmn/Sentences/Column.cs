using System.Collections.Immutable;
using Genggam.Standards.Feel;
using Genggam.Standards.Feel.Syntax;

namespace Genggam.Standards.Dmn.Sentences;

/// <summary>An input or output of a table: its words, and which values it allows.</summary>
/// <param name="Expression">What labels are found by: the input's expression, the output's name.</param>
internal sealed class Column(string expression, Phrase name, FeelExpression? allowed, FeelType type, TableSource source)
{
    private static readonly FeelEnvironment Still = new(DateTimeOffset.UnixEpoch);

    private readonly ImmutableArray<string> listed = Listed(allowed, source);

    public string Expression => expression;

    public Phrase Name => name;

    public bool IsOutput { get; init; }

    public FeelExpression? Allowed => allowed;

    /// <summary>A literal of one of the column's cells; the end of a range need not be a value that is allowed.</summary>
    public ChangeableValue Value(Literal literal, string id, Node cell)
    {
        var direct = Direct(cell).Any(node => ReferenceEquals(node, literal.Node));
        return new ChangeableValue(id, literal.Kind, literal.Written, direct ? listed : [], literal.At)
        {
            Output = IsOutput && ReferenceEquals(cell, literal.Node) ? expression : null,
            Literal = literal,
            AllowedFeel = TypeFault.Short(allowed?.Source.Trim() ?? TypeFault.Allowed(type) ?? type.ToString()!),
            Allows = other => !direct || Admits(literal.Value, other),
        };
    }

    private bool Admits(FeelValue before, FeelValue other) =>
        (type is not NamedType || !type.Admits(before) || type.Admits(other))
        && (
            allowed is null
            || !allowed.Variables.IsEmpty
            || allowed.Evaluate(FeelContext.Of(("?", other)), Still).Value is FeelBoolean { Value: true }
        );

    private static IEnumerable<Node> Direct(Node cell) =>
        cell switch
        {
            UnaryTestsNode tests => tests.Tests.SelectMany(Direct),
            ComparisonTestNode { Operator: ComparisonOperator.Equal or ComparisonOperator.Different } test =>
            [
                test.Right,
            ],
            ListNode list => list.Items,
            _ => [cell],
        };

    private static ImmutableArray<string> Listed(FeelExpression? allowed, TableSource source)
    {
        if (allowed?.Root is not UnaryTestsNode { Negated: false } tests)
            return [];
        var literals = CellLiterals.Of(allowed, source.Places(allowed));
        return tests.Tests.All(t => literals.Any(l => ReferenceEquals(l.Node, t)))
            ? [.. literals.Select(l => l.Written)]
            : [];
    }
}
