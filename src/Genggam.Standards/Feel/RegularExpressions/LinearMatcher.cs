namespace Genggam.Standards.Feel.RegularExpressions;

/// <summary>
/// All ways through a pattern at once, character by character, so that time grows with the text and not with the
/// number of ways. Ways are kept in the order in which one after the other would be tried.
/// </summary>
internal sealed class LinearMatcher(PatternProgram program, Subject subject)
{
    private readonly Stack<(int Step, int[] Slots)> open = [];
    private readonly int[] seen = new int[program.Steps.Length];
    private List<(int Step, int[] Slots)> now = [];
    private List<(int Step, int[] Slots)> then = [];
    private int generation;

    /// <summary>The slots of the first match from a position on; null where there is none.</summary>
    public int[]? Find(int from)
    {
        int[]? found = null;
        var fresh = new int[2 * program.Groups + 2];
        Array.Fill(fresh, -1);
        now.Clear();
        generation++;
        for (var at = from; at <= subject.Points.Length; at++)
        {
            if (found is null)
                Follow(now, 0, at, fresh);
            generation++;
            then.Clear();
            foreach (var (step, slots) in now)
            {
                var instruction = program.Steps[step];
                if (instruction.Step == Step.Match)
                {
                    found = slots;
                    break;
                }
                if (at < subject.Points.Length && instruction.Set!.Contains(subject.Points[at]))
                    Follow(then, step + 1, at + 1, slots);
            }
            (now, then) = (then, now);
            if (found is not null && now.Count == 0)
                break;
        }
        return found;
    }

    /// <summary>Adds the ways that need no character, up to the sets and matches they come to.</summary>
    private void Follow(List<(int, int[])> ways, int first, int at, int[] kept)
    {
        open.Push((first, kept));
        while (open.TryPop(out var way))
        {
            var (step, slots) = way;
            if (seen[step] == generation)
                continue;
            seen[step] = generation;
            subject.Spend();
            var instruction = program.Steps[step];
            switch (instruction.Step)
            {
                case Step.Jump:
                    open.Push((instruction.X, slots));
                    break;
                case Step.Fork:
                    open.Push((instruction.Y, slots));
                    open.Push((instruction.X, slots));
                    break;
                case Step.Keep:
                    open.Push((step + 1, instruction.X < slots.Length ? With(slots, instruction.X, at) : slots));
                    break;
                case Step.Moved:
                    open.Push((step + 1, slots));
                    break;
                case Step.Start or Step.End:
                    if (subject.Holds(instruction.Step, at))
                        open.Push((step + 1, slots));
                    break;
                default:
                    ways.Add((step, slots));
                    break;
            }
        }
    }

    private static int[] With(int[] slots, int slot, int at)
    {
        var copy = (int[])slots.Clone();
        copy[slot] = at;
        return copy;
    }
}
