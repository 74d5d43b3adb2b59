using CsCheck;
using Genggam.Standards.Dmn.Compiled;
using Genggam.Standards.Feel;
using Genggam.Standards.Tests.Feel.Compiled;
using Genggam.Standards.Tests.Feel.Laws;

namespace Genggam.Standards.Tests.Dmn.Compiled;

/// <summary>Tables of constants, which are decided in one go, say the same as cell by cell: at every limit and near it.</summary>
public sealed class ConstantTableTests
{
    private static readonly string[] Names = ["n", "m", "s"];

    private static readonly Gen<string> Small = Gen.OneOf("0", "1", "2.5", "-3", "7.0");

    private static readonly Gen<string> Wide = Gen.OneOf(
        Small,
        Gen.OneOf("123456789012345678", "1e17", "-1e18", "1e20", "9e27", "1e-18", "1e-25", "1e33", "1e-40")
    );

    [Fact]
    public void Constants_decide_the_same_in_one_go() => Agree(Small, Gen.Const(5_000), Gen.Const(100));

    [Fact]
    public void Numbers_of_any_size_decide_the_same() => Agree(Wide, Gen.Const(5_000), Gen.Const(100));

    [Fact]
    public void They_come_to_their_limits_at_the_same_place() => Agree(Small, Gen.Int[1, 30], Gen.Int[2, 6]);

    private static Gen<string> Cells(Gen<string> number) =>
        Gen.Frequency(
            (6, Gen.Const("-")),
            (6, Gen.Select(Gen.OneOf("", "= ", "!= ", "< ", "<= ", "> ", ">= "), number, (o, n) => o + n)),
            (
                4,
                Gen.Select(Gen.OneOf("[", "("), number, number, Gen.OneOf("]", ")"), (a, x, y, b) => $"{a}{x}..{y}{b}")
            ),
            (1, Gen.Select(Gen.OneOf("< ", ">= ", ""), number, number, (o, x, y) => $"{o}{x}, {y}")),
            (1, Gen.Select(Gen.OneOf("> ", ""), number, (o, n) => $"not({o}{n})")),
            (1, Gen.OneOf("\"a\"", "\"a\", \"b\"", "not(\"a\")"))
        );

    /// <summary>Mostly a number of a cell, or one close by.</summary>
    private static Gen<FeelValue> Inputs(Gen<string> number) =>
        Gen.Frequency(
            (
                20,
                Gen.Select(
                    number.Select(n => FeelNumber.Read(n)!),
                    Gen.OneOf(0m, 0m, 0m, 0.1m, -0.1m, 1e-28m).Select(d => new FeelNumber(d)),
                    (near, more) => (FeelValue)(near.Plus(more) ?? near)
                )
            ),
            (2, Gen.OneOf("a", "b", "c").Select(s => (FeelValue)s)),
            (1, Values.Simple)
        );

    private static void Agree(Gen<string> number, Gen<int> steps, Gen<int> depths) =>
        Gen.Select(
                Gen.OneOf("FIRST", "UNIQUE"),
                Gen.OneOf("", "typeRef=\"number\"").Array[3],
                Gen.Select(Cells(number).Array[3], Gen.OneOf("1", "\"x\"", "n", "null")).Array[0, 5],
                Inputs(number).Array[3],
                steps,
                depths
            )
            .Sample(
                (policy, types, rules, inputs, maxSteps, maxDepth) =>
                {
                    var model = Drawn
                        .Read(
                            string.Concat(Names.Select(n => Drawn.Input(n)))
                                + $"<decision id=\"d\" name=\"d\"><variable name=\"d\"/>{Needs}{Table(policy, types, rules)}</decision>"
                        )
                        .Value!;
                    var facts = FeelContext.Of(Names.Zip(inputs));
                    var environment = new FeelEnvironment(DateTimeOffset.UnixEpoch, maxSteps, maxDepth);
                    return Said.Decided(model.Interpret("d", facts, environment))
                        == Said.Decided(new CompiledModel(model).Decide("d", facts, environment));
                },
                iter: 5_000
            );

    private static string Needs =>
        string.Concat(
            Names.Select(n => $"<informationRequirement><requiredInput href=\"#{n}\"/></informationRequirement>")
        );

    private static string Table(string policy, string[] types, (string[] Tests, string Entry)[] rules) =>
        $"<decisionTable hitPolicy=\"{policy}\">"
        + string.Concat(
            Names.Zip(types, (n, t) => $"<input><inputExpression {t}><text>{n}</text></inputExpression></input>")
        )
        + "<output name=\"o\"/>"
        + string.Concat(
            rules.Select(r =>
                $"<rule>{string.Concat(r.Tests.Select(t => $"<inputEntry><text>{Drawn.Escaped(t)}</text></inputEntry>"))}"
                + $"<outputEntry><text>{r.Entry}</text></outputEntry></rule>"
            )
        )
        + "</decisionTable>";
}
