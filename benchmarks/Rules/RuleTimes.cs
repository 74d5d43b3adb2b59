using System.Diagnostics;
using System.Globalization;
using Genggam.Standards;
using Genggam.Standards.Dmn.Compiled;
using Genggam.Standards.Feel;

namespace Genggam.Benchmarks.Rules;

/// <summary>How long rules take: compiled, interpreted, by hand, and parsed at each call beside feelin on Node.js.</summary>
internal static class RuleTimes
{
    /// <summary>Expressions that both FEEL engines read, with the names n = 7, s = "Jakarta" and l = a list of 20 numbers.</summary>
    private static readonly string[] Expressions =
    [
        "n + 2 * 3 - 1 / 4",
        "if n > 5 and s = \"Jakarta\" then \"a\" else \"b\"",
        "sum(for i in l return i * 2)",
        "count(l[item > 10])",
        "some x in l satisfies x > 18",
        "{ a: n, b: a + 1 }.b",
        "upper case(s) + string(n)",
    ];

    private static readonly FeelEnvironment Moment = new(DateTimeOffset.UnixEpoch);

    public static async Task Run()
    {
        Report.Title("Rules: nanoseconds, the best of many rounds, one thread");
        Table();
        Numbers();
        Growth();
        await Parsed();
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
        var byHand = Best(facts.Length, i => ByHand(rows[i]));
        var quick = Best(facts.Length, i => compiled.Decide("pick", facts[i], Moment));
        var slow = Best(facts.Length, i => model.Decide("pick", facts[i], Moment));
        Report.Line("10 rules × 5 numbers, by hand", $"{byHand:N0} ns");
        Report.Line("the same compiled", $"{quick:N0} ns");
        Report.Line("the same interpreted", $"{slow:N0} ns");
        Report.Times("compiled against by hand", quick / byHand, "3 or less", t => t <= 3);
        Report.Times("interpreted against compiled", slow / quick, "more than 1", t => t > 1);
    }

    private static string ByHand(decimal[] row) => RuleTable.ByHand(row[0], row[1], row[2], row[3], row[4]);

    private static void Numbers()
    {
        var numbers = Enumerable.Range(0, 1024).Select(i => new FeelNumber(i * 1.25m - 300)).ToArray();
        var decimals = numbers.Select(n => n.Value).ToArray();
        var bare = Best(1023, i => decimals[i].CompareTo(decimals[i + 1]));
        var ours = Best(1023, i => numbers[i].CompareTo(numbers[i + 1]));
        Report.Times("comparison of FEEL numbers against decimals", ours / bare, "2 or less", t => t <= 2);
    }

    private static void Growth()
    {
        double Rules(int count)
        {
            var compiled = new CompiledModel(RuleTable.Long(count));
            var facts = RuleTable.Facts(16);
            return Best(16, i => compiled.Decide("pick", facts[i], Moment));
        }
        double Items(int count)
        {
            var list = new FeelList([.. Enumerable.Range(0, count).Select(i => (FeelValue)i)]);
            var filter = FeelExpression.Parse("l[item > 10]", new Place("l"), []).Value!;
            var scope = FeelContext.Of(("l", list));
            return Best(4, _ => filter.Evaluate(scope, Moment));
        }
        Report.Times(
            "10 times the rules (100 to 1,000)",
            Rules(1000) / Rules(100),
            "n log n: 15 or less",
            t => t <= 15
        );
        Report.Times(
            "10 times the items (1,000 to 10,000)",
            Items(10_000) / Items(1000),
            "n log n: 13.4 or less",
            t => t <= 13.4
        );
    }

    private static async Task Parsed()
    {
        var scope = FeelContext.Of(
            ("n", 7),
            ("s", "Jakarta"),
            ("l", new FeelList([.. Enumerable.Range(1, 20).Select(i => (FeelValue)i)]))
        );
        var ours = Expressions
            .Select(text =>
                Best(64, _ => FeelExpression.Parse(text, new Place("x"), scope.Names).Value!.Evaluate(scope, Moment))
            )
            .ToArray();
        var theirs = await Feelin();
        for (var i = 0; i < Expressions.Length; i++)
            Report.Line($"parse and evaluate {Expressions[i]}", $"{ours[i]:N0} ns, feelin {theirs[i]:N0} ns");
        Report.Times(
            "feelin 8 on Node.js against Genggam, in all",
            theirs.Sum() / ours.Sum(),
            "more than 1",
            t => t > 1
        );
    }

    private static async Task<double[]> Feelin()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "Rules", "feelin");
        await Node("npm", ["ci", "--silent", "--no-audit", "--no-fund"], folder);
        var lines = await Node("node", ["run.mjs", .. Expressions], folder);
        return
        [
            .. lines
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(l => double.Parse(l, CultureInfo.InvariantCulture)),
        ];
    }

    private static async Task<string> Node(string program, string[] arguments, string folder)
    {
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true }
        )!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? said : throw new InvalidOperationException($"{program} failed.");
    }

    /// <summary>Nanoseconds of one call in the best of forty rounds.</summary>
    private static double Best<T>(int count, Func<int, T> call)
    {
        var best = double.MaxValue;
        for (var round = 0; round < 40; round++)
        {
            var (calls, start) = (0, Stopwatch.GetTimestamp());
            do
            {
                for (var i = 0; i < count; i++)
                    GC.KeepAlive(call(i));
                calls += count;
            } while (Stopwatch.GetElapsedTime(start).TotalMilliseconds < 5);
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalNanoseconds / calls);
        }
        return best;
    }
}
