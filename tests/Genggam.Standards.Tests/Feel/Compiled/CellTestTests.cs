using Genggam.Standards.Feel;
using Genggam.Standards.Feel.Compiled;
using Genggam.Standards.Feel.Run;

namespace Genggam.Standards.Tests.Feel.Compiled;

/// <summary>The tests of a cell that are constants are answered at once, and cost what evaluating them would.</summary>
public sealed class CellTestTests
{
    [Theory]
    [InlineData("-", "1", true, 1, 1)]
    [InlineData("-", "null", true, 1, 1)]
    [InlineData("5", "5", true, 2, 2)]
    [InlineData("5", "6", false, 2, 2)]
    [InlineData("-5", "-5", true, 3, 3)]
    [InlineData("2 + 3", "5", true, 4, 3)]
    [InlineData("= 5", "5", true, 2, 2)]
    [InlineData("!= 5", "5", false, 2, 2)]
    [InlineData("!= 5", "6", true, 2, 2)]
    [InlineData("< 5", "5", false, 2, 2)]
    [InlineData("< 5", "4.9", true, 2, 2)]
    [InlineData("<= 5", "5", true, 2, 2)]
    [InlineData("<= 5", "5.1", false, 2, 2)]
    [InlineData("> 5", "5", false, 2, 2)]
    [InlineData("> 5", "5.1", true, 2, 2)]
    [InlineData(">= 5", "5", true, 2, 2)]
    [InlineData(">= 5", "4.9", false, 2, 2)]
    [InlineData("[1..3]", "1", true, 4, 3)]
    [InlineData("[1..3]", "3", true, 4, 3)]
    [InlineData("[1..3]", "0.9", false, 4, 3)]
    [InlineData("[1..3]", "3.1", false, 4, 3)]
    [InlineData("(1..3)", "1", false, 4, 3)]
    [InlineData("(1..3)", "3", false, 4, 3)]
    [InlineData("(1..3)", "2", true, 4, 3)]
    [InlineData("1, 2", "2", true, 3, 2)]
    [InlineData("1, 2", "1", true, 2, 2)]
    [InlineData("1, [2..3]", "4", false, 5, 3)]
    [InlineData("not(1, 2)", "2", false, 3, 2)]
    [InlineData("not(1, 2)", "3", true, 3, 2)]
    [InlineData("\"a\"", "\"a\"", true, 2, 2)]
    [InlineData("\"a\"", "\"b\"", false, 2, 2)]
    [InlineData("\"a\", \"b\"", "\"b\"", true, 3, 2)]
    [InlineData("not(\"a\", \"b\")", "\"b\"", false, 3, 2)]
    [InlineData("not(\"a\")", "\"c\"", true, 2, 2)]
    [InlineData("true", "true", true, 2, 2)]
    [InlineData("false", "true", false, 2, 2)]
    [InlineData("not(true)", "false", true, 2, 2)]
    [InlineData("5", "\"5\"", null, 0, 2)]
    [InlineData("\"a\"", "null", null, 0, 2)]
    [InlineData("true", "\"true\"", null, 0, 2)]
    [InlineData("5", "1e40", null, 0, 2)]
    public void A_constant_cell_answers_for_inputs_of_its_kind(
        string cell,
        string input,
        bool? holds,
        int steps,
        int height
    )
    {
        var test = CellTest.Of(Read(cell).Root)!;
        var spent = 0;

        Assert.Equal(holds, test.Met(Evaluated.Value(input), ref spent));
        Assert.Equal((steps, height), (holds is null ? 0 : spent, test.Height));
    }

    [Theory]
    [InlineData("-", "1")]
    [InlineData("5", "5")]
    [InlineData("[1..3]", "2")]
    [InlineData("not(-1, 2)", "3")]
    [InlineData("\"a\", \"b\"", "\"b\"")]
    [InlineData("< 5, > 7", "6")]
    public void It_comes_to_its_limits_where_the_interpreter_does(string cell, string input)
    {
        var read = Read(cell);
        var scope = FeelContext.Of(("?", Evaluated.Value(input)));
        for (var steps = 0; steps < 8; steps++)
        for (var depth = 0; depth < 5; depth++)
        {
            var environment = new FeelEnvironment(DateTimeOffset.UnixEpoch, steps, depth);
            var interpreted = read.Evaluate(scope, environment);
            var compiled = new CompiledExpression(read).Evaluate(scope, environment);
            var quick = CellTest.Of(read.Root)!.Holds(new Evaluation(environment), scope["?"]);

            Assert.Equal(interpreted.Value, compiled.Value);
            Assert.Equal(interpreted.Warnings, compiled.Warnings);
            Assert.Equal(interpreted.Warnings.Count > 0 ? null : ((FeelBoolean)interpreted.Value).Value, quick);
        }
    }

    [Theory]
    [InlineData("x")]
    [InlineData("1, \"a\"")]
    [InlineData("\"a\", true")]
    [InlineData("= \"a\"")]
    [InlineData("[\"a\"..\"b\"]")]
    [InlineData("[1..2], \"a\"")]
    [InlineData("= [1..2]")]
    [InlineData("1e40")]
    [InlineData("[1, 2]")]
    [InlineData("null")]
    [InlineData("@\"2020-01-01\"")]
    [InlineData("1 / 0")]
    [InlineData("1 + 1, \"a\"")]
    public void Any_other_cell_is_left_to_the_interpreter(string cell) => Assert.Null(CellTest.Of(Read(cell).Root));

    [Theory]
    [InlineData("-", false, true)]
    [InlineData("5", true, false)]
    [InlineData("\"a\"", false, false)]
    public void It_is_known_what_a_cell_is_about(string cell, bool numeric, bool any)
    {
        var test = CellTest.Of(Read(cell).Root)!;

        Assert.Equal((numeric, any), (test.IsNumeric, test.IsAny));
    }

    [Theory]
    [InlineData("< 5", null, false, 5, false, false, "5")]
    [InlineData("<= 5", null, false, 5, true, false, "5")]
    [InlineData("> 5", 5, false, null, false, false, "5")]
    [InlineData(">= 5", 5, true, null, false, false, "5")]
    [InlineData("5", 5, true, 5, true, false, "5 5")]
    [InlineData("!= 5", 5, true, 5, true, true, "5 5")]
    [InlineData("not(5)", 5, true, 5, true, true, "5 5")]
    [InlineData("not(!= 5)", 5, true, 5, true, false, "5 5")]
    [InlineData("(1..3]", 1, false, 3, true, false, "1 3")]
    [InlineData("[1..3)", 1, true, 3, false, false, "1 3")]
    public void One_limit_has_its_ends(
        string cell,
        int? low,
        bool lowIncluded,
        int? high,
        bool highIncluded,
        bool outside,
        string ends
    )
    {
        var test = CellTest.Of(Read(cell).Root)!;
        var only = test.Only!.Value;

        Assert.Equal(((decimal?)low, (decimal?)high, outside), (only.Low, only.High, only.Outside));
        Assert.Equal((lowIncluded, highIncluded), (only.LowIncluded, only.HighIncluded));
        Assert.Equal(ends, string.Join(' ', test.Ends));
        Assert.Null(
            CellTest.Of(Read(cell.StartsWith("not", StringComparison.Ordinal) ? "1, 2" : cell + ", 7").Root)!.Only
        );
    }

    private static FeelExpression Read(string cell) =>
        FeelExpression.ParseUnaryTests(cell, new Place("cell", null, 1, 1), ["x"]).Value!;
}
