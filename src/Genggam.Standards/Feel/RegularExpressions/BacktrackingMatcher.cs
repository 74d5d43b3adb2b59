namespace Genggam.Standards.Feel.RegularExpressions;

/// <summary>One way through a pattern after the other, for patterns with back-references: what a group holds decides.</summary>
internal sealed class BacktrackingMatcher(PatternProgram program, Subject subject)
{
    private const int MaxLeft = 2_000_000;

    /// <summary>Where to go on when a way ends: at a step, or (with a slot) first giving the slot its value back.</summary>
    private readonly Stack<(int Step, int At, int Slot)> left = [];
    private readonly int[] slots = new int[program.Slots];

    /// <summary>The slots of the first match from a position on; null where there is none.</summary>
    public int[]? Find(int from)
    {
        for (var begin = from; begin <= subject.Points.Length; begin++)
        {
            Array.Fill(slots, -1);
            left.Clear();
            left.Push((0, begin, -1));
            if (Matches())
                return (int[])slots.Clone();
        }
        return null;
    }

    private bool Matches()
    {
        while (left.TryPop(out var way))
            if (way.Slot >= 0)
                slots[way.Slot] = way.At;
            else if (Follow(way.Step, way.At))
                return true;
        return false;
    }

    private bool Follow(int step, int at)
    {
        while (true)
        {
            subject.Spend();
            var instruction = program.Steps[step++];
            switch (instruction.Step)
            {
                case Step.Match:
                    return true;
                case Step.Jump:
                    step = instruction.X;
                    break;
                case Step.Fork:
                    Leave(instruction.Y, at, -1);
                    step = instruction.X;
                    break;
                case Step.Keep:
                    Leave(0, slots[instruction.X], instruction.X);
                    slots[instruction.X] = at;
                    break;
                case Step.Set when at < subject.Points.Length && instruction.Set!.Contains(subject.Points[at]):
                    at++;
                    break;
                case Step.Moved when slots[instruction.X] != at:
                case Step.Start or Step.End when subject.Holds(instruction.Step, at):
                    break;
                case Step.Again when Repeated(instruction.X, at) is { } length:
                    at += length;
                    break;
                default:
                    return false;
            }
        }
    }

    private void Leave(int step, int at, int slot)
    {
        if (left.Count == MaxLeft)
            throw Subject.Exhausted();
        left.Push((step, at, slot));
    }

    /// <summary>The length of what the group matched, where it stands here again; nothing for a group that did not match.</summary>
    private int? Repeated(int group, int at)
    {
        var (from, to) = (slots[2 * group], slots[2 * group + 1]);
        if (from < 0 || to < 0)
            return 0;
        if (at + to - from > subject.Points.Length)
            return null;
        for (var i = from; i < to; i++)
        {
            subject.Spend();
            var (a, b) = (subject.Points[i], subject.Points[at + i - from]);
            if (a != b && !(program.Flags.IgnoresCase && CaseVariants.Same(a, b)))
                return null;
        }
        return to - from;
    }
}
