namespace Genggam.Standards.Tests.Dmn;

public sealed class ItemTypeTests
{
    private const string Types = """
        <itemDefinition name="tGrade"><typeRef>string</typeRef><allowedValues><text>"A","B"</text></allowedValues></itemDefinition>
        <itemDefinition name="tGrades" isCollection="true"><typeRef>string</typeRef><allowedValues><text>"A","B"</text></allowedValues></itemDefinition>
        <itemDefinition name="tPair" isCollection="true"><typeRef>number</typeRef><typeConstraint><text>count(?) = 2</text></typeConstraint></itemDefinition>
        <itemDefinition name="tPerson">
          <itemComponent name="full name"><typeRef>string</typeRef></itemComponent>
          <itemComponent name="grades" isCollection="true"><typeRef>tGrade</typeRef></itemComponent>
        </itemDefinition>
        <itemDefinition name="tMapper"><functionItem outputTypeRef="number"><parameters name="n" typeRef="number"/></functionItem></itemDefinition>
        """;

    [Theory]
    [InlineData("tGrade", "\"A\"", "\"A\"")]
    [InlineData("tGrades", "[\"A\", \"B\"]", "[\"A\", \"B\"]")]
    [InlineData("tGrades", "\"A\"", "[\"A\"]")]
    [InlineData("tPair", "[1, 2]", "[1, 2]")]
    [InlineData("tPerson", "{full name: \"x\", grades: [\"A\"]}", "{full name: \"x\", grades: [\"A\"]}")]
    [InlineData("tPerson.full name", "\"x\"", "\"x\"")]
    [InlineData("date and time", "@\"2020-01-01\"", "@\"2020-01-01T00:00:00Z\"")]
    [InlineData("dateTime", "@\"2020-01-01\"", "@\"2020-01-01T00:00:00Z\"")]
    [InlineData("feel:number", "1", "1")]
    public void A_value_that_keeps_to_its_type_is_given(string type, string feel, string expected) =>
        Drawn.Gives(Types + Drawn.Decision("d", Drawn.Literal(feel), "", type), "d", expected);

    [Theory]
    [InlineData("tGrade", "\"C\"")]
    [InlineData("tGrades", "[\"A\", \"C\"]")]
    [InlineData("tPair", "[1, 2, 3]")]
    [InlineData("tPerson", "{full name: \"x\"}")]
    [InlineData("tPerson", "{full name: \"x\", grades: [\"C\"]}")]
    [InlineData("number", "\"1\"")]
    [InlineData("tMapper", "function(s: string) 1")]
    public void A_value_of_another_type_is_null_and_says_so(string type, string feel) =>
        Drawn.IsNull(Types + Drawn.Decision("d", Drawn.Literal(feel), "", type), "d", "DMN-203");

    [Theory]
    [InlineData("tGrade", "\"C\"", "The value \"C\" is not allowed by the type tGrade: \"A\",\"B\"")]
    [InlineData("tGrades", "[\"A\", \"C\"]", "The value at [2] \"C\" is not allowed by the type tGrades: \"A\",\"B\"")]
    [InlineData("tPair", "[1, 2, 3]", "The value [1, 2, 3] is not allowed by the type tPair: count(?) = 2")]
    [InlineData("tPerson", "{full nam: \"x\"}", "The value has no entry full name: did you mean it by full nam?")]
    [InlineData(
        "tPerson",
        "{full name: \"x\", grades: [\"C\"]}",
        "The value at grades[1] \"C\" is not allowed by the type tGrade: \"A\",\"B\""
    )]
    [InlineData("number", "\"1\"", "The value \"1\", a string, is not of the type number.")]
    public void It_is_said_which_part_is_wrong_and_what_would_be_allowed(string type, string feel, string said) =>
        Assert.Equal(
            said,
            Drawn.IsNull(Types + Drawn.Decision("d", Drawn.Literal(feel), "", type), "d", "DMN-203").Message
        );

    [Fact]
    public void Long_values_and_long_lists_of_allowed_values_are_cut()
    {
        var many = string.Join(", ", Enumerable.Range(0, 500).Select(n => $"\"n{n}\""));
        var types =
            $"<itemDefinition name=\"tMany\"><typeRef>string</typeRef><allowedValues><text>{many}</text></allowedValues></itemDefinition>";
        var value = Drawn.Literal($"\"{new string('x', 5000)}\"");

        var said = Drawn.IsNull(types + Drawn.Decision("d", value, "", "tMany"), "d", "DMN-203").Message;

        Assert.InRange(said.Length, 200, 400);
        Assert.EndsWith("…", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"A\" instance of tGrade", "true")]
    [InlineData("\"C\" instance of tGrade", "false")]
    [InlineData("{full name: \"x\", grades: []} instance of tPerson", "true")]
    [InlineData("(function(n: number) n) instance of tMapper", "true")]
    [InlineData("[1, 2] instance of tPair", "true")]
    [InlineData("(function(g: tGrade) g)(\"A\")", "\"A\"")]
    public void Expressions_know_the_types_of_the_model(string feel, string expected) =>
        Drawn.Gives(Types + Drawn.Decision("d", Drawn.Literal(feel)), "d", expected);

    [Fact]
    public void Input_data_keeps_to_its_type()
    {
        var model = Types + Drawn.Input("p", "tPerson") + Drawn.Decision("d", Drawn.Literal("p.full name"), "p");

        Drawn.Gives(model, "d", "\"x\"", "{p: {full name: \"x\", grades: []}}");
        Assert.Contains(Drawn.Decide(model, "d", "{p: {grades: 1}}").Warnings, w => w.Number == "DMN-203");
    }

    [Fact]
    public void Types_that_contain_themselves_are_refused()
    {
        var reading = Drawn.Read(
            """
            <itemDefinition name="a"><typeRef>b</typeRef></itemDefinition>
            <itemDefinition name="b"><itemComponent name="x"><typeRef>a</typeRef></itemComponent></itemDefinition>
            """
        );

        Assert.Equal(["DMN-006", "DMN-006"], reading.Problems.Select(p => p.Number));
    }

    [Fact]
    public void A_type_that_is_nowhere_is_said() =>
        Assert.Equal("DMN-010", Assert.Single(Drawn.Read(Drawn.Input("x", "tNowhere")).Problems).Number);
}
