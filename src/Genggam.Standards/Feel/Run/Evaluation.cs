using System.Collections.Immutable;
using Genggam.Standards.Feel.Functions;
using Genggam.Standards.Feel.RegularExpressions;
using Genggam.Standards.Feel.Syntax;

namespace Genggam.Standards.Feel.Run;

/// <summary>One evaluation with its budget and warnings. What cannot be computed is null, with a warning that says why.</summary>
internal sealed partial class Evaluation(FeelEnvironment environment)
{
    private const int MaxWarnings = 50;
    private static readonly Place Nowhere = new("");

    private readonly long maxSteps = environment.MaxSteps;
    private readonly int maxDepth = environment.MaxDepth;
    private List<Problem>? warnings;
    private long steps;
    private int depth;
    private bool spent;

    public FeelEnvironment Environment { get; } = environment;

    public IReadOnlyList<Problem> Warnings => warnings ?? [];

    /// <summary>Whether another warning would be kept.</summary>
    public bool Hears => (warnings?.Count ?? 0) < MaxWarnings;

    /// <summary>Where the built-in function that runs was called.</summary>
    public Place CalledAt { get; set; } = Nowhere;

    /// <summary>Regular expressions that were read.</summary>
    public PatternCache Patterns => field ??= new();

    public FeelValue Value(Node node, Scope scope)
    {
        if (!Enter(node.At))
            return FeelValue.Null;
        return Leave(Compute(node, scope), node.At);
    }

    /// <summary>Counts a step and a level; false where the budget is spent. Each true wants a leave.</summary>
    public bool Enter(Place at)
    {
        if (spent || !Spend(1, at))
            return false;
        if (depth >= maxDepth)
        {
            Stop("FEEL-302", "The evaluation is nested more deeply than it may be.", at);
            return false;
        }
        depth++;
        return true;
    }

    /// <summary>
    /// Ends the level with its value; null, and the evaluation stopped, where that is too large. A stopped evaluation is
    /// null as a whole: half a value would look like one.
    /// </summary>
    public FeelValue Leave(FeelValue value, Place at)
    {
        depth--;
        return spent ? FeelValue.Null
            : value is FeelList or FeelContext or FeelString ? Bounded(value, at)
            : value;
    }

    private FeelValue Bounded(FeelValue value, Place at) => Holds(Extent.Of(value), at) ? value : FeelValue.Null;

    /// <summary>Whether a value of that extent may be; if not, the evaluation is stopped.</summary>
    public bool Holds(Extent extent, Place at)
    {
        if (!extent.IsTooMuch)
            return true;
        Stop("FEEL-303", "The value is larger, or nested more deeply, than it may be.", at);
        return false;
    }

    /// <summary>Counts the work of going through a value from end to end.</summary>
    public bool SpendOn(FeelValue value, Place at) =>
        value is not (FeelList or FeelContext or FeelString) || Spend(Extent.Of(value).Steps, at);

    /// <summary>Counts the work of comparing two values, which ends with the lighter one.</summary>
    private bool SpendOn(FeelValue a, FeelValue b, Place at) =>
        a is not (FeelList or FeelContext or FeelString)
        || b is not (FeelList or FeelContext or FeelString)
        || Spend(Math.Min(Extent.Of(a).Steps, Extent.Of(b).Steps), at);

    /// <summary>
    /// Counts the steps of what is known without evaluating it; false, and nothing counted, where evaluating it would
    /// come to a limit.
    /// </summary>
    public bool Skip(int count, int height)
    {
        if (spent || steps + count > maxSteps || depth + height > maxDepth)
            return false;
        steps += count;
        return true;
    }

    /// <summary>Counts work that is done outside the tree, such as the items of a long range.</summary>
    public bool Spend(long amount, Place at)
    {
        steps += amount;
        if (steps <= maxSteps)
            return true;
        Stop("FEEL-301", "The evaluation took more steps than it may.", at);
        return false;
    }

    /// <summary>A problem that was found before, as the warning it is now.</summary>
    public FeelValue Warn(Problem problem) => Warn(problem.Number, problem.Message, problem.Place);

    public FeelValue Warn(string number, string message, Place at)
    {
        if (Hears)
            (warnings ??= []).Add(new Problem(number, message, at, Severity.Warning));
        return FeelValue.Null;
    }

    /// <summary>A value asked only for its kind: what it warns of is not said.</summary>
    private FeelValue Quietly(Func<FeelValue> compute)
    {
        var said = warnings?.Count ?? 0;
        var value = compute();
        if (!spent)
            warnings?.RemoveRange(said, warnings.Count - said);
        return value;
    }

    /// <summary>Ends the evaluation, which is said even where much was said before.</summary>
    private FeelValue Stop(string number, string message, Place at)
    {
        spent = true;
        (warnings ??= []).Add(new Problem(number, message, at, Severity.Warning));
        return FeelValue.Null;
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
            InstanceOfNode n => InstanceOf(n, Value(n.Value, scope)),
            UnreadNode n => Warn(n.Problem),
            IfNode n => Value(n.Condition, scope) is FeelBoolean { Value: true }
                ? Value(n.Then, scope)
                : Value(n.Else, scope),
            ForNode n => For(n, scope),
            QuantifiedNode n => Quantified(n, scope),
            FunctionNode n => Function(n, scope),
            ListNode n => new FeelList([.. n.Items.Select(i => Value(i, scope))]),
            ContextNode n => Context(n, scope),
            RangeNode n => Range(n, scope),
            ComparisonTestNode n => TestRange(n, Value(n.Right, scope)),
            UnaryTestsNode n => UnaryTests(n, scope),
            _ => throw new ArgumentOutOfRangeException(nameof(node)),
        };

    public FeelValue InstanceOf(InstanceOfNode node, FeelValue value) =>
        SpendOn(value, node.At) ? node.Type.Holds(value) : FeelValue.Null;

    private FeelValue Name(NameNode node, Scope scope) => scope.Find(node.Name) ?? OuterName(node);

    public FeelValue OuterName(NameNode node) =>
        Builtins.Find(node.Name) ?? Warn("FEEL-201", $"The name {node.Name} is not known.", node.At);

    private FeelValue Context(ContextNode node, Scope scope)
    {
        var context = FeelContext.Empty;
        foreach (var entry in node.Entries)
            if (context.TryGet(entry.Name, out _))
                return Warn("FEEL-215", $"The context has two entries {entry.Name}.", node.At);
            else
                context = context.With(entry.Name, Value(entry.Value, new Scope(context, scope)));
        return context;
    }

    private FeelValue Range(RangeNode node, Scope scope)
    {
        var start = Value(node.Start, scope);
        var end = Value(node.End, scope);
        return Range(node, start, end);
    }

    public FeelValue Range(RangeNode node, FeelValue start, FeelValue end)
    {
        if (start.IsNull || end.IsNull || Comparison.Compare(start, end) is not { } order)
            return Warn(
                "FEEL-202",
                $"The ends of the range cannot be compared: {Kind.Of(start)} and {Kind.Of(end)}.",
                node.At
            );
        return order > 0 && !node.MayDescend
            ? Warn("FEEL-202", "The range ends before it begins.", node.At)
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
