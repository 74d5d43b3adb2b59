using System.Collections.Immutable;

namespace Genggam.Standards.Feel.RegularExpressions;

internal enum Step
{
    /// <summary>One character of a set.</summary>
    Set,

    /// <summary>Go on at X, or else at Y.</summary>
    Fork,
    Jump,

    /// <summary>Keep the position in the slot X.</summary>
    Keep,

    /// <summary>Go on only where the position is not the one in the slot X: a loop that matched nothing ends.</summary>
    Moved,
    Start,
    End,

    /// <summary>What the group X matched, again.</summary>
    Again,
    Match,
}

internal readonly record struct Instruction(Step Step, int X = 0, int Y = 0, CharSet? Set = null);

/// <summary>A regular expression as steps. Slots 0 and 1 are the ends of the match, 2n and 2n+1 those of the group n.</summary>
internal sealed class PatternProgram
{
    public const int MaxSteps = 20_000;

    private readonly List<Instruction> steps = [];

    private PatternProgram(int groups, PatternFlags flags)
    {
        Groups = groups;
        Flags = flags;
        Slots = 2 * groups + 2;
    }

    public ImmutableArray<Instruction> Steps { get; private set; }

    public PatternFlags Flags { get; }

    public int Groups { get; }

    /// <summary>Slots of groups, and after them those by which loops see that they move.</summary>
    public int Slots { get; private set; }

    public bool HasBackReferences { get; private init; }

    /// <exception cref="PatternException">Pattern or flags are wrong, or too large.</exception>
    public static PatternProgram Compile(string pattern, string flags)
    {
        var read = PatternFlags.Read(flags);
        var node = PatternParser.Parse(pattern, read, out var groups, out var hasBackReferences);
        var program = new PatternProgram(groups, read) { HasBackReferences = hasBackReferences };
        program.Write(new GroupNode(node, 0));
        program.Add(new(Step.Match));
        program.Steps = [.. program.steps];
        return program;
    }

    private void Write(PatternNode node)
    {
        switch (node)
        {
            case SetNode one:
                Add(new(Step.Set, Set: one.Set));
                break;
            case SequenceNode sequence:
                foreach (var item in sequence.Items)
                    Write(item);
                break;
            case ChoiceNode choice:
                Choose(choice.Branches);
                break;
            case GroupNode group:
                Add(new(Step.Keep, 2 * group.Number));
                Write(group.Item);
                Add(new(Step.Keep, 2 * group.Number + 1));
                break;
            case BackReferenceNode again:
                Add(new(Step.Again, again.Group));
                break;
            case AnchorNode anchor:
                Add(new(anchor.IsEnd ? Step.End : Step.Start));
                break;
            case RepeatNode repeat:
                Repeat(repeat);
                break;
        }
    }

    private void Choose(ImmutableArray<PatternNode> branches)
    {
        var ends = new List<int>();
        foreach (var branch in branches[..^1])
        {
            var fork = Add(new(Step.Fork));
            Write(branch);
            ends.Add(Add(new(Step.Jump)));
            steps[fork] = new(Step.Fork, fork + 1, steps.Count);
        }
        Write(branches[^1]);
        foreach (var end in ends)
            steps[end] = new(Step.Jump, steps.Count);
    }

    private void Repeat(RepeatNode repeat)
    {
        var copies = repeat.Most is null ? repeat.Least - 1 : repeat.Least;
        for (var i = 0; i < copies && Wrote(repeat.Item); i++) { }
        if (repeat.Most is { } most)
            Optional(repeat, most - repeat.Least);
        else if (repeat.Least == 0)
        {
            var fork = Add(new(Step.Fork));
            Loop(repeat);
            steps[fork] = Fork(fork + 1, steps.Count, repeat.IsReluctant);
        }
        else
            Loop(repeat);
    }

    private void Optional(RepeatNode repeat, int times)
    {
        var forks = new List<int>();
        for (var i = 0; i < times; i++)
        {
            forks.Add(Add(new(Step.Fork)));
            if (!Wrote(repeat.Item))
                break;
        }
        foreach (var fork in forks)
            steps[fork] = Fork(fork + 1, steps.Count, repeat.IsReluctant);
    }

    /// <summary>Once or more.</summary>
    private void Loop(RepeatNode repeat)
    {
        var slot = Slots++;
        var begin = Add(new(Step.Keep, slot));
        Write(repeat.Item);
        var fork = Add(new(Step.Fork));
        Add(new(Step.Moved, slot));
        Add(new(Step.Jump, begin));
        steps[fork] = Fork(fork + 1, steps.Count, repeat.IsReluctant);
    }

    private bool Wrote(PatternNode item)
    {
        var before = steps.Count;
        Write(item);
        return steps.Count > before;
    }

    private static Instruction Fork(int more, int enough, bool reluctant) =>
        reluctant ? new(Step.Fork, enough, more) : new(Step.Fork, more, enough);

    private int Add(Instruction step)
    {
        if (steps.Count == MaxSteps)
            throw new PatternException("FEEL-231", "The pattern is too large: its counts repeat too much.");
        steps.Add(step);
        return steps.Count - 1;
    }
}
