using Genggam.Standards.Feel;

namespace Genggam.Standards.Tests.Feel.Expressions;

public sealed class TypeTests
{
    [Theory]
    [InlineData("1 instance of number", true)]
    [InlineData("1 instance of string", false)]
    [InlineData("\"a\" instance of string", true)]
    [InlineData("true instance of boolean", true)]
    [InlineData("@\"2020-01-01\" instance of date", true)]
    [InlineData("@\"2020-01-01\" instance of date and time", false)]
    [InlineData("@\"2020-01-01T10:00:00\" instance of date and time", true)]
    [InlineData("@\"10:00:00\" instance of time", true)]
    [InlineData("@\"P1D\" instance of days and time duration", true)]
    [InlineData("@\"P1D\" instance of years and months duration", false)]
    [InlineData("@\"P1M\" instance of years and months duration", true)]
    [InlineData("[1, 2] instance of list<number>", true)]
    [InlineData("[1, \"a\"] instance of list<number>", false)]
    [InlineData("[] instance of list<number>", true)]
    [InlineData("[[1]] instance of list<list<number>>", true)]
    [InlineData("1 instance of list<number>", false)]
    [InlineData("{a: 1} instance of context<a: number>", true)]
    [InlineData("{a: 1, b: 2} instance of context<a: number>", true)]
    [InlineData("{a: 1} instance of context<a: string>", false)]
    [InlineData("{a: 1} instance of context<a: number, b: number>", false)]
    [InlineData("[1..2] instance of range<number>", true)]
    [InlineData("[1..2] instance of range<string>", false)]
    [InlineData("1 instance of Any", true)]
    [InlineData("null instance of Any", false)]
    [InlineData("null instance of number", false)]
    [InlineData("null instance of Null", true)]
    [InlineData("(function(a: number) a) instance of function<number> -> Any", true)]
    [InlineData("(function(a: number) a) instance of function<string> -> Any", false)]
    [InlineData("(function(a: range<number>) 1) instance of function<range<number>> -> Any", true)]
    [InlineData("(function(a: range<number>) 1) instance of function<range<string>> -> Any", false)]
    [InlineData("(function(a: context<x: number>) 1) instance of function<context<x: number, y: date>> -> Any", true)]
    [InlineData("(function(a: context<x: number>) 1) instance of function<context<x: string>> -> Any", false)]
    [InlineData("(function(a: context<x: number>) 1) instance of function<context<y: number>> -> Any", false)]
    [InlineData("sum instance of function<list<number>> -> number", true)]
    [InlineData("not(1 instance of string)", true)]
    [InlineData("1 instance of number and 2 instance of number", true)]
    public void Values_are_instances_of_types(string text, bool expected) =>
        Feel.Gives(text, expected ? "true" : "false");

    [Fact]
    public void An_unknown_type_is_a_problem_at_its_place()
    {
        var problem = Assert.Single(
            FeelExpression.Parse("1 instance of tNothing", new Place("f", null, 1, 1), []).Problems
        );

        Assert.Equal(("FEEL-105", 15), (problem.Number, problem.Place.Column));
    }

    [Theory]
    [InlineData("5 instance of.")]
    [InlineData("f(5 instance of a.")]
    [InlineData("5 instance of a. ")]
    public void A_type_that_ends_with_a_dot_is_refused(string feel)
    {
        var problem = Assert.Single(FeelExpression.Parse(feel, new Place("x"), []).Problems);
        Assert.Equal("FEEL-105", problem.Number);
    }
}
