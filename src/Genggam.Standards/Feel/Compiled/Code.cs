using Genggam.Standards.Feel.Run;
using Genggam.Standards.Feel.Syntax;

namespace Genggam.Standards.Feel.Compiled;

/// <summary>A node of an expression, compiled: it gives what the interpreter gives, with the same warnings and steps.</summary>
/// <param name="frame">The values of names, at the slots that compiling gave them.</param>
internal delegate FeelValue Code(Evaluation evaluation, FeelValue?[] frame);

/// <summary>A name that an expression can see and the slot that holds it, the inner ones before the outer.</summary>
/// <param name="Name">Null where the slot may hold a context, whose entries are names then.</param>
internal sealed record Names(string? Name, int Slot, Names? Outer)
{
    /// <summary>The slot that a node reads and nothing else; -1 where it does more, or has to look for the name.</summary>
    public static int SlotOf(Node? node, Names? names)
    {
        while (node is NameNode && names is { Name: not null })
            if (names.Name == ((NameNode)node).Name)
                return names.Slot;
            else
                names = names.Outer;
        return -1;
    }

    /// <summary>The same names and values as the interpreter keeps them.</summary>
    public static Scope Scope(Names? names, FeelValue?[] frame)
    {
        if (names is null)
            return new Scope(FeelContext.Empty);
        var outer = Scope(names.Outer, frame);
        return names.Name is { } name
            ? frame[names.Slot] is { } held
                ? outer.With(name, held)
                : outer
            : frame[names.Slot] is FeelContext context
                ? new Scope(context, outer)
                : outer;
    }
}

/// <summary>How many slots a compiled expression needs.</summary>
internal sealed class FrameLayout
{
    public int Size { get; private set; }

    public int Next() => Size++;
}
