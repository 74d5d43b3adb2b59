using System.Collections.Immutable;
using Genggam.Engine.Comparison;

namespace Genggam.Engine.Tests.Comparison;

public sealed class SuppressionTests
{
    private const int Smallest = 5;

    [Fact]
    public void A_table_without_small_cells_is_shown_whole()
    {
        var (rows, cells) = Suppression.Hide(
            [
                [5, 0, 9],
                [7, 6, 0],
            ],
            Smallest
        );
        Assert.DoesNotContain(true, rows);
        Assert.DoesNotContain(true, cells.SelectMany(r => r));
    }

    [Fact]
    public void A_small_group_is_hidden_with_another_since_it_would_follow_from_the_whole()
    {
        var (rows, _) = Suppression.Hide(
            [
                [100],
                [3],
                [40],
                [60],
            ],
            Smallest
        );
        Assert.Equal([false, true, true, false], rows);
    }

    [Fact]
    public void Small_groups_that_together_are_small_too_take_another_with_them()
    {
        var (rows, _) = Suppression.Hide(
            [
                [100],
                [2],
                [1],
                [60],
            ],
            Smallest
        );
        Assert.Equal([false, true, true, true], rows);
    }

    [Fact]
    public void One_group_is_the_whole_and_hides_nothing() =>
        Assert.DoesNotContain(
            true,
            Suppression
                .Hide(
                    [
                        [1, 2],
                    ],
                    Smallest
                )
                .Cells[0]
        );

    [Fact]
    public void No_hidden_number_of_a_thousand_tables_follows_from_what_is_shown()
    {
        var chance = new Random(20261130);
        for (var table = 0; table < 1000; table++)
        {
            long[][] cells =
            [
                .. Enumerable
                    .Range(0, chance.Next(2, 9))
                    .Select(_ =>
                        Enumerable.Range(0, 8).Select(_ => chance.Next(4) == 0 ? chance.Next(0, 60) : chance.Next(0, 3))
                    )
                    .Select(row => row.Select(n => (long)n).ToArray()),
            ];
            var (rows, hidden) = Suppression.Hide(cells, Smallest);
            for (var r = 0; r < cells.Length; r++)
            for (var c = 0; c < 8; c++)
            {
                if (cells[r][c] > 0 && cells[r][c] < Smallest)
                    Assert.True(hidden[r][c], $"table {table}: {r},{c} is small and shown");
                if (hidden[r][c])
                    Assert.False(Follows(rows, hidden, r, c), $"table {table}: {r},{c} follows from the sums");
            }
        }
    }

    [Fact]
    public void What_stands_beside_is_hidden_for_two_groups_or_none()
    {
        ImmutableArray<long>[] rows =
        [
            [9, 9],
            [3, 9],
            [50, 50],
            [8, 8],
        ];
        Assert.Equal([false, true, false, true], Suppression.HideWhole(rows, new bool[4], Smallest));
        Assert.Equal([true, true, false, false], Suppression.HideWhole(rows, [true, false, false, false], Smallest));
        Assert.Equal(
            new bool[2],
            Suppression.HideWhole(
                [
                    [9, 9],
                    [6, 0],
                ],
                new bool[2],
                Smallest
            )
        );
    }

    /// <summary>Whether a hidden cell is a combination of the sums: sums of shown rows, and of all columns.</summary>
    private static bool Follows(bool[] rows, bool[][] hidden, int row, int column)
    {
        var places = new List<(int R, int C)>();
        for (var r = 0; r < hidden.Length; r++)
        for (var c = 0; c < hidden[r].Length; c++)
            if (hidden[r][c])
                places.Add((r, c));
        var sums = new List<double[]>();
        for (var r = 0; r < hidden.Length; r++)
            if (!rows[r])
                sums.Add([.. places.Select(p => p.R == r ? 1.0 : 0.0)]);
        for (var c = 0; c < hidden[0].Length; c++)
            sums.Add([.. places.Select(p => p.C == c ? 1.0 : 0.0)]);
        var rank = Rank(sums);
        sums.Add([.. places.Select(p => p == (row, column) ? 1.0 : 0.0)]);
        return Rank(sums) == rank;
    }

    private static int Rank(List<double[]> given)
    {
        var rows = given.Select(r => r.ToArray()).ToList();
        var rank = 0;
        for (var c = 0; c < rows[0].Length && rank < rows.Count; c++)
        {
            var pivot = rows.FindIndex(rank, r => Math.Abs(r[c]) > 1e-9);
            if (pivot < 0)
                continue;
            (rows[rank], rows[pivot]) = (rows[pivot], rows[rank]);
            for (var r = rank + 1; r < rows.Count; r++)
            {
                var times = rows[r][c] / rows[rank][c];
                for (var k = c; k < rows[r].Length; k++)
                    rows[r][k] -= times * rows[rank][k];
            }
            rank++;
        }
        return rank;
    }
}
