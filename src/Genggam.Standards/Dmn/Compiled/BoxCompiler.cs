using Genggam.Standards.Dmn.Run;
using Genggam.Standards.Feel;
using Genggam.Standards.Feel.Compiled;

namespace Genggam.Standards.Dmn.Compiled;

/// <summary>A boxed expression, compiled.</summary>
internal delegate FeelValue BoxCode(CompiledRun run, FeelValue?[] frame);

/// <summary>Compiles boxed expressions; kinds that are rare are left to the interpreter whole.</summary>
/// <param name="owner">The decision whose logic it is.</param>
internal sealed class BoxCompiler(string owner, FrameLayout layout)
{
    private readonly Compiler compiler = new(layout);

    public BoxCode Compile(BoxedExpression box, Names? names)
    {
        if (box is DecisionTable table)
            return Compile(table, names).Code;
        if (Inner(box, names) is not { } inner)
            return (run, frame) => new BoxRun(run.Session, owner).Value(box, Names.Scope(names, frame));
        return Typed(box, inner);
    }

    /// <summary>A table by itself, and how it is evaluated as a box.</summary>
    public (CompiledTable Table, BoxCode Code) Compile(DecisionTable table, Names? names)
    {
        var compiled = new CompiledTable(table, owner, compiler, layout, names);
        return (compiled, Typed(table, compiled.Value));
    }

    private static BoxCode Typed(BoxedExpression box, BoxCode inner) =>
        (run, frame) =>
            run.Evaluation.Enter(box.At)
                ? run.Evaluation.Leave(Typing.Typed(run.Evaluation, inner(run, frame), box.Type, box.At), box.At)
                : FeelValue.Null;

    private BoxCode? Inner(BoxedExpression box, Names? names) =>
        box switch
        {
            BoxedLiteral b => Literal(b, names),
            BoxedContext b => Context(b, names),
            BoxedList b => List(b, names),
            _ => null,
        };

    private BoxCode Literal(BoxedLiteral box, Names? names)
    {
        var code = compiler.Compile(box.Expression.Root, names);
        return (run, frame) => code(run.Evaluation, frame);
    }

    private BoxCode List(BoxedList box, Names? names)
    {
        var items = box.Items.Select(i => Compile(i, names)).ToArray();
        return (run, frame) => new FeelList([.. items.Select(i => i(run, frame))]);
    }

    /// <summary>A context whose entries have different names.</summary>
    private BoxCode? Context(BoxedContext box, Names? names)
    {
        var named = box.Entries.Select(e => e.Name).OfType<string>().ToList();
        if (named.Distinct(StringComparer.Ordinal).Count() < named.Count)
            return null;
        var entries = new List<(string? Name, FeelType Type, Place At, BoxCode Value, int Slot)>();
        foreach (var (name, type, value) in box.Entries)
        {
            var slot = layout.Next();
            entries.Add((name, type, value.At, Compile(value, names), slot));
            if (name is not null)
                names = new Names(name, slot, names);
        }
        return (run, frame) =>
        {
            var context = FeelContext.Empty;
            foreach (var (name, type, at, value, slot) in entries)
            {
                var result = Typing.Typed(run.Evaluation, value(run, frame), type, at);
                if (name is null)
                    return result;
                context = context.With(name, frame[slot] = result);
            }
            return context;
        };
    }
}
