using System.Diagnostics;
using System.Text.Json;
using Genggam.Standards;
using Genggam.Standards.Feel;

namespace Genggam.Benchmarks.Rules;

/// <summary>FEEL that is parsed at every call, beside feelin on Node.js, which is asked for the very same.</summary>
internal static class ParseTimes
{
    /// <summary>With the names n = 7, s = "Jakarta" and l = a list of 20 numbers.</summary>
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
    private static readonly Place Nowhere = new("x");

    public static async Task Run()
    {
        var scope = FeelContext.Of(
            ("n", 7),
            ("s", "Jakarta"),
            ("l", new FeelList([.. Enumerable.Range(1, 20).Select(i => (FeelValue)i)]))
        );
        var ours = Expressions.Select(text => Rounds.Best(64, _ => Evaluated(text, scope))).ToArray();
        var facts = RuleTable.Facts(16);
        var table = Rounds.Best(16, i => Table(facts[i]));
        var feelin = await Feelin(facts);
        var theirs = feelin.Expressions;
        for (var i = 0; i < Expressions.Length; i++)
            Report.Line($"parse and evaluate {Expressions[i]}", $"{ours[i]:N0} ns, feelin {theirs[i]:N0} ns");
        Report.Times("feelin 8 against Genggam, expressions", theirs.Sum() / ours.Sum(), "20 or more", t => t >= 20);
        Report.Line("parse and evaluate a table of 10 rules × 5 inputs", $"{table:N0} ns, feelin {feelin.Table:N0} ns");
        var met = facts.Sum(f => Table(f));
        if (met != feelin.Met)
            throw new InvalidOperationException($"Of the cells {met} are met, feelin says {feelin.Met}.");
        Report.Times("feelin 8 against Genggam, that table", feelin.Table / table, "20 or more", t => t >= 20);
    }

    private static FeelValue Evaluated(string text, FeelContext scope) =>
        FeelExpression.Parse(text, Nowhere, scope.Names).Value!.Evaluate(scope, Moment).Value;

    /// <summary>Input expressions once, every cell and every output, each read anew; how many cells are met.</summary>
    private static int Table(FeelContext facts)
    {
        var inputs = new FeelContext[RuleTable.Inputs.Length];
        for (var i = 0; i < inputs.Length; i++)
            inputs[i] = facts.With("?", Evaluated(RuleTable.Inputs[i], facts));
        var met = 0;
        for (var r = 0; r < RuleTable.Cells.Length; r++)
        {
            for (var i = 0; i < inputs.Length; i++)
                if (
                    FeelExpression
                        .ParseUnaryTests(RuleTable.Cells[r][i], Nowhere, inputs[i].Names)
                        .Value!.Evaluate(inputs[i], Moment)
                        .Value
                    is FeelBoolean { Value: true }
                )
                    met++;
            GC.KeepAlive(Evaluated(RuleTable.Outputs[r], facts));
        }
        return met;
    }

    private static async Task<Answer> Feelin(FeelContext[] facts)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "Rules", "feelin");
        await NodeProgram.Run("npm", ["ci", "--silent", "--no-audit", "--no-fund"], folder);
        var asked = JsonSerializer.Serialize(
            new
            {
                expressions = Expressions,
                inputs = RuleTable.Inputs,
                cells = RuleTable.Cells,
                outputs = RuleTable.Outputs,
                facts = facts.Select(f => f.Names.ToDictionary(n => n, n => ((FeelNumber)f[n]).Value)),
            }
        );
        return JsonSerializer.Deserialize<Answer>(
            await NodeProgram.Run("node", ["run.mjs", asked], folder),
            JsonSerializerOptions.Web
        )!;
    }

    /// <summary>Nanoseconds, and how many cells were met.</summary>
    private sealed record Answer(double[] Expressions, double Table, int Met);
}
