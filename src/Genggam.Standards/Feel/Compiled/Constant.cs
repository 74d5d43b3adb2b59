using Genggam.Standards.Feel.Run;
using Genggam.Standards.Feel.Syntax;

namespace Genggam.Standards.Feel.Compiled;

/// <summary>What can be computed once: a tree of literals that gives no warning.</summary>
/// <param name="Steps">Nodes that the interpreter would evaluate.</param>
/// <param name="Height">Levels of them.</param>
internal sealed record Constant(FeelValue Value, int Steps, int Height)
{
    private static readonly FeelEnvironment AnyMoment = new(DateTimeOffset.UnixEpoch);

    /// <summary>Null where the value depends on anything, or something would be warned of.</summary>
    public static Constant? Of(Node node)
    {
        if (Size(node) is not var (steps, height))
            return null;
        var evaluation = new Evaluation(AnyMoment);
        var value = evaluation.Value(node, new Scope(FeelContext.Empty));
        return evaluation.Warnings.Count == 0 ? new(value, steps, height) : null;
    }

    private static (int Steps, int Height)? Size(Node node) =>
        node switch
        {
            LiteralNode => (1, 1),
            NegateNode n => Over(n.Operand),
            ArithmeticNode n => Over(n.Left, n.Right),
            RangeNode n => Over(n.Start, n.End),
            ListNode n => Over([.. n.Items]),
            _ => null,
        };

    private static (int, int)? Over(params ReadOnlySpan<Node> children)
    {
        var (steps, height) = (1, 0);
        foreach (var child in children)
        {
            if (Size(child) is not var (below, high))
                return null;
            steps += below;
            height = Math.Max(height, high);
        }
        return (steps, height + 1);
    }
}
