namespace Genggam.Standards.Tests.Dmn;

public sealed class ServiceTests
{
    private static readonly string Model =
        Drawn.Input("amount", "number")
        + Drawn.Decision("rate", Drawn.Literal("0.1"), "", "number")
        + Drawn.Decision("tax", Drawn.Literal("amount * rate"), "amount rate")
        + Drawn.Decision("total", Drawn.Literal("amount + tax"), "amount tax")
        + """
            <decisionService id="one" name="one"><variable name="one"/>
              <outputDecision href="#total"/><encapsulatedDecision href="#tax"/>
              <inputDecision href="#rate"/><inputData href="#amount"/>
            </decisionService>
            <decisionService id="two" name="two"><variable name="two"/>
              <outputDecision href="#total"/><outputDecision href="#tax"/>
              <encapsulatedDecision href="#rate"/><inputData href="#amount"/>
            </decisionService>
            """
        + Call("c1", "one", "one(100, 0.2)")
        + Call("c2", "one", "one(rate: 0.5, amount: 10)")
        + Call("c3", "two", "two(100).tax")
        + Call("c4", "one", "one(\"x\", 0.2)")
        + Call("c5", "two", "for a in [10, 20] return two(a).total");

    private static string Call(string id, string service, string feel) =>
        $"""
            <decision id="{id}" name="{id}"><knowledgeRequirement><requiredKnowledge href="#{service}"/></knowledgeRequirement>
            {Drawn.Literal(feel)}</decision>
            """;

    [Theory]
    [InlineData("c1", "120")]
    [InlineData("c2", "15")]
    [InlineData("c3", "10")]
    [InlineData("c5", "[11, 22]")]
    public void A_service_is_a_function_of_its_inputs(string decision, string expected) =>
        Drawn.Gives(Model, decision, expected);

    [Fact]
    public void A_service_is_asked_by_itself()
    {
        Drawn.Gives(Model, "one", "150", "{amount: 100, rate: 0.5}");
        Drawn.Gives(Model, "two", "{total: 110, tax: 10}", "{amount: 100}");
    }

    [Fact]
    public void A_decision_may_call_a_service_that_it_gives_its_own_value_to()
    {
        var model =
            Drawn.Decision(
                "a",
                "<knowledgeRequirement><requiredKnowledge href=\"#s\"/></knowledgeRequirement>" + Drawn.Literal("s(3)")
            )
            + Drawn.Decision("b", Drawn.Literal("a * 2"), "a")
            + "<decisionService id=\"s\" name=\"s\"><variable name=\"s\"/><outputDecision href=\"#b\"/><inputDecision href=\"#a\"/></decisionService>";

        Drawn.Gives(model, "a", "6");
    }

    [Fact]
    public void An_argument_of_another_type_is_refused() => Drawn.IsNull(Model, "c4", "FEEL-210");
}
