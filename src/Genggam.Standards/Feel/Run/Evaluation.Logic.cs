using System.Collections.Immutable;
using Genggam.Standards.Feel.Syntax;

namespace Genggam.Standards.Feel.Run;

/// <summary>Three-valued logic (DMN 1.5, table 50), comparison and tests.</summary>
internal sealed partial class Evaluation
{
    private FeelValue And(AndNode node, Scope scope) => Both(node.Left, node.Right, stops: false, scope);

    private FeelValue Or(OrNode node, Scope scope) => Both(node.Left, node.Right, stops: true, scope);

    private FeelValue Both(Node left, Node right, bool stops, Scope scope)
    {
        var first = Value(left, scope);
        if (Truth(first) == stops)
            return stops;
        var second = Value(right, scope);
        if (Truth(second) == stops)
            return stops;
        return Unstopped(first, second, left.At, right.At, stops);
    }

    /// <summary>What two conditions give of which neither settles the matter.</summary>
    public FeelValue Unstopped(FeelValue first, FeelValue second, Place left, Place right, bool stops) =>
        first is not FeelBoolean ? NoTruth(first, left)
        : second is not FeelBoolean ? NoTruth(second, right)
        : !stops;

    public static bool? Truth(FeelValue value) => (value as FeelBoolean)?.Value;

    /// <summary>Null, since a condition is neither true nor false.</summary>
    public FeelValue NoTruth(FeelValue value, Place at) =>
        Warn(
            "FEEL-216",
            value.IsNull ? "Null is neither true nor false." : $"A {Kind.Of(value)} is neither true nor false.",
            at
        );

    private FeelValue Between(BetweenNode node, Scope scope)
    {
        var value = Value(node.Value, scope);
        return Between(value, Value(node.Low, scope), Value(node.High, scope), node.At);
    }

    public FeelValue Between(FeelValue value, FeelValue low, FeelValue high, Place at)
    {
        var above = Comparison.Compare(value, low);
        var below = Comparison.Compare(value, high);
        return above is null || below is null
            ? NotComparable(value, above is null ? low : high, at)
            : above >= 0 && below <= 0;
    }

    private FeelValue NotComparable(FeelValue left, FeelValue right, Place at) =>
        Warn("FEEL-204", $"The values cannot be compared: {Kind.Of(left)} and {Kind.Of(right)}.", at);

    public FeelValue Compare(ComparisonOperator comparison, FeelValue left, FeelValue right, Place at)
    {
        if (!SpendOn(left, right, at))
            return FeelValue.Null;
        if (comparison is ComparisonOperator.Equal or ComparisonOperator.Different)
            return Comparison.Equal(left, right) is { } equal
                ? equal == (comparison == ComparisonOperator.Equal)
                : NotComparable(left, right, at);
        return Comparison.Compare(left, right) is { } order
            ? comparison switch
            {
                ComparisonOperator.Less => order < 0,
                ComparisonOperator.LessOrEqual => order <= 0,
                ComparisonOperator.Greater => order > 0,
                _ => order >= 0,
            }
            : NotComparable(left, right, at);
    }

    /// <summary>A comparison without its left side, as a value, is the range of what it admits.</summary>
    public FeelValue TestRange(ComparisonTestNode node, FeelValue end) =>
        node.Operator switch
        {
            // A range of ranges would have no order, and one within the other twice at each level.
            _ when end is FeelRange or FeelList or FeelContext or FeelFunction => Warn(
                "FEEL-205",
                $"A range cannot end with a {Kind.Of(end)}.",
                node.At
            ),
            ComparisonOperator.Equal => new FeelRange(true, end, end, true),
            ComparisonOperator.Less => new FeelRange(false, FeelValue.Null, end, false),
            ComparisonOperator.LessOrEqual => new FeelRange(false, FeelValue.Null, end, true),
            ComparisonOperator.Greater => new FeelRange(false, end, FeelValue.Null, false),
            ComparisonOperator.GreaterOrEqual => new FeelRange(true, end, FeelValue.Null, false),
            _ => Warn("FEEL-205", "\"!=\" alone is no range.", node.At),
        };

    private FeelValue UnaryTests(UnaryTestsNode node, Scope scope)
    {
        if (node.Tests.IsEmpty)
            return true;
        var met = In(scope.Find("?") ?? FeelValue.Null, node.Tests, scope);
        return !node.Negated ? met
            : Truth(met) is { } truth ? !truth
            : FeelValue.Null;
    }

    /// <summary>True where one test holds, null where none does and one cannot tell.</summary>
    private FeelValue In(FeelValue value, ImmutableArray<Node> tests, Scope scope)
    {
        Node? unknown = null;
        foreach (var test in tests)
        {
            var held = Test(value, test, scope.With("?", value));
            if (held == true)
                return true;
            unknown ??= held is null ? test : null;
        }
        return unknown is null ? false : Untold(value, unknown);
    }

    public FeelValue Untold(FeelValue value, Node test) =>
        Warn("FEEL-204", $"Whether a {Kind.Of(value)} meets this cannot be told.", test.At);

    private bool? Test(FeelValue value, Node test, Scope scope)
    {
        if (test is ComparisonTestNode comparison)
            return Truth(Compare(comparison.Operator, value, Value(comparison.Right, scope), comparison.At));
        return Meets(value, Value(test, scope), test);
    }

    /// <summary>Whether a value meets a test that is no comparison, by what the test gives (DMN 1.5, table 55).</summary>
    public bool? Meets(FeelValue value, FeelValue wanted, Node test) =>
        wanted switch
        {
            FeelList or FeelContext or FeelString when !SpendOn(wanted, test.At) => null,
            // A truth that is computed answers itself; one that is written or named is compared like any value.
            FeelBoolean truth
                when FreeNames.ReadsInput(test)
                    || (value is not FeelBoolean && test is not (LiteralNode or NameNode or PathNode)) => truth.Value,
            FeelRange range when value is FeelRange other => Comparison.Equal(range, other),
            FeelRange range => range.Contains(value),
            FeelList list => Comparison.Equal(list, value) == true
                || list.Items.Any(i =>
                    i is FeelRange r ? r.Contains(value) == true : Comparison.Equal(i, value) == true
                ),
            FeelNull => value.IsNull ? true
            : test is LiteralNode ? false
            : null,
            _ => Comparison.Equal(value, wanted),
        };
}
