using Genggam.Standards.Dmn;

namespace Genggam.Standards.Tests.Dmn.Reading;

/// <summary>What is wrong in a model is told with its number, its words and its place, which a § marks here.</summary>
public sealed class ReadingFaultTests
{
    private const string Text = "<text>1</text>";
    private const string One = "<literalExpression><text>1</text></literalExpression>";

    private static string Decides(string logic) => $"""<decision id="d" name="d">{logic}</decision>""";

    private static string Import(string more) => $"""<§import name="x" {more}/>""";

    public static TheoryData<string, string, string> Errors =>
        new()
        {
            {
                """<§decision id="d" name="d"><informationRequirement><requiredDecision href="#lost"/></informationRequirement></decision>""",
                "DMN-003",
                "What is required, lost, is not in the file."
            },
            {
                """<§decision id="d" name="d"><knowledgeRequirement><requiredKnowledge href="urn:other#lost"/></knowledgeRequirement></decision>""",
                "DMN-003",
                "What is required, lost, is not in the file."
            },
            {
                """<§decision id="d" name="d"><informationRequirement><requiredDecision href="#d"/></informationRequirement></decision>""",
                "DMN-004",
                "d requires itself."
            },
            {
                """<§itemDefinition id="i" name="t"><typeRef>t</typeRef></itemDefinition>""",
                "DMN-006",
                "The type t contains itself."
            },
            {
                """<§itemDefinition name="t"><itemComponent name="c"><typeRef>t.c</typeRef></itemComponent></itemDefinition>""",
                "DMN-006",
                "The type t contains itself."
            },
            {
                """<§itemDefinition name="t"><functionItem outputTypeRef="t"/></itemDefinition>""",
                "DMN-006",
                "The type t contains itself."
            },
            { Import("namespace=\"urn:lost\""), "DMN-007", "The imported model urn:lost is not among the files." },
            {
                Import("namespace=\"urn:lost\" importType=\"https://www.omg.org/spec/dmn/20230324/MODEL/\""),
                "DMN-007",
                "The imported model urn:lost is not among the files."
            },
            { Import("namespace=\"urn:test\""), "DMN-009", "The model urn:test imports itself." },
            { Decides("<§literalExpression/>"), "DMN-011", "The literal expression has no text." },
            {
                Decides($"<§literalExpression expressionLanguage=\"urn:juel\">{Text}</literalExpression>"),
                "DMN-011",
                "Expressions are written in FEEL, not in urn:juel."
            },
            {
                Decides("<context><§contextEntry><variable name=\"a\"/></contextEntry></context>"),
                "DMN-011",
                "The entry of the context has no expression."
            },
            { Decides("<§invocation/>"), "DMN-011", "The invocation does not say what it calls." },
            {
                Decides($"<§conditional><then>{One}</then><else>{One}</else></conditional>"),
                "DMN-011",
                "The conditional has no if."
            },
            {
                Decides($"<§conditional><if>{One}</if><else>{One}</else></conditional>"),
                "DMN-011",
                "The conditional has no then."
            },
            {
                Decides($"<§conditional><if>{One}</if><then>{One}</then><else/></conditional>"),
                "DMN-011",
                "The conditional has no else."
            },
            { Decides($"<§filter><match>{One}</match></filter>"), "DMN-011", "The filter has no in." },
            { Decides($"<§filter><in>{One}</in></filter>"), "DMN-011", "The filter has no match." },
            { Decides($"<§for><return>{One}</return></for>"), "DMN-011", "The for has no in." },
            { Decides($"<§for><in>{One}</in></for>"), "DMN-011", "The for has no return." },
            { Decides($"<§some><in>{One}</in></some>"), "DMN-011", "The some has no satisfies." },
            { Decides($"<§every><in>{One}</in></every>"), "DMN-011", "The every has no satisfies." },
            {
                Decides("<§decisionTable hitPolicy=\"unique\"><output/></decisionTable>"),
                "DMN-013",
                "There is no hit policy unique."
            },
            {
                Decides("<§decisionTable hitPolicy=\"COLLECT\" aggregation=\"TOTAL\"><output/></decisionTable>"),
                "DMN-013",
                "There is no aggregation TOTAL."
            },
            {
                Decides("<decisionTable><input/><output/><§rule id=\"r\"><outputEntry/></rule></decisionTable>"),
                "DMN-101",
                "The rule has 0 inputs, the table 1."
            },
            {
                Decides(
                    "<decisionTable><input/><output/><§rule id=\"r\"><inputEntry/><outputEntry/><outputEntry/></rule></decisionTable>"
                ),
                "DMN-101",
                "The rule has 2 outputs, the table 1."
            },
            {
                Decides("<literalExpression><text>1 + §)</text></literalExpression>"),
                "FEEL-101",
                "Expected an expression, found \")\"."
            },
        };

    public static TheoryData<string, string, string> Warnings =>
        new()
        {
            {
                Import("namespace=\"urn:p\" importType=\"http://www.omg.org/spec/PMML\""),
                "DMN-008",
                "Only DMN models are imported, not urn:p."
            },
            {
                Decides("<§functionDefinition kind=\"Java\"/>"),
                "DMN-005",
                "A function of the kind Java cannot be called."
            },
            {
                """<inputData id="i" name="i"><§variable name="i" typeRef="lost"/></inputData>""",
                "DMN-010",
                "There is no type lost."
            },
            {
                Decides($"<§literalExpression typeRef=\"feel:lost\">{Text}</literalExpression>"),
                "DMN-010",
                "There is no type feel:lost."
            },
            {
                Decides("<relation><§column name=\"a\" typeRef=\"lost\"/></relation>"),
                "DMN-010",
                "There is no type lost."
            },
            {
                Decides("<decisionTable><input><§inputExpression typeRef=\"lost\"/></input><output/></decisionTable>"),
                "DMN-010",
                "There is no type lost."
            },
            {
                Decides("<decisionTable><§output typeRef=\"lost\"/></decisionTable>"),
                "DMN-010",
                "There is no type lost."
            },
            {
                """<§itemDefinition name="t"><typeRef>lost</typeRef></itemDefinition>""",
                "DMN-010",
                "There is no type lost."
            },
            {
                Decides("<literalExpression><text>1 + §lost</text></literalExpression>"),
                "DMN-012",
                "The name lost is not known here."
            },
            {
                Decides("<literalExpression><text>§summ([1])</text></literalExpression>"),
                "DMN-012",
                "The name summ is not known here: did you mean sum?"
            },
            {
                Drawn.Input("umur") + Decides("<literalExpression><text>§umur</text></literalExpression>"),
                "DMN-012",
                "The name umur is not known here: the model has it, but it is not required here."
            },
            {
                """<itemDefinition name="t"><typeRef>number</typeRef><allowedValues><text>§lost</text></allowedValues></itemDefinition>""",
                "DMN-012",
                "The name lost is not known here."
            },
            {
                """<itemDefinition name="t"><typeRef>number</typeRef><typeConstraint><text>§lost</text></typeConstraint></itemDefinition>""",
                "DMN-012",
                "The name lost is not known here."
            },
        };

    [Theory]
    [MemberData(nameof(Errors))]
    public void A_model_that_is_wrong_cannot_be_used(string elements, string number, string said) =>
        Told(elements, number, said, Severity.Error);

    [Theory]
    [MemberData(nameof(Warnings))]
    public void What_is_only_odd_is_a_warning(string elements, string number, string said) =>
        Told(elements, number, said, Severity.Warning);

    [Theory]
    [InlineData("<html/>", "DMN-002", "The file holds no DMN definitions.", 0, 0)]
    [InlineData(
        "<!-- \n -->\n<!DOCTYPE a []><definitions/>",
        "DMN-001",
        "A DOCTYPE, with its entities, is not read: take it out. Line 3, position 1.",
        3,
        1
    )]
    public void A_file_that_is_no_model_is_told(string xml, string number, string said, int line, int column)
    {
        var reading = DmnReader.Read(xml, "a.dmn");

        Assert.Null(reading.Value);
        Assert.Equal(
            new Problem(number, said, new Place("a.dmn", null, line, column)),
            Assert.Single(reading.Problems)
        );
    }

    [Fact]
    public void A_file_that_is_no_xml_is_told_with_the_place_where_it_breaks()
    {
        var problem = Assert.Single(DmnReader.Read("<definitions>\n  <decision>\n</definitions>", "a.dmn").Problems);

        Assert.Equal(
            ("DMN-001", "a.dmn", 3, 3),
            (problem.Number, problem.Place.File, problem.Place.Line, problem.Place.Column)
        );
    }

    [Fact]
    public void A_box_that_could_not_be_read_is_null_with_its_problem()
    {
        var reading = Drawn.Read(Decides($"<list>{One}<literalExpression/></list>"));
        var result = reading.Value!.Decide(
            "d",
            Genggam.Standards.Feel.FeelContext.Empty,
            new(DateTimeOffset.UnixEpoch)
        );

        Assert.Equal("[1, null]", Genggam.Standards.Feel.Functions.Text.Of(result.Value));
        Assert.Equal(["The literal expression has no text."], result.Warnings.Select(w => w.Message));
    }

    [Theory]
    [InlineData("feel")]
    [InlineData("https://www.omg.org/spec/DMN/20230324/FEEL/")]
    [InlineData("")]
    public void Every_edition_of_the_language_is_the_language(string language) =>
        Assert.Empty(
            Drawn
                .Read(Decides($"<literalExpression expressionLanguage=\"{language}\">{Text}</literalExpression>"))
                .Problems
        );

    [Fact]
    public void Elements_may_be_two_hundred_deep_and_no_deeper()
    {
        Assert.Empty(DmnReader.Read(Nested(199), "a.dmn").Problems);
        Assert.Empty(DmnReader.Read(Nested(200), "a.dmn").Problems);
        var problem = Assert.Single(DmnReader.Read(Nested(201), "a.dmn").Problems);
        Assert.Equal(("DMN-001", 1), (problem.Number, problem.Place.Line));
        Assert.StartsWith("Elements are nested more than 200 deep.", problem.Message, StringComparison.Ordinal);

        static string Nested(int levels) =>
            "<definitions>"
            + string.Concat(Enumerable.Repeat("<a><b/>", levels - 1))
            + "<a/>"
            + string.Concat(Enumerable.Repeat("</a>", levels - 1))
            + "</definitions>";
    }

    private static void Told(string elements, string number, string said, Severity severity)
    {
        var xml = Drawn.Definitions(elements);
        var at = xml.IndexOf('§', StringComparison.Ordinal);
        var line = xml[..at].Count(c => c == '\n') + 1;
        var column = at - xml.LastIndexOf('\n', at);

        var reading = DmnReader.Read(xml.Remove(at, 1), "test.dmn");

        var problem = Assert.Single(reading.Problems);
        Assert.Equal((number, said, severity), (problem.Number, problem.Message, problem.Severity));
        Assert.Equal(("test.dmn", line, column), (problem.Place.File, problem.Place.Line, problem.Place.Column));
        Assert.Equal(severity == Severity.Warning, reading.Usable);
    }
}
