using CsCheck;
using Genggam.Standards.Dmn;
using Genggam.Standards.Dmn.Compiled;
using Genggam.Standards.Feel;
using Genggam.Standards.Tests.Feel.Compiled;
using Genggam.Standards.Tests.Feel.Laws;

namespace Genggam.Standards.Tests.Dmn.Compiled;

/// <summary>A compiled model says what the interpreted one says: value, rules, warnings with their places, limits.</summary>
public sealed class CompiledModelTests
{
    private static readonly Gen<string> Entries = Gen.OneOf(
        Gen.OneOf("\"a\"", "\"b\"", "1", "2.5", "n", "n + m", "null", "[1]", "1/0", "s", "up"),
        Expressions.All
    );

    private static readonly Gen<string> Tables =
        from policy in Gen.OneOf("UNIQUE", "FIRST", "ANY", "PRIORITY", "RULE ORDER", "OUTPUT ORDER", "COLLECT")
        from aggregation in Gen.OneOf("", "", " aggregation=\"SUM\"", " aggregation=\"COUNT\"", " aggregation=\"MAX\"")
        from columns in Gen.Select(
            Gen.OneOf("n", "m", "s", "t", "up", "n + m", "z", "l"),
            Gen.OneOf("", "", "typeRef=\"number\"", "typeRef=\"string\""),
            Gen.OneOf("", "", "<inputValues><text>-3, 1, [2..9]</text></inputValues>")
        ).Array[1, 4]
        from outputs in Gen.Select(
            Gen.OneOf("", "typeRef=\"number\"", "typeRef=\"string\""),
            Gen.OneOf("", "<outputValues><text>\"b\", \"a\", 1, [2..3]</text></outputValues>"),
            Gen.OneOf("", "<defaultOutputEntry><text>\"a\"</text></defaultOutputEntry>")
        ).Array[1, 2]
        from rules in Gen.Select(
            Gen.OneOf(Gen.Const("-"), Gen.Const("-"), Expressions.Cells(Gen.OneOf("n", "m", "s", "\"a\""))).Array[4],
            Entries.Array[2]
        ).Array[0, 6]
        select Table(policy, policy == "COLLECT" ? aggregation : "", columns, outputs, rules);

    private static readonly Gen<string> Boxes = Gen.OneOf(
        Expressions.All.Select(e => Drawn.Literal(e)),
        Expressions.All.Select(e => Drawn.Literal(e, "number")),
        Gen.Select(
            Tables,
            Expressions.All,
            (t, e) =>
                $"<context><contextEntry><variable name=\"x\"/>{t}</contextEntry>"
                + $"<contextEntry>{Drawn.Literal(e)}</contextEntry></context>"
        ),
        Gen.Select(Tables, Expressions.All, (t, e) => $"<list>{t}{Drawn.Literal(e)}</list>"),
        Gen.Select(
            Expressions.All,
            Tables,
            (e, t) =>
                $"<conditional><if>{Drawn.Literal(e)}</if><then>{t}</then><else>{Drawn.Literal("up")}</else></conditional>"
        )
    );

    private static readonly Gen<FeelContext> Inputs = Gen.Select(
        Gen.OneOf(Values.SmallNumbers, Values.Simple),
        Values.SmallNumbers,
        Gen.OneOf(Gen.OneOf("a", "b").Select(s => (FeelValue)s), Values.Simple),
        Gen.Bool,
        Values.Any,
        (n, m, s, t, l) => FeelContext.Of(("n", n), ("m", m), ("s", s), ("t", t), ("l", l))
    );

    [Fact]
    public void A_table_decides_the_same_both_ways() => Agree(Tables, Gen.Const(5_000), Gen.Const(100));

    [Fact]
    public void A_table_comes_to_its_limits_at_the_same_place() => Agree(Tables, Gen.Int[1, 60], Gen.Int[2, 9]);

    [Fact]
    public void A_box_decides_the_same_both_ways() => Agree(Boxes, Gen.Const(5_000), Gen.Const(100));

    [Fact]
    public void A_box_comes_to_its_limits_at_the_same_place() => Agree(Boxes, Gen.Int[1, 80], Gen.Int[2, 12]);

    private static void Agree(Gen<string> logics, Gen<int> steps, Gen<int> depths) =>
        Gen.Select(logics, Gen.OneOf("n", "m + 1", "\"a\"", "low"), Inputs, steps, depths)
            .Sample(
                (logic, up, inputs, maxSteps, maxDepth) =>
                {
                    var reading = DmnReader.Read(Drawn.Definitions(Model(logic, up)), "generated.dmn");
                    if (reading.Value is not { } model)
                        return true;
                    var environment = new FeelEnvironment(DateTimeOffset.UnixEpoch, maxSteps, maxDepth);
                    var (one, other) = (
                        model.Interpret("low", inputs, environment),
                        new CompiledModel(model).Decide("low", inputs, environment)
                    );
                    return Said.Decided(one) == Said.Decided(other);
                },
                iter: 500
            );

    /// <summary>A decision over inputs, a decision above it (which may need it in turn), and knowledge.</summary>
    private static string Model(string logic, string up) =>
        string.Concat(((string[])["n", "m", "s", "t", "l"]).Select(n => Drawn.Input(n, n == "m" ? "number" : "Any")))
        + "<businessKnowledgeModel id=\"c\" name=\"c\"><encapsulatedLogic><formalParameter name=\"q\" typeRef=\"number\"/>"
        + Drawn.Literal("q + 1")
        + "</encapsulatedLogic></businessKnowledgeModel>"
        + $"<decision id=\"up\" name=\"up\"><variable name=\"up\"/>{Needs("n", "m")}{(up == "low" ? Need("Decision", "low") : "")}{Drawn.Literal(up)}</decision>"
        + $"<decision id=\"low\" name=\"low\"><variable name=\"low\"/>{Needs("n", "m", "s", "t", "l")}{Need("Decision", "up")}"
        + "<knowledgeRequirement><requiredKnowledge href=\"#c\"/></knowledgeRequirement>"
        + $"{logic}</decision>";

    private static string Needs(params string[] inputs) => string.Concat(inputs.Select(i => Need("Input", i)));

    private static string Need(string kind, string id) =>
        $"<informationRequirement><required{kind} href=\"#{id}\"/></informationRequirement>";

    private static string Table(
        string policy,
        string aggregation,
        (string Text, string Type, string Values)[] columns,
        (string Type, string Values, string Default)[] outputs,
        (string[] Tests, string[] Entries)[] rules
    ) =>
        $"<decisionTable hitPolicy=\"{policy}\"{aggregation}>"
        + string.Concat(
            columns.Select(c =>
                $"<input><inputExpression {c.Type}><text>{c.Text}</text></inputExpression>{c.Values}</input>"
            )
        )
        + string.Concat(outputs.Select((o, i) => $"<output name=\"o{i}\" {o.Type}>{o.Values}{o.Default}</output>"))
        + string.Concat(
            rules.Select(r =>
                "<rule>"
                + string.Concat(r.Tests.Take(columns.Length).Select(t => Text("inputEntry", t)))
                + string.Concat(r.Entries.Take(outputs.Length).Select(e => Text("outputEntry", e)))
                + "</rule>"
            )
        )
        + "</decisionTable>";

    private static string Text(string element, string feel) =>
        $"<{element}><text>{Drawn.Escaped(feel)}</text></{element}>";
}
