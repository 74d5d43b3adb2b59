using Genggam.Standards.Dmn.Run;
using Genggam.Standards.Feel;
using Genggam.Standards.Feel.Compiled;

namespace Genggam.Standards.Dmn.Compiled;

/// <summary>
/// A table that gives one rule, whose inputs are names and whose cells are constants: decided over plain values in one
/// go. It counts nothing and warns of nothing; what it cannot tell is left to <see cref="TableRun"/> as a whole.
/// </summary>
internal sealed class QuickTable
{
    private const int MostInputs = 64;

    private readonly bool stopsAtFirst;
    private readonly (int Slot, FeelType Type, NumberKeys? Keys)[] inputs;
    private readonly Row[] rows;
    private readonly Cell[] cells;

    private QuickTable(bool stopsAtFirst, (int, FeelType, NumberKeys?)[] inputs, Row[] rows, Cell[] cells)
    {
        this.stopsAtFirst = stopsAtFirst;
        this.inputs = inputs;
        this.rows = rows;
        this.cells = cells;
        Height = cells.Select(c => c.Height).Append(1).Max();
    }

    /// <summary>Levels of nodes that the interpreter would evaluate at most.</summary>
    public int Height { get; }

    /// <param name="slots">Where the inputs stand; -1 where they have to be computed.</param>
    /// <param name="tests">The cells rule by rule; null where they are no constants.</param>
    public static QuickTable? Of(DecisionTable table, int[] slots, CellTest?[][] tests)
    {
        if (
            table.Policy is not (HitPolicy.First or HitPolicy.Unique)
            || slots.Length > MostInputs
            || Array.Exists(slots, s => s < 0)
            || table.Inputs.Any(i => i.Allowed is not null)
            || Array.Exists(tests, row => row.Take(slots.Length).Any(t => t is null))
        )
            return null;
        var keys = slots.Select((_, i) => Keys(tests.Where(row => i < row.Length).Select(row => row[i]!))).ToArray();
        var (rows, cells) = (new List<Row>(), new List<Cell>());
        foreach (var row in tests)
        {
            var (start, skipped) = (cells.Count, 0);
            for (var i = 0; i < Math.Min(row.Length, slots.Length); i++)
                if (row[i]!.IsAny)
                    skipped++;
                else
                {
                    cells.Add(Cell.Of(i, row[i]!, keys[i], skipped));
                    skipped = 0;
                }
            rows.Add(new Row(start, cells.Count, skipped));
        }
        return new QuickTable(
            table.Policy == HitPolicy.First,
            [.. slots.Select((s, i) => (s, table.Inputs[i].Type, keys[i]))],
            [.. rows],
            [.. cells]
        );
    }

    /// <summary>The one rule that holds, from 0; -1 where none does, several do, or it cannot be told.</summary>
    /// <param name="steps">Nodes that the interpreter would evaluate for it.</param>
    public int Rule(FeelValue?[] frame, out int steps)
    {
        steps = inputs.Length;
        Span<long> keys = stackalloc long[inputs.Length];
        for (var i = 0; i < inputs.Length; i++)
        {
            ref readonly var input = ref inputs[i];
            if (frame[input.Slot] is not { } value || !Typing.IsPlainly(value, input.Type))
                return -1;
            if (
                input.Keys is { } known
                && !(value is FeelNumber { IsDecimal: true } number && known.TryKey(in number.Exactly, out keys[i]))
            )
                return -1;
        }
        var found = -1;
        for (var r = 0; r < rows.Length; r++)
        {
            switch (Holds(in rows[r], keys, frame, ref steps))
            {
                case Held.Untold:
                    return -1;
                case Held.No:
                    continue;
            }
            if (stopsAtFirst)
                return r;
            if (found >= 0)
                return -1;
            found = r;
        }
        return found;
    }

    private Held Holds(in Row row, ReadOnlySpan<long> keys, FeelValue?[] frame, ref int steps)
    {
        for (var c = row.Start; c < row.End; c++)
        {
            ref readonly var cell = ref cells[c];
            steps += cell.Steps;
            if (cell.Other is null)
            {
                var key = keys[cell.Input];
                if ((key >= cell.Low && key <= cell.High) == cell.Outside)
                    return Held.No;
            }
            else if (cell.Other.Met(frame[inputs[cell.Input].Slot]!, ref steps) is var met && met != true)
                return met is null ? Held.Untold : Held.No;
        }
        steps += row.StepsAfter;
        return Held.Yes;
    }

    private static NumberKeys? Keys(IEnumerable<CellTest> column)
    {
        var limits = column.SelectMany(t => t.Ends).ToList();
        return limits.Count == 0 ? null : NumberKeys.Of(limits);
    }

    private enum Held
    {
        No,
        Yes,
        Untold,
    }

    /// <param name="StepsAfter">For the cells "-" after its last other one.</param>
    private readonly record struct Row(int Start, int End, int StepsAfter);

    /// <summary>Numbers from one key to another, or those outside; or a test of another kind.</summary>
    /// <param name="Steps">With those for the cells "-" before it, without those of the other kind.</param>
    private readonly record struct Cell(
        int Input,
        long Low,
        long High,
        bool Outside,
        int Steps,
        int Height,
        CellTest? Other
    )
    {
        public static Cell Of(int input, CellTest test, NumberKeys? keys, int skipped) =>
            keys is { } known && test.Only is { } only
                ? new(
                    input,
                    only.Low is { } low && known.TryKey(in low, out var from)
                        ? from + (only.LowIncluded ? 0 : 1)
                        : long.MinValue,
                    only.High is { } high && known.TryKey(in high, out var to)
                        ? to - (only.HighIncluded ? 0 : 1)
                        : long.MaxValue,
                    only.Outside,
                    skipped + 1 + only.Steps,
                    test.Height,
                    null
                )
                : new(input, 0, 0, false, skipped, test.Height, test);
    }
}
