using Genggam.Standards.Feel.Run;
using Genggam.Standards.Feel.Syntax;

namespace Genggam.Standards.Feel.Compiled;

/// <summary>Logic, comparisons and tests.</summary>
internal sealed partial class Compiler
{
    private Code And(AndNode node, Names? names) => Both(node.Left, node.Right, stops: false, names);

    private Code Or(OrNode node, Names? names) => Both(node.Left, node.Right, stops: true, names);

    private Code Both(Node first, Node second, bool stops, Names? names)
    {
        var (left, right) = (Compile(first, names), Compile(second, names));
        return (e, frame) =>
        {
            var one = left(e, frame);
            if (Evaluation.Truth(one) == stops)
                return stops;
            var other = right(e, frame);
            return Evaluation.Truth(other) == stops ? stops : e.Unstopped(one, other, first.At, second.At, stops);
        };
    }

    private Code Comparison(ComparisonNode node, Names? names)
    {
        var (left, right) = (Compile(node.Left, names), Compile(node.Right, names));
        return (e, frame) => e.Compare(node.Operator, left(e, frame), right(e, frame), node.At);
    }

    private Code Between(BetweenNode node, Names? names)
    {
        var (value, low, high) = (Compile(node.Value, names), Compile(node.Low, names), Compile(node.High, names));
        return (e, frame) => e.Between(value(e, frame), low(e, frame), high(e, frame), node.At);
    }

    private Code TestRange(ComparisonTestNode node, Names? names)
    {
        var end = Compile(node.Right, names);
        return (e, frame) => e.TestRange(node, end(e, frame));
    }

    private Code In(InNode node, Names? names)
    {
        var value = Compile(node.Value, names);
        var slot = layout.Next();
        var tests = Tests(node.Tests, slot, names);
        return (e, frame) => tests(e, frame, value(e, frame));
    }

    private Code UnaryTests(UnaryTestsNode node, Names? names)
    {
        if (node.Tests.IsEmpty)
            return (_, _) => true;
        var input = Lookup("?", names);
        var tests = Tests(node.Tests, layout.Next(), names);
        return (e, frame) =>
        {
            var met = tests(e, frame, input(frame) ?? FeelValue.Null);
            return !node.Negated ? met
                : Evaluation.Truth(met) is { } truth ? !truth
                : FeelValue.Null;
        };
    }

    private Func<Evaluation, FeelValue?[], FeelValue, FeelValue> Tests(
        IReadOnlyList<Node> tests,
        int slot,
        Names? names
    )
    {
        var inner = new Names("?", slot, names);
        var compiled = tests.Select(t => (Node: t, Held: Test(t, inner))).ToArray();
        return (e, frame, value) =>
        {
            Node? unknown = null;
            foreach (var (node, held) in compiled)
            {
                frame[slot] = value;
                var holds = held(e, frame, value);
                if (holds == true)
                    return true;
                unknown ??= holds is null ? node : null;
            }
            return unknown is null ? false : e.Untold(value, unknown);
        };
    }

    private Func<Evaluation, FeelValue?[], FeelValue, bool?> Test(Node test, Names names)
    {
        if (test is ComparisonTestNode comparison)
        {
            var right = Compile(comparison.Right, names);
            return (e, frame, value) =>
                Evaluation.Truth(e.Compare(comparison.Operator, value, right(e, frame), comparison.At));
        }
        var wanted = Compile(test, names);
        return (e, frame, value) => e.Meets(value, wanted(e, frame), test);
    }
}
