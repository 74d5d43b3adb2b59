using Genggam.Standards;
using Genggam.Standards.Dmn.Compiled;
using Genggam.Standards.Feel;

namespace Genggam.Benchmarks.Rules;

/// <summary>How long rules take: compiled, interpreted and by hand, and how they grow.</summary>
internal static class RuleTimes
{
    private static readonly FeelEnvironment Moment = new(DateTimeOffset.UnixEpoch);

    public static async Task Run()
    {
        Report.Title("Rules: nanoseconds, the best of many rounds, one thread");
        Table();
        Numbers();
        Growth();
        await ParseTimes.Run();
    }

    private static void Table()
    {
        var model = RuleTable.Model();
        var compiled = new CompiledModel(model);
        var facts = RuleTable.Facts(1024);
        var rows = facts.Select(f => f.Names.Select(n => ((FeelNumber)f[n]).Value).ToArray()).ToArray();
        for (var i = 0; i < facts.Length; i++)
            if (compiled.Decide("pick", facts[i], Moment) is var r && r.Value.ToString() != ByHand(rows[i]))
                throw new InvalidOperationException(
                    $"By hand {ByHand(rows[i])}, by the table {r.Value} {string.Join("; ", r.Warnings)} {FeelJson.ToJson(facts[i])}"
                );
        var times = Rounds.Best(
            facts.Length,
            i => ByHand(rows[i]),
            i => compiled.Decide("pick", facts[i], Moment),
            i => model.Explain("pick", facts[i], Moment)
        );
        var (byHand, quick, slow) = (times[0], times[1], times[2]);
        Report.Line("10 rules × 5 numbers, by hand", $"{byHand:N0} ns");
        Report.Line("the same compiled", $"{quick:N0} ns");
        Report.Line("the same interpreted, with its explanation", $"{slow:N0} ns");
        Report.Times("compiled against by hand", quick / byHand, "3 or less", t => t <= 3);
        Report.Times("interpreted against compiled", slow / quick, "more than 1", t => t > 1);
    }

    private static string ByHand(decimal[] row) => RuleTable.ByHand(row[0], row[1], row[2], row[3], row[4]);

    private static void Numbers()
    {
        var numbers = Enumerable.Range(0, 1024).Select(i => new FeelNumber(i * 1.25m - 300)).ToArray();
        var decimals = numbers.Select(n => n.Value).ToArray();
        var bare = Rounds.Best(1023, i => decimals[i].CompareTo(decimals[i + 1]));
        var ours = Rounds.Best(1023, i => numbers[i].CompareTo(numbers[i + 1]));
        Report.Times("comparison of FEEL numbers against decimals", ours / bare, "2 or less", t => t <= 2);
    }

    private static void Growth()
    {
        Func<int, object?> Rules(int count)
        {
            var compiled = new CompiledModel(RuleTable.Long(count));
            var facts = RuleTable.Facts(16);
            return i => compiled.Decide("pick", facts[i % 16], Moment);
        }
        Func<int, object?> Items(int count)
        {
            var list = new FeelList([.. Enumerable.Range(0, count).Select(i => (FeelValue)i)]);
            var filter = FeelExpression.Parse("l[item > 10]", new Place("l"), []).Value!;
            var scope = FeelContext.Of(("l", list));
            return _ => filter.Evaluate(scope, Moment);
        }
        var rules = Rounds.Best(4, Rules(100), Rules(1000));
        var items = Rounds.Best(1, Items(1000), Items(10_000));
        Report.Times("10 times the rules (100 to 1,000)", rules[1] / rules[0], "n log n: 15 or less", t => t <= 15);
        Report.Times(
            "10 times the items (1,000 to 10,000)",
            items[1] / items[0],
            "n log n: 13.4 or less",
            t => t <= 13.4
        );
    }
}
