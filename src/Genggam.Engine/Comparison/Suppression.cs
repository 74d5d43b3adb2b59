using System.Collections.Immutable;

namespace Genggam.Engine.Comparison;

/// <summary>
/// Hides small cells of a table whose row and column sums are known, and as many others that none of the hidden ones follows
/// from the sums: each hidden cell is a corner of a rectangle of hidden cells (the hypercube method), so that at least one
/// other table with the same sums has another number in its place.
/// </summary>
internal static class Suppression
{
    /// <param name="cells">By row and column; none below zero.</param>
    /// <param name="smallest">The least number that may be seen; nought may.</param>
    /// <returns>Which rows are hidden whole, their sums too, and which cells of the others.</returns>
    public static (bool[] Rows, bool[][] Cells) Hide(long[][] cells, int smallest)
    {
        var rows = HideRows([.. cells.Select(row => row.Sum())], smallest);
        var hidden = cells.Select((row, r) => row.Select(_ => rows[r]).ToArray()).ToArray();
        // One group is the whole, whose numbers are told as such.
        if (cells.Length < 2)
            return (rows, hidden);
        for (var r = 0; r < cells.Length; r++)
        for (var c = 0; c < cells[r].Length; c++)
            if (!rows[r] && cells[r][c] > 0 && cells[r][c] < smallest)
                HideCorners(cells, hidden, r, c);
        return (rows, hidden);
    }

    /// <summary>Rows below the limit, and the next smallest until there are two and their sum is not small either.</summary>
    public static bool[] HideRows(long[] sums, int smallest)
    {
        var hidden = sums.Select(s => s > 0 && s < smallest).ToArray();
        if (sums.Length < 2)
            return new bool[sums.Length];
        while (hidden.Any(h => h) && (hidden.Count(h => h) < 2 || Sum() < smallest) && hidden.Any(h => !h))
            hidden[
                Enumerable
                    .Range(0, sums.Length)
                    .Where(r => !hidden[r])
                    .MinBy(r => sums[r] == 0 ? long.MaxValue : sums[r])
            ] = true;
        return hidden;

        long Sum() => sums.Where((_, r) => hidden[r]).Sum();
    }

    private static void HideCorners(long[][] cells, bool[][] hidden, int row, int column)
    {
        var best = (
            from r in Enumerable.Range(0, cells.Length)
            where r != row
            from c in Enumerable.Range(0, cells[row].Length)
            where c != column
            orderby Cost(row, c) + Cost(r, column) + Cost(r, c), r, c
            select (r, c)
        ).First();
        hidden[row][column] = hidden[row][best.c] = hidden[best.r][column] = hidden[best.r][best.c] = true;

        // A nought that is hidden protects little: it is the last to be taken.
        long Cost(int r, int c) =>
            hidden[r][c] ? 0
            : cells[r][c] == 0 ? int.MaxValue
            : cells[r][c];
    }

    /// <summary>Rows of which anything small is told, and others so that no sum over the hidden ones is small.</summary>
    /// <param name="rows">What is told of each row.</param>
    /// <param name="hidden">Rows that must be hidden in any case.</param>
    public static bool[] HideWhole(ImmutableArray<long>[] rows, bool[] hidden, int smallest)
    {
        var all = rows.Select((row, r) => hidden[r] || row.Any(n => n > 0 && n < smallest)).ToArray();
        if (rows.Length < 2)
            return new bool[rows.Length];
        while (all.Any(h => h) && all.Any(h => !h) && (all.Count(h => h) < 2 || AnySmallSum()))
            all[Enumerable.Range(0, rows.Length).Where(r => !all[r]).MinBy(r => rows[r].Sum())] = true;
        return all;

        bool AnySmallSum() =>
            Enumerable
                .Range(0, rows[0].Length)
                .Select(c => rows.Where((_, r) => all[r]).Sum(row => row[c]))
                .Any(sum => sum > 0 && sum < smallest);
    }
}
