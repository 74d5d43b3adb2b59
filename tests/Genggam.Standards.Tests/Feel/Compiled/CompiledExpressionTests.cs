using CsCheck;
using Genggam.Standards.Feel;
using Genggam.Standards.Feel.Compiled;
using Genggam.Standards.Tests.Feel.Laws;

namespace Genggam.Standards.Tests.Feel.Compiled;

/// <summary>The compiled form says what the interpreter says: value, warnings with their places, limits.</summary>
public sealed class CompiledExpressionTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 9, 30, 0, TimeSpan.FromHours(7));

    private static readonly Gen<FeelContext> Scopes = Gen.Select(
        Gen.OneOf(Values.SmallNumbers, Values.Numbers),
        Values.SmallNumbers,
        Gen.OneOf("a", "b", "").Select(s => (FeelValue)s),
        Gen.Bool,
        Gen.OneOf(Values.SmallNumbers.Array[0, 4], Values.Any.Array[0, 3], Contexts.Array[0, 3]),
        Values.Any,
        (n, m, s, t, l, b) =>
            FeelContext.Of(
                ("n", n),
                ("m", m),
                ("s", s),
                ("t", t),
                ("l", new FeelList([.. l])),
                ("c", FeelContext.Of(("a", m), ("b", b))),
                ("z", FeelValue.Null)
            )
    );

    private static Gen<FeelValue> Contexts =>
        Values.SmallNumbers.Select(Values.Simple, (a, i) => (FeelValue)FeelContext.Of(("a", a), ("item", i), ("x", a)));

    [Fact]
    public void An_expression_gives_the_same_both_ways() => Agree(Gen.Const(5_000), Gen.Const(100));

    [Fact]
    public void It_comes_to_its_limits_at_the_same_place() => Agree(Gen.Int[1, 60], Gen.Int[1, 12]);

    [Fact]
    public void A_cell_gives_the_same_both_ways() =>
        Gen.Select(Expressions.Cells(Expressions.All), Gen.Bool, Values.Simple, Scopes, Gen.Int[1, 30])
            .Sample(
                (cell, negated, input, scope, steps) =>
                {
                    var text = negated ? $"not({cell})" : cell;
                    var read = FeelExpression.ParseUnaryTests(text, Place, scope.Names);
                    if (read.Value is not { } expression)
                        return true;
                    var with = scope.With("?", input);
                    return Same(expression, with, new(Now)) && Same(expression, with, new(Now, steps, 6));
                },
                iter: 3_000
            );

    private static void Agree(Gen<int> steps, Gen<int> depths) =>
        Gen.Select(Expressions.All, Scopes, steps, depths)
            .Sample(
                (text, scope, maxSteps, maxDepth) =>
                    FeelExpression.Parse(text, Place, scope.Names).Value is not { } expression
                    || Same(expression, scope, new(Now, maxSteps, maxDepth)),
                iter: 3_000
            );

    private static Place Place => new("generated", null, 1, 1);

    private static bool Same(FeelExpression expression, FeelContext scope, FeelEnvironment environment)
    {
        var (one, other) = (
            expression.Evaluate(scope, environment),
            new CompiledExpression(expression).Evaluate(scope, environment)
        );
        return Written(one) == Written(other);
    }

    private static string Written(FeelResult result) =>
        $"{Said.Whole(result.Value)}\n{string.Join('\n', result.Warnings)}";
}
