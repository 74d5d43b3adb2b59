using System.Collections.Immutable;
using Genggam.Standards.Feel.Functions;
using Genggam.Standards.Feel.RegularExpressions;
using Genggam.Standards.Feel.Syntax;

namespace Genggam.Standards.Feel.Run;

/// <summary>One evaluation with its budget and warnings. What cannot be computed is null, with a warning that says why.</summary>
internal sealed partial class Evaluation(FeelEnvironment environment)
{
    private const int MaxWarnings = 50;
    private readonly List<Problem> warnings = [];
    private int steps;
    private int depth;
    private bool spent;

    public FeelEnvironment Environment { get; } = environment;

    public IReadOnlyList<Problem> Warnings => warnings;

    /// <summary>Where the built-in function that runs was called.</summary>
    public Place CalledAt { get; set; } = new("");

    /// <summary>Regular expressions that were read.</summary>
    public PatternCache Patterns { get; } = new();

    public FeelValue Value(Node node, Scope scope)
    {
        if (spent)
            return FeelValue.Null;
        if (++steps > Environment.MaxSteps)
            return Stop("FEEL-301", "The evaluation took more steps than it may.", node.At);
        if (++depth > Environment.MaxDepth)
            return Stop("FEEL-302", "The evaluation is nested more deeply than it may be.", node.At);
        var value = Compute(node, scope);
        depth--;
        return value;
    }

    /// <summary>Counts work that is done outside the tree, such as the items of a long range.</summary>
    public bool Spend(int amount, Place at)
    {
        steps += amount;
        if (steps >= 0 && steps <= Environment.MaxSteps)
            return true;
        Stop("FEEL-301", "The evaluation took more steps than it may.", at);
        return false;
    }

    public FeelValue Warn(string number, string message, Place at)
    {
        if (warnings.Count < MaxWarnings)
            warnings.Add(new Problem(number, message, at, Severity.Warning));
        return FeelValue.Null;
    }

    private FeelValue Stop(string number, string message, Place at)
    {
        spent = true;
        return Warn(number, message, at);
    }

    private FeelValue Compute(Node node, Scope scope) =>
        node switch
        {
            LiteralNode n => n.Value,
            NameNode n => Name(n, scope),
            PathNode n => Path.Member(this, Value(n.Source, scope), n.Member, n.At),
            FilterNode n => Filter(n, scope),
            CallNode n => Call(n, scope),
            ArithmeticNode n => Arithmetic.Compute(this, n.Operator, Value(n.Left, scope), Value(n.Right, scope), n.At),
            NegateNode n => Arithmetic.Negate(this, Value(n.Operand, scope), n.At),
            ComparisonNode n => Compare(n.Operator, Value(n.Left, scope), Value(n.Right, scope), n.At),
            AndNode n => And(n, scope),
            OrNode n => Or(n, scope),
            BetweenNode n => Between(n, scope),
            InNode n => In(Value(n.Value, scope), n.Tests, scope),
            InstanceOfNode n => n.Type.Holds(Value(n.Value, scope)),
            IfNode n => Value(n.Condition, scope) is FeelBoolean { Value: true }
                ? Value(n.Then, scope)
                : Value(n.Else, scope),
            ForNode n => For(n, scope),
            QuantifiedNode n => Quantified(n, scope),
            FunctionNode n => Function(n, scope),
            ListNode n => new FeelList([.. n.Items.Select(i => Value(i, scope))]),
            ContextNode n => Context(n, scope),
            RangeNode n => Range(n, scope),
            ComparisonTestNode n => TestRange(n, scope),
            UnaryTestsNode n => UnaryTests(n, scope),
            _ => throw new ArgumentOutOfRangeException(nameof(node)),
        };

    private FeelValue Name(NameNode node, Scope scope) =>
        scope.Find(node.Name)
        ?? Builtins.Find(node.Name)
        ?? Warn("FEEL-201", $"The name {node.Name} is not known.", node.At);

    private FeelContext Context(ContextNode node, Scope scope)
    {
        var context = FeelContext.Empty;
        foreach (var entry in node.Entries)
            context = context.With(entry.Name, Value(entry.Value, new Scope(context, scope)));
        return context;
    }

    private FeelValue Range(RangeNode node, Scope scope)
    {
        var start = Value(node.Start, scope);
        var end = Value(node.End, scope);
        return start.IsNull || end.IsNull || Comparison.Compare(start, end) is null
            ? Warn("FEEL-202", "The ends of the range cannot be compared.", node.At)
            : new FeelRange(node.StartIncluded, start, end, node.EndIncluded);
    }

    private FeelFunction Function(FunctionNode node, Scope scope) =>
        new(
            "",
            node.Parameters,
            FeelType.Any,
            (evaluation, arguments) =>
            {
                if (node.IsExternal)
                    return evaluation.Warn("FEEL-203", "External functions cannot be called.", node.At);
                var names = FeelContext.Empty;
                for (var i = 0; i < node.Parameters.Length; i++)
                    names = names.With(node.Parameters[i].Name, arguments[i]);
                return evaluation.Value(node.Body, new Scope(names, scope));
            }
        );
}
