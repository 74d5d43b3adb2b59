using System.Collections.Immutable;
using System.Numerics;
using Genggam.Standards.Feel;

namespace Genggam.Standards.Dmn.Checking;

/// <summary>Two rules, from 0, that both hold for the same inputs.</summary>
internal sealed record Overlap(int First, int Second, ImmutableArray<FeelValue> Inputs);

/// <summary>
/// What rules of a table hold together, and where none does, told of the input columns alone. A rule with a cell that reads
/// data or computes is never said to overlap; where it could hold, there is no gap. Inputs that read the same data hang
/// together: nothing is said of their table.
/// </summary>
internal sealed class TableCheck
{
    private const int MostRules = 1000;
    private const int MostSteps = 20_000;
    private const int MostTries = 400_000;

    private readonly DecisionTable table;
    private readonly ImmutableArray<InputColumn> columns;

    private TableCheck(DecisionTable table, ImmutableArray<InputColumn> columns) =>
        (this.table, this.columns) = (table, columns);

    /// <summary>Null where nothing can be told of the table.</summary>
    public static TableCheck? Of(DecisionTable table)
    {
        if (table.Rules.Length is 0 or > MostRules)
            return null;
        var columns = table.Inputs.Select((_, i) => InputColumn.Of(table, i)).OfType<InputColumn>().ToImmutableArray();
        return columns.Length == table.Inputs.Length && AreApart(columns) ? new TableCheck(table, columns) : null;
    }

    public IEnumerable<Overlap> Overlaps()
    {
        for (var second = 1; second < table.Rules.Length; second++)
        for (var first = 0; first < second; first++)
            if (Shared(first, second) is { } inputs)
                yield return new Overlap(first, second, inputs);
    }

    /// <summary>Inputs for which no rule holds; null where there are none, or where looking for them takes too long.</summary>
    public ImmutableArray<FeelValue>? Gap()
    {
        var seen = new HashSet<(int, BigInteger)>();
        var inputs = new FeelValue[columns.Length];
        var holding = columns.Select(c => new BigInteger?[c.Values.Length]).ToArray();
        var tried = 0;
        var found = Search(0, (BigInteger.One << table.Rules.Length) - 1);
        return found ? [.. inputs] : null;

        bool Search(int at, BigInteger rules)
        {
            if (at == columns.Length)
                return rules.IsZero;
            if (seen.Count > MostSteps || !seen.Add((at, rules)))
                return false;
            foreach (var value in Asked(columns[at]))
            {
                if (++tried > MostTries)
                    return false;
                inputs[at] = columns[at].Values[value];
                if (Search(at + 1, rules & (holding[at][value] ??= HoldFor(at, value))))
                    return true;
            }
            return false;
        }
    }

    /// <summary>The inputs as a person reads them; those that no rule asks for are left out.</summary>
    public string Said(ImmutableArray<FeelValue> inputs)
    {
        var said = columns
            .Zip(inputs)
            .Where(pair => !pair.First.IsFree)
            .Select(pair =>
                $"{pair.First.Input.Expression!.Source.Trim()} = {Feel.Functions.Text.Of(pair.Second, quoted: true)}"
            );
        return string.Join(", ", said) is { Length: > 0 } text
            ? $"for example where {text}"
            : "whatever the inputs are";
    }

    private ImmutableArray<FeelValue>? Shared(int first, int second)
    {
        var inputs = ImmutableArray.CreateBuilder<FeelValue>(columns.Length);
        foreach (var column in columns)
        {
            if (column.Holding(first) is not { } one || column.Holding(second) is not { } other || (one & other).IsZero)
                return null;
            inputs.Add(column.Values[(int)BigInteger.TrailingZeroCount(one & other)]);
        }
        return inputs.ToImmutable();
    }

    /// <summary>A table need not answer to null, unless null is all that is known of an input.</summary>
    private static IEnumerable<int> Asked(InputColumn column) =>
        Enumerable.Range(0, column.Values.Length).Where(i => !column.Values[i].IsNull || column.Values.Length == 1);

    private BigInteger HoldFor(int column, int value)
    {
        var rules = BigInteger.Zero;
        for (var rule = 0; rule < table.Rules.Length; rule++)
            if (columns[column].MayHold(rule, value))
                rules |= BigInteger.One << rule;
        return rules;
    }

    private static bool AreApart(ImmutableArray<InputColumn> columns)
    {
        var reads = columns.Select(c => c.Reads.Distinct(StringComparer.Ordinal).ToList()).ToList();
        for (var i = 0; i < reads.Count; i++)
        for (var j = 0; j < i; j++)
            if (reads[i].Any(a => reads[j].Any(b => Within(a, b) || Within(b, a))))
                return false;
        return true;
    }

    private static bool Within(string path, string other) =>
        path == other || path.StartsWith(other + ".", StringComparison.Ordinal);
}
