using Genggam.Standards.Feel.Run;
using Genggam.Standards.Feel.Syntax;

namespace Genggam.Standards.Feel.Compiled;

/// <summary>
/// The tests of a table's cell where they are constants of one kind: numbers as limits, text or truths as values.
/// Answers for inputs of that kind only, for which no test warns or is unknown.
/// </summary>
internal sealed class CellTest
{
    private readonly bool negated;
    private readonly Limit[] limits;
    private readonly (FeelValue Value, int Steps)[] values;
    private readonly int height;

    private CellTest(bool negated, Limit[] limits, (FeelValue, int)[] values, int height)
    {
        this.negated = negated;
        this.limits = limits;
        this.values = values;
        this.height = height;
        IsAny = limits.Length == 0 && values.Length == 0;
        IsNumeric = limits.Length > 0;
    }

    /// <summary>The cell "-": any input.</summary>
    public bool IsAny { get; }

    /// <summary>Whether it is about numbers.</summary>
    public bool IsNumeric { get; }

    /// <summary>Levels of nodes that the interpreter would evaluate.</summary>
    public int Height => height;

    /// <summary>Null where the interpreter or the compiled expression is to be asked.</summary>
    public static CellTest? Of(Node cell)
    {
        if (cell is not UnaryTestsNode { Tests: var tests, Negated: var negated })
            return null;
        if (tests.IsEmpty)
            return new CellTest(false, [], [], 1);
        var constants = tests.Select(t => Constant.Of(t is ComparisonTestNode c ? c.Right : t)).ToArray();
        if (constants.Any(c => c is null))
            return null;
        var height = 1 + constants.Max(c => c!.Height);
        var limits = tests.Zip(constants, (t, c) => Limit.Of((t as ComparisonTestNode)?.Operator, c!)).ToArray();
        if (limits.All(l => l is not null))
            return new CellTest(negated, [.. limits.Select(l => l!.Value)], [], height);
        var same =
            tests
                .Zip(constants)
                .All(p =>
                    p.First is LiteralNode && p.Second!.Value is FeelString && Extent.Of(p.Second.Value).Steps == 0
                ) || tests.Zip(constants).All(p => p.First is LiteralNode && p.Second!.Value is FeelBoolean);
        return same ? new CellTest(negated, [], [.. constants.Select(c => (c!.Value, c.Steps))], height) : null;
    }

    /// <summary>The ends of the limits.</summary>
    public IEnumerable<decimal> Ends =>
        limits.SelectMany(l => ((decimal[])[l.From, l.To]).Where((_, i) => (i == 0 ? l.Low : l.High) != Bound.None));

    /// <summary>The one limit where there is one and no more.</summary>
    public Interval? Only =>
        limits is [var l]
            ? new(
                l.Low == Bound.None ? null : l.From,
                l.Low == Bound.Closed,
                l.High == Bound.None ? null : l.To,
                l.High == Bound.Closed,
                l.Outside != negated,
                l.Steps
            )
            : null;

    /// <summary>Whether the input meets the cell; null, and nothing counted, where this cannot tell.</summary>
    public bool? Holds(Evaluation evaluation, FeelValue input)
    {
        var steps = 0;
        return Met(input, ref steps) is { } met && evaluation.Skip(steps, height) ? met : null;
    }

    /// <summary>The same without counting, with the steps that it is worth.</summary>
    public bool? Met(FeelValue input, ref int steps)
    {
        if (IsAny)
        {
            steps++;
            return true;
        }
        if (limits.Length > 0)
            return input is FeelNumber { IsDecimal: true } number ? Admits(in number.Exactly, ref steps) : null;
        return values[0].Value.GetType() == input.GetType() ? Same(input, ref steps) != negated : null;
    }

    /// <summary>Whether a number meets the cell, which <see cref="IsNumeric"/>, and the steps that this is worth.</summary>
    public bool Admits(in decimal number, ref int steps)
    {
        steps++;
        foreach (ref readonly var limit in limits.AsSpan())
        {
            steps += limit.Steps;
            if (limit.Admits(in number))
                return !negated;
        }
        return negated;
    }

    private bool Same(FeelValue input, ref int steps)
    {
        steps++;
        foreach (var (value, cost) in values)
        {
            steps += cost;
            if (value.Equals(input))
                return true;
        }
        return false;
    }

    /// <summary>Numbers between two ends, an end left out where it is null, or (outside) all others.</summary>
    public readonly record struct Interval(
        decimal? Low,
        bool LowIncluded,
        decimal? High,
        bool HighIncluded,
        bool Outside,
        int Steps
    );

    /// <summary>What a test admits of numbers: those between two ends, or (for "!=") those that are not one.</summary>
    private readonly record struct Limit(Bound Low, decimal From, Bound High, decimal To, bool Outside, int Steps)
    {
        public static Limit? Of(ComparisonOperator? comparison, Constant constant) =>
            constant.Value switch
            {
                FeelNumber { Held: { } n } => comparison switch
                {
                    null or ComparisonOperator.Equal => new(Bound.Closed, n, Bound.Closed, n, false, constant.Steps),
                    ComparisonOperator.Different => new(Bound.Closed, n, Bound.Closed, n, true, constant.Steps),
                    ComparisonOperator.Less => new(Bound.None, 0, Bound.Open, n, false, constant.Steps),
                    ComparisonOperator.LessOrEqual => new(Bound.None, 0, Bound.Closed, n, false, constant.Steps),
                    ComparisonOperator.Greater => new(Bound.Open, n, Bound.None, 0, false, constant.Steps),
                    _ => new(Bound.Closed, n, Bound.None, 0, false, constant.Steps),
                },
                FeelRange { Start: FeelNumber { Held: { } from }, End: FeelNumber { Held: { } to } } range
                    when comparison is null => new(
                    range.StartIncluded ? Bound.Closed : Bound.Open,
                    from,
                    range.EndIncluded ? Bound.Closed : Bound.Open,
                    to,
                    false,
                    constant.Steps
                ),
                _ => null,
            };

        public bool Admits(in decimal number)
        {
            var inside =
                (Low == Bound.None || (Low == Bound.Open ? number > From : number >= From))
                && (High == Bound.None || (High == Bound.Open ? number < To : number <= To));
            return inside != Outside;
        }
    }

    private enum Bound
    {
        None,
        Open,
        Closed,
    }
}
