namespace Genggam.Web.Tests.Verbs;

/// <summary>Decisions asked, explained and held against the kit at a prompt.</summary>
public sealed class DecisionVerbTests : IDisposable
{
    private const string Model = """
        <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" name="m" namespace="urn:m">
          <import name="b" namespace="urn:b" importType="https://www.omg.org/spec/DMN/20230324/MODEL/"/>
          <inputData id="born" name="born"><variable name="born" typeRef="date"/></inputData>
          <inputData id="level" name="level"><variable name="level"/></inputData>
          <decision id="fee" name="fee"><variable name="fee" typeRef="number"/>
            <informationRequirement><requiredInput href="#level"/></informationRequirement>
            <decisionTable id="fees" hitPolicy="FIRST">
              <input><inputExpression><text>level</text></inputExpression></input>
              <output/>
              <rule id="high"><inputEntry><text>&gt; 5</text></inputEntry><outputEntry><text>10</text></outputEntry></rule>
              <rule id="low"><inputEntry><text>-</text></inputEntry><outputEntry><text>1</text></outputEntry></rule>
            </decisionTable>
          </decision>
          <decision id="answer" name="answer"><variable name="answer"/>
            <informationRequirement><requiredInput href="#born"/></informationRequirement>
            <informationRequirement><requiredDecision href="#fee"/></informationRequirement>
            <informationRequirement><requiredDecision href="urn:b#unit"/></informationRequirement>
            <literalExpression><text>{year: born.year, fee: fee * b.unit}</text></literalExpression>
          </decision>
          <decision id="wrong" name="wrong"><literalExpression id="sum"><text>1 + "a"</text></literalExpression></decision>
        </definitions>
        """;

    private const string Imported = """
        <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" name="b" namespace="urn:b">
          <decision id="unit" name="unit"><literalExpression><text>1000</text></literalExpression></decision>
        </definitions>
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("genggam-decide-").FullName;

    public DecisionVerbTests()
    {
        Write("m.dmn", Model);
        Write("b.dmn", Imported);
        Write("in.json", """{"born": "2001-02-03", "level": 3}""");
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_decision_is_asked_with_dates_from_json_and_what_it_imports()
    {
        string[] question = ["decide", "m.dmn", "--decision", "answer", "--input", "in.json"];
        var ended = await new Prompt(folder).Start(question);

        Assert.Equal((0, """{"year":2001,"fee":1000}"""), (ended.Code, ended.Printed.Trim()));
    }

    [Fact]
    public async Task What_has_no_value_is_null_and_ends_with_its_place()
    {
        var ended = await Asked("decide", "wrong");

        Assert.Equal(1, ended.Code);
        Assert.StartsWith("null", ended.Printed, StringComparison.Ordinal);
        Assert.Contains("m.dmn:20:73 (sum): FEEL-211", ended.Printed, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("decide")]
    [InlineData("explain")]
    public async Task What_is_not_given_is_said_first_and_what_follows_is_counted(string verb)
    {
        Write("typo.json", """{"bron": "2001-02-03", "level": 3}""");

        var ended = await Asked(verb, "answer", input: "typo.json");

        Assert.Equal(1, ended.Code);
        Assert.Contains(
            "DMN-210 The input born is not given: did you mean it by bron",
            ended.Printed,
            StringComparison.Ordinal
        );
        Assert.Contains("One more warning stands in a decision", ended.Printed, StringComparison.Ordinal);
        Assert.DoesNotContain("FEEL-212", ended.Printed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Facts_may_come_through_the_standard_input()
    {
        string[] question = ["decide", "m.dmn", "--decision", "answer", "--input", "-"];

        var ended = await new Prompt(folder).Start(question, """{"born": "1999-02-03", "level": 9}""");

        Assert.Equal((0, """{"year":1999,"fee":10000}"""), (ended.Code, ended.Printed.Trim()));
    }

    [Theory]
    [InlineData("", "The facts are empty: write a JSON object")]
    [InlineData(" \n", "The facts are empty: write a JSON object")]
    [InlineData("{", "line 1, column 2, the text ends too early. Write")]
    [InlineData("nul", "line 1, column 4, the text ends too early.")]
    [InlineData("\"abc", "line 1, column 5, the text ends too early.")]
    [InlineData("{\n  \"usia\": 1,\n", "line 2, column 13, the text ends too early.")]
    [InlineData("{\"usia\": 1}}", "line 1, column 12, something is wrong near {\"usia\": 1}}. Texts")]
    [InlineData("[1,]", "line 1, column 4, something is wrong near [1,].")]
    [InlineData("{\n \"é\": tru}", "line 2, column 10, something is wrong near \"é\": tru}.")]
    [InlineData("{\"😀😀\": x}", "line 1, column 10, something is wrong near {\"😀😀\": x}.")]
    [InlineData(
        "{\"a😀23456789012\": x1234567890123😀\"}",
        "column 20, something is wrong near 😀23456789012\": x1234567890123😀."
    )]
    [InlineData("[1]", "must be a JSON object")]
    public async Task Facts_that_are_no_json_are_told_with_line_and_column(string json, string said)
    {
        Write("wrong.json", json);

        var ended = await Asked("decide", "answer", input: "wrong.json");

        Assert.Contains("wrong.json: DEC-002 The facts", ended.Printed, StringComparison.Ordinal);
        Assert.Contains(said, ended.Printed, StringComparison.Ordinal);
        Assert.DoesNotContain("BytePosition", ended.Printed, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DEC-001", "nosuch.dmn", "in.json")]
    [InlineData("DEC-001", "m.dmn", "nosuch.json")]
    [InlineData("DEC-002", "m.dmn", "list.json")]
    [InlineData("DEC-002", "m.dmn", "broken.json")]
    public async Task A_wrong_file_is_named(string said, string model, string input)
    {
        Write("list.json", "[1]");
        Write("broken.json", "{");

        var ended = await Asked("decide", "answer", model, input);

        Assert.Equal(1, ended.Code);
        Assert.Contains(said, ended.Printed, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", ended.Printed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_explanation_names_decisions_rules_and_the_cell_that_did_not_hold()
    {
        var ended = await Asked("explain", "answer");

        Assert.Equal(0, ended.Code);
        Assert.Contains("decision fee (m.dmn:", ended.Printed, StringComparison.Ordinal);
        Assert.Contains(
            "rule 1 (high) does not hold: input 1, level, is 3 and not > 5",
            ended.Printed,
            StringComparison.Ordinal
        );
        Assert.Contains("rule 2 (low) holds", ended.Printed, StringComparison.Ordinal);
        Assert.Contains("given born = \"2001-02-03\"", ended.Printed, StringComparison.Ordinal);
        Assert.EndsWith("answer = {\"year\":2001,\"fee\":1000}\n", ended.Printed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_kit_is_run_a_row_a_test()
    {
        Write(
            "m-test-01.xml",
            """
            <testCases xmlns="http://www.omg.org/spec/DMN/20160719/testcase"
                       xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
              <modelName>b.dmn</modelName>
              <testCase id="1"><resultNode name="unit"><expected><value xsi:type="decimal">1000</value></expected></resultNode></testCase>
              <testCase id="2"><resultNode name="unit"><expected><value xsi:type="decimal">1</value></expected></resultNode></testCase>
            </testCases>
            """
        );

        var ended = await Prompt.Genggam("conform", "dmn", folder, "--csv", At("rows.csv"));

        Assert.Equal(1, ended.Code);
        Assert.EndsWith("1 passed, 1 failed", ended.Printed.TrimEnd(), StringComparison.Ordinal);
        var rows = await File.ReadAllLinesAsync(At("rows.csv"), TestContext.Current.CancellationToken);
        Assert.Equal(3, rows.Length);
        Assert.Contains("m-test-01.xml,2,failed,", rows[2], StringComparison.Ordinal);
    }

    private Task<Ended> Asked(string verb, string decision, string model = "m.dmn", string input = "in.json") =>
        Prompt.Genggam(verb, At(model), "--decision", decision, "--input", At(input));

    private string At(string name) => Path.Combine(folder, name);

    private void Write(string name, string text) => File.WriteAllText(At(name), text);
}
