using Genggam.Standards.Dmn;
using Genggam.Standards.Feel;

namespace Genggam.Standards.Tests.Dmn;

public sealed class ModelTests
{
    private const string Fee = """
        <businessKnowledgeModel id="fee" name="fee"><variable name="fee"/>
          <encapsulatedLogic><formalParameter name="n" typeRef="number"/>
            <literalExpression typeRef="number"><text>n * 10</text></literalExpression>
          </encapsulatedLogic>
        </businessKnowledgeModel>
        """;

    private static string Knows(string id, string knowledge, string feel) =>
        $"""
            <decision id="{id}" name="{id}"><variable name="{id}"/>
              <knowledgeRequirement><requiredKnowledge href="#{knowledge}"/></knowledgeRequirement>
              <authorityRequirement><requiredAuthority href="#law"/></authorityRequirement>
              {Drawn.Literal(feel)}
            </decision>
            <knowledgeSource id="law" name="law"/>
            """;

    [Fact]
    public void Decisions_are_asked_with_what_they_require() =>
        Drawn.Gives(
            Drawn.Input("age", "number")
                + Drawn.Decision("adult", Drawn.Literal("age >= 17"), "age")
                + Drawn.Decision("answer", Drawn.Literal("if adult then \"yes\" else \"no\""), "adult"),
            "answer",
            "\"yes\"",
            "{age: 20}"
        );

    [Fact]
    public void Knowledge_is_a_function()
    {
        Drawn.Gives(Fee + Knows("d", "fee", "fee(2) + fee(n: 3)"), "d", "50");
        Drawn.IsNull(Fee + Knows("d", "fee", "fee(\"x\")"), "d", "FEEL-210");
        Drawn.Gives(Fee + Knows("d", "fee", "for i in [1, 2] return fee(i)"), "d", "[10, 20]");
    }

    [Fact]
    public void Knowledge_without_logic_is_null_and_says_so() =>
        Assert.Contains(
            Drawn
                .Read("<businessKnowledgeModel id=\"fee\" name=\"fee\"/>" + Knows("d", "fee", "fee()"))
                .Value!.Decide("d", FeelContext.Empty, new(DateTimeOffset.UnixEpoch))
                .Warnings,
            w => w.Number == "DMN-209"
        );

    [Fact]
    public void Knowledge_may_call_itself_but_not_for_ever()
    {
        static string Recursive(string body) =>
            $"""
                <businessKnowledgeModel id="f" name="f"><variable name="f"/>
                  <encapsulatedLogic><formalParameter name="n"/>{Drawn.Literal(body)}</encapsulatedLogic>
                </businessKnowledgeModel>
                """ + Knows("d", "f", "f(5)");

        Drawn.Gives(Recursive("if n = 0 then 1 else n * f(n - 1)"), "d", "120");
        var result = Drawn.Decide(Recursive("f(n + 1)"), "d");
        Assert.True(result.Value.IsNull);
        Assert.Contains(result.Warnings, w => w.Number == "FEEL-302");
    }

    [Fact]
    public void A_long_chain_of_decisions_is_stopped_and_no_crash()
    {
        var chain = string.Concat(
            Enumerable.Range(1, 3000).Select(i => Drawn.Decision($"d{i}", Drawn.Literal($"d{i - 1}"), $"d{i - 1}"))
        );

        var result = Drawn.Decide(Drawn.Decision("d0", Drawn.Literal("1")) + chain, "d3000");

        Assert.Contains(result.Warnings, w => w.Number == "FEEL-302");
    }

    [Fact]
    public void Decisions_that_require_each_other_are_refused_with_their_place()
    {
        var reading = Drawn.Read(
            Drawn.Decision("a", Drawn.Literal("b"), "b") + "\n" + Drawn.Decision("b", Drawn.Literal("a"), "a")
        );

        Assert.Equal(["a", "b"], reading.Problems.Select(p => p.Place.Element));
        Assert.All(reading.Problems, p => Assert.Equal("DMN-004", p.Number));
    }

    [Fact]
    public void What_is_required_must_be_there() =>
        Assert.Equal(
            "DMN-003",
            Assert.Single(Drawn.Read(Drawn.Decision("a", Drawn.Literal("1"), "x")).Problems).Number
        );

    [Fact]
    public void A_warning_has_file_element_line_and_column_inside_the_text()
    {
        var elements =
            "<decision id=\"d\" name=\"d\">\n<literalExpression id=\"e\">\n<text>1 &lt; 2 and\n  upper case(1) = \"a\"</text></literalExpression></decision>";

        var warning = Drawn.Decide(elements, "d").Warnings[0];

        Assert.Equal(new Place("test.dmn", "e", 5, 3), warning.Place);
    }

    [Fact]
    public void Entities_before_a_mistake_do_not_shift_its_column()
    {
        var reading = Drawn.Read(
            "<decision id=\"d\" name=\"d\"><literalExpression><text>1 &lt; )</text></literalExpression></decision>"
        );

        Assert.Equal((2, 59), (reading.Problems[0].Place.Line, reading.Problems[0].Place.Column));
    }

    [Fact]
    public void A_decision_that_cannot_be_read_is_null_with_its_problem()
    {
        var reading = Drawn.Read(Drawn.Decision("d", Drawn.Literal("1 +")));

        var result = reading.Value!.Decide("d", FeelContext.Empty, new(DateTimeOffset.UnixEpoch));

        Assert.False(reading.Usable);
        Assert.Equal("FEEL-101", Assert.Single(result.Warnings).Number);
    }

    [Fact]
    public void A_decision_without_logic_is_null_and_an_unknown_one_says_so()
    {
        Drawn.Gives("<decision id=\"d\" name=\"d\"/>", "d", "null");
        Drawn.IsNull("<decision id=\"d\" name=\"d\"/>", "e", "DMN-201");
    }
}
