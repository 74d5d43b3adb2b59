using Genggam.Standards.Feel;
using Genggam.Standards.Feel.Compiled;
using Genggam.Standards.Feel.Run;
using Genggam.Standards.Feel.Syntax;

namespace Genggam.Standards.Dmn.Checking;

/// <summary>The values at which the tests of a cell change between holding and not holding.</summary>
internal static class CellConstants
{
    private static readonly FeelEnvironment AnyMoment = new(DateTimeOffset.UnixEpoch);

    /// <summary>
    /// None for "-"; null where a test is more than a value, a comparison with a value or a range of values.
    /// </summary>
    public static IReadOnlyList<FeelValue>? Of(FeelExpression tests)
    {
        if (tests.Root is not UnaryTestsNode unary)
            return null;
        var constants = new List<FeelValue>();
        foreach (var test in unary.Tests)
        {
            Node[] nodes = test switch
            {
                ComparisonTestNode comparison => [comparison.Right],
                RangeNode range => [range.Start, range.End],
                _ => [test],
            };
            foreach (var node in nodes)
                if (Value(node) is not { } value)
                    return null;
                else
                    constants.AddRange(Flat(value));
        }
        return constants;
    }

    public static bool IsAny(FeelExpression tests) => tests.Root is UnaryTestsNode { Tests.IsEmpty: true };

    /// <summary>What an expression gives whatever the data is; null where that cannot be told.</summary>
    public static FeelValue? Value(Node node)
    {
        if (Constant.Of(node) is { } constant)
            return constant.Value;
        if (
            node is not CallNode { Function: NameNode { Name: "date" or "number" or "string" } } call
            || !call.Arguments.All(a => Constant.Of(a.Value) is not null)
        )
            return null;
        var value = new Evaluation(AnyMoment).Value(call, new Scope(FeelContext.Empty));
        return value.IsNull ? null : value;
    }

    private static IEnumerable<FeelValue> Flat(FeelValue value) =>
        value switch
        {
            FeelNull => [],
            FeelList list => list.Items.SelectMany(Flat),
            FeelRange range => Flat(range.Start).Concat(Flat(range.End)),
            _ => [value],
        };
}
