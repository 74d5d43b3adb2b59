using Genggam.Standards.Feel.Run;
using Genggam.Standards.Feel.Syntax;

namespace Genggam.Standards.Feel.Compiled;

/// <summary>
/// Compiles expressions: names become slots, constants are computed once. What a node means stays in
/// <see cref="Evaluation"/>; nodes that are rare or that keep their scope are left to it whole.
/// </summary>
internal sealed partial class Compiler(FrameLayout layout)
{
    public Code Compile(Node node, Names? names)
    {
        if (Constant.Of(node) is { } constant)
            return (e, frame) =>
                e.Skip(constant.Steps, constant.Height) ? constant.Value : e.Value(node, Names.Scope(names, frame));
        if (Inner(node, names) is not { } inner)
            return (e, frame) => e.Value(node, Names.Scope(names, frame));
        var at = node.At;
        return (e, frame) =>
        {
            if (!e.Enter(at))
                return FeelValue.Null;
            return e.Leave(inner(e, frame), at);
        };
    }

    /// <summary>What the node does between entering and leaving it; null where the interpreter does it.</summary>
    private Code? Inner(Node node, Names? names) =>
        node switch
        {
            NameNode n => Name(n, names),
            PathNode n => Path(n, names),
            FilterNode n => Filter(n, names),
            CallNode n => Call(n, names),
            ArithmeticNode n => Arithmetic(n, names),
            NegateNode n => Negate(n, names),
            ComparisonNode n => Comparison(n, names),
            AndNode n => And(n, names),
            OrNode n => Or(n, names),
            BetweenNode n => Between(n, names),
            InNode n => In(n, names),
            InstanceOfNode n => InstanceOf(n, names),
            IfNode n => If(n, names),
            ForNode { ReadsPartial: false, Iterators.Length: 1 } n => For(n, names),
            QuantifiedNode { Iterators.Length: 1 } n => Quantified(n, names),
            ListNode n => List(n, names),
            ContextNode n => Context(n, names),
            RangeNode n => Range(n, names),
            ComparisonTestNode n => TestRange(n, names),
            UnaryTestsNode n => UnaryTests(n, names),
            _ => null,
        };

    private static Code Name(NameNode node, Names? names)
    {
        if (names is { Name: { } name, Slot: var slot } && name == node.Name)
            return (e, frame) => frame[slot] ?? e.OuterName(node);
        var lookup = Lookup(node.Name, names);
        return (e, frame) => lookup(frame) ?? e.OuterName(node);
    }

    /// <summary>The value of a name in scope; null where it has none.</summary>
    private static Func<FeelValue?[], FeelValue?> Lookup(string name, Names? names)
    {
        while (names is { Name: not null } && names.Name != name)
            names = names.Outer;
        if (names is not { Slot: var slot })
            return _ => null;
        if (names.Name is not null)
            return frame => frame[slot];
        var outer = Lookup(name, names.Outer);
        return frame =>
            frame[slot] is FeelContext context && context.TryGet(name, out var value) ? value : outer(frame);
    }

    private Code Path(PathNode node, Names? names)
    {
        var source = Compile(node.Source, names);
        return (e, frame) => Run.Path.Member(e, source(e, frame), node.Member, node.At);
    }

    private Code Call(CallNode node, Names? names)
    {
        var function = Compile(node.Function, names);
        var arguments = node.Arguments.Select(a => Compile(a.Value, names)).ToArray();
        System.Collections.Immutable.ImmutableArray<string>? named = node.IsNamed
            ? [.. node.Arguments.Select(a => a.Name!)]
            : null;
        return (e, frame) =>
        {
            var called = function(e, frame);
            if (called is not FeelFunction known)
                return e.NoFunction(called, node.At);
            var values = new FeelValue[arguments.Length];
            for (var i = 0; i < values.Length; i++)
                values[i] = arguments[i](e, frame);
            return e.Invoke(known, values, node.At, named);
        };
    }

    private Code Arithmetic(ArithmeticNode node, Names? names)
    {
        var (left, right) = (Compile(node.Left, names), Compile(node.Right, names));
        return (e, frame) => Run.Arithmetic.Compute(e, node.Operator, left(e, frame), right(e, frame), node.At);
    }

    private Code Negate(NegateNode node, Names? names)
    {
        var operand = Compile(node.Operand, names);
        return (e, frame) => Run.Arithmetic.Negate(e, operand(e, frame), node.At);
    }

    private Code If(IfNode node, Names? names)
    {
        var (condition, then, otherwise) = (
            Compile(node.Condition, names),
            Compile(node.Then, names),
            Compile(node.Else, names)
        );
        return (e, frame) => condition(e, frame) is FeelBoolean { Value: true } ? then(e, frame) : otherwise(e, frame);
    }

    private Code List(ListNode node, Names? names)
    {
        var items = node.Items.Select(i => Compile(i, names)).ToArray();
        return (e, frame) =>
        {
            var values = new FeelValue[items.Length];
            for (var i = 0; i < values.Length; i++)
                values[i] = items[i](e, frame);
            return new FeelList([.. values]);
        };
    }

    private Code? Context(ContextNode node, Names? names)
    {
        if (node.Entries.Select(e => e.Name).Distinct(StringComparer.Ordinal).Count() < node.Entries.Length)
            return null;
        var entries = new List<(string Name, Code Value, int Slot)>();
        foreach (var entry in node.Entries)
        {
            var slot = layout.Next();
            entries.Add((entry.Name, Compile(entry.Value, names), slot));
            names = new Names(entry.Name, slot, names);
        }
        return (e, frame) =>
        {
            var context = FeelContext.Empty;
            foreach (var (name, value, slot) in entries)
                context = context.With(name, frame[slot] = value(e, frame));
            return context;
        };
    }

    private Code Range(RangeNode node, Names? names)
    {
        var (start, end) = (Compile(node.Start, names), Compile(node.End, names));
        return (e, frame) => e.Range(node, start(e, frame), end(e, frame));
    }

    private Code InstanceOf(InstanceOfNode node, Names? names)
    {
        var value = Compile(node.Value, names);
        return (e, frame) => e.InstanceOf(node, value(e, frame));
    }
}
