using CsCheck;
using Genggam.Standards.Dmn;
using Genggam.Standards.Dmn.Checking;
using Genggam.Standards.Feel;

namespace Genggam.Standards.Tests.Dmn.Checking;

/// <summary>What the check says of small tables is what evaluating them with every input says.</summary>
public sealed class TableCheckLawTests
{
    private sealed record Kind(string Column, Gen<string> Cells, FeelValue[] Values);

    private static readonly FeelEnvironment Quiet = new(DateTimeOffset.UnixEpoch);

    private static readonly Kind[] Kinds =
    [
        Ordered("n", "number", i => $"{i}", [.. Enumerable.Range(-2, 13).Select(i => (FeelValue)(i / 2m))]),
        Ordered(
            "t",
            "date",
            i => $"@\"2026-03-0{i + 1}\"",
            [.. Enumerable.Range(0, 8).Select(i => FeelDate.Of(new DateOnly(2026, 2, 28).AddDays(i)))]
        ),
        new(
            "s:string",
            Gen.OneOf("-", "\"a\"", "\"b\"", "\"a\", \"c\"", "not(\"a\")", "not(\"b\", \"c\")"),
            ["a", "b", "c", "other"]
        ),
        new("b:boolean", Gen.OneOf("-", "true", "false", "not(true)", "true, false"), [true, false]),
    ];

    private static readonly Gen<(Kind[] Columns, string[][] Rules)> Tables =
        from columns in Gen.Shuffle(Kinds, 2)
        from rules in Gen.Select(columns[0].Cells, columns[1].Cells, (a, b) => new[] { a, b }).Array[1, 5]
        select (columns, rules);

    [Fact]
    public void Overlaps_are_those_that_evaluation_shows()
    {
        Tables.Sample(
            drawn =>
            {
                var (model, check) = Read(drawn.Columns, drawn.Rules);
                var told = check.Overlaps().ToList();
                foreach (var overlap in told)
                {
                    var holding = Holding(model, drawn.Columns, overlap.Inputs);
                    Assert.Contains(overlap.First + 1, holding);
                    Assert.Contains(overlap.Second + 1, holding);
                }
                var seen = Inputs(drawn.Columns, [FeelValue.Null])
                    .SelectMany(inputs => Pairs(Holding(model, drawn.Columns, inputs)))
                    .ToHashSet();
                Assert.Equal(seen.Order(), told.Select(o => (o.First + 1, o.Second + 1)).Order());
            },
            iter: 400
        );
    }

    [Fact]
    public void A_gap_is_told_where_evaluation_shows_one()
    {
        Tables.Sample(
            drawn =>
            {
                var (model, check) = Read(drawn.Columns, drawn.Rules);
                if (check.Gap() is { } gap)
                    Assert.Empty(Holding(model, drawn.Columns, gap));
                else
                    Assert.All(
                        Inputs(drawn.Columns, []),
                        inputs => Assert.NotEmpty(Holding(model, drawn.Columns, inputs))
                    );
            },
            iter: 400
        );
    }

    private static Kind Ordered(string name, string type, Func<int, string> write, FeelValue[] values)
    {
        var end = Gen.Int[0, 4].Select(write);
        var one = Gen.OneOf(
            Gen.Const("-"),
            end,
            Gen.Select(Gen.OneOf("<", "<=", ">", ">=", "!="), end, (op, to) => $"{op} {to}"),
            Gen.Select(
                Gen.OneOf("[", "("),
                Gen.Int[0, 2],
                Gen.Int[0, 2],
                Gen.OneOf("]", ")"),
                (open, low, length, close) => $"{open}{write(low)}..{write(low + length)}{close}"
            )
        );
        return new(
            $"{name}:{type}",
            Gen.OneOf(
                one,
                one.Where(c => c != "-").Select(c => $"not({c})"),
                Gen.Select(end, end, (a, b) => $"{a}, {b}")
            ),
            values
        );
    }

    private static (DmnModel Model, TableCheck Check) Read(Kind[] columns, string[][] rules)
    {
        var reading = Drawn.Read(
            Ruled.Table(
                "RULE ORDER",
                string.Join(", ", columns.Select(c => c.Column)),
                [.. rules.Select((cells, i) => cells.Append($"{i + 1}").ToArray())]
            )
        );
        Assert.Empty(reading.Problems);
        return (reading.Value!, TableCheck.Of((DecisionTable)reading.Value!.Decisions[0].Logic!)!);
    }

    /// <summary>The rules, from 1, that hold when the table is evaluated.</summary>
    private static List<int> Holding(DmnModel model, Kind[] columns, IReadOnlyList<FeelValue> inputs)
    {
        var facts = FeelContext.Of(columns.Zip(inputs, (c, value) => (c.Column[..1], value)));
        return [.. ((FeelList)model.Decide("d", facts, Quiet).Value).Items.Select(i => (int)((FeelNumber)i).Value)];
    }

    private static IEnumerable<FeelValue[]> Inputs(Kind[] columns, FeelValue[] also) =>
        from a in columns[0].Values.Concat(also)
        from b in columns[1].Values.Concat(also)
        select new[] { a, b };

    private static IEnumerable<(int, int)> Pairs(List<int> rules) =>
        rules.SelectMany(second => rules.Where(first => first < second).Select(first => (first, second)));
}
