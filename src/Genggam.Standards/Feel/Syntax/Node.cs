using System.Collections.Immutable;

namespace Genggam.Standards.Feel.Syntax;

/// <summary>A node of a FEEL expression (DMN 1.5, 10.3.1). A closed tree.</summary>
internal abstract record Node(Place At);

internal sealed record LiteralNode(Place At, FeelValue Value) : Node(At);

internal sealed record NameNode(Place At, string Name) : Node(At);

internal sealed record PathNode(Place At, Node Source, string Member) : Node(At);

internal sealed record FilterNode(Place At, Node Source, Node Condition) : Node(At);

internal sealed record CallNode(Place At, Node Function, ImmutableArray<Argument> Arguments) : Node(At)
{
    internal bool IsNamed => Arguments is [{ Name: not null }, ..];
}

internal sealed record Argument(string? Name, Node Value);

internal enum ArithmeticOperator
{
    Add,
    Subtract,
    Multiply,
    Divide,
    Power,
}

internal sealed record ArithmeticNode(Place At, ArithmeticOperator Operator, Node Left, Node Right) : Node(At);

internal sealed record NegateNode(Place At, Node Operand) : Node(At);

internal enum ComparisonOperator
{
    Equal,
    Different,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

internal sealed record ComparisonNode(Place At, ComparisonOperator Operator, Node Left, Node Right) : Node(At);

internal sealed record AndNode(Place At, Node Left, Node Right) : Node(At);

internal sealed record OrNode(Place At, Node Left, Node Right) : Node(At);

internal sealed record BetweenNode(Place At, Node Value, Node Low, Node High) : Node(At);

internal sealed record InNode(Place At, Node Value, ImmutableArray<Node> Tests) : Node(At);

internal sealed record InstanceOfNode(Place At, Node Value, FeelType Type) : Node(At);

internal sealed record IfNode(Place At, Node Condition, Node Then, Node Else) : Node(At);

internal sealed record Iterator(string Name, Node Source);

internal sealed record ForNode(Place At, ImmutableArray<Iterator> Iterators, Node Body) : Node(At)
{
    /// <summary>Whether the body looks back at the results so far.</summary>
    internal bool ReadsPartial => readsPartial ??= MayReadPartial && FreeNames.Of(Body).Contains("partial");

    /// <summary>Whether the word stands in the text at all.</summary>
    internal bool MayReadPartial { private get; init; }

    private bool? readsPartial;
}

internal sealed record QuantifiedNode(Place At, bool IsEvery, ImmutableArray<Iterator> Iterators, Node Condition)
    : Node(At);

internal sealed record FunctionNode(Place At, ImmutableArray<FunctionParameter> Parameters, Node Body, bool IsExternal)
    : Node(At);

internal sealed record ListNode(Place At, ImmutableArray<Node> Items) : Node(At);

internal sealed record Entry(string Name, Node Value);

internal sealed record ContextNode(Place At, ImmutableArray<Entry> Entries) : Node(At);

/// <param name="MayDescend">Whether it is the "2..1" of an iteration, which may count down; an interval may not.</param>
internal sealed record RangeNode(
    Place At,
    bool StartIncluded,
    Node Start,
    Node End,
    bool EndIncluded,
    bool MayDescend = false
) : Node(At);

/// <summary>Text that could not be read.</summary>
internal sealed record UnreadNode(Place At, Problem Problem) : Node(At);

/// <summary>The end that a range literal leaves out: open without limit.</summary>
internal sealed record OpenEndNode(Place At) : Node(At);

/// <summary>A comparison without its left side: a range as an expression, a test after "in" or in a decision table.</summary>
internal sealed record ComparisonTestNode(Place At, ComparisonOperator Operator, Node Right) : Node(At);

/// <summary>The unary tests of a decision table's cell; no test at all is "-".</summary>
internal sealed record UnaryTestsNode(Place At, bool Negated, ImmutableArray<Node> Tests) : Node(At);
