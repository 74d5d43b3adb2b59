using Genggam.Standards.Dmn;
using Genggam.Standards.Dmn.Compiled;
using Genggam.Standards.Feel;

namespace Genggam.Standards.Tests.Dmn.Run;

/// <summary>What a model cannot decide is null with its warnings, interpreted and compiled alike.</summary>
public sealed class RunFaultTests
{
    private static readonly FeelEnvironment Quiet = new(DateTimeOffset.UnixEpoch);

    private static string Table(string head, string columns, params string[] rules) =>
        $"<decisionTable id=\"t\" {head}>{columns}{string.Concat(rules)}</decisionTable>";

    private static string In(string feel, string more = "", string type = "") =>
        $"<input><inputExpression {type}><text>{feel}</text></inputExpression>{more}</input>";

    private static string Rule(string test, params string[] outputs) =>
        $"<rule><inputEntry><text>{Drawn.Escaped(test)}</text></inputEntry>"
        + string.Concat(outputs.Select(o => $"<outputEntry><text>{Drawn.Escaped(o)}</text></outputEntry>"))
        + "</rule>";

    private static string Allowed(string element, string values) => $"<{element}><text>{values}</text></{element}>";

    public static TheoryData<string, string, string> Faults =>
        new()
        {
            {
                Table("hitPolicy=\"UNIQUE\"", In("n", Allowed("inputValues", "[1..4]")) + "<output/>", Rule("-", "1")),
                "DMN-204",
                "The input 1, 5, is not one of its allowed values."
            },
            {
                Table(
                    "hitPolicy=\"UNIQUE\"",
                    In("n") + In("s", Allowed("inputValues", "\"x\"")) + "<output/>",
                    "<rule><inputEntry/><inputEntry/><outputEntry/></rule>"
                ),
                "DMN-204",
                "The input 2, \"a\", is not one of its allowed values."
            },
            {
                Table("hitPolicy=\"UNIQUE\"", In("n") + "<output/>", Rule("-", "1"), Rule("6", "2"), Rule("5", "3")),
                "DMN-205",
                "More than one rule of a UNIQUE table holds: 1, 3."
            },
            {
                Table("hitPolicy=\"ANY\"", In("n") + "<output/>", Rule("-", "1"), Rule("-", "1"), Rule("-", "2")),
                "DMN-206",
                "Rules of an ANY table give different outputs."
            },
            {
                Table("", In("n") + $"<output>{Allowed("outputValues", "1, 2")}</output>", Rule("-", "3")),
                "DMN-207",
                "The output 3 is not one of the allowed values."
            },
            {
                Table("", In("n") + $"<output>{Allowed("outputValues", "\"x\"")}</output>", Rule("-", "\"y\"")),
                "DMN-207",
                "The output \"y\" is not one of the allowed values."
            },
            {
                Table(
                    "hitPolicy=\"COLLECT\" aggregation=\"SUM\"",
                    In("n") + "<output name=\"a\"/><output name=\"b\"/>",
                    Rule("-", "1", "2")
                ),
                "DMN-208",
                "An aggregation needs a table of one output."
            },
            {
                Table("", In("n", type: "typeRef=\"string\"") + "<output/>", Rule("\"b\"", "1")),
                "DMN-203",
                "The value 5, a number, is not of the type string."
            },
            {
                Table("", In("n") + "<output typeRef=\"string\"/>", Rule("-", "1")),
                "DMN-203",
                "The value 1, a number, is not of the type string."
            },
            { Drawn.Literal("\"a\"", "number"), "DMN-203", "The value \"a\", a string, is not of the type number." },
            { "<invocation><functionDefinition/></invocation>", "DMN-209", "The function has no logic." },
            {
                $"<invocation>{Drawn.Literal("1")}</invocation>",
                "FEEL-207",
                "What is called is a number, no function."
            },
            {
                $"<conditional><if>{Drawn.Literal("\"a\"")}</if><then>{Drawn.Literal("1")}</then><else>{Drawn.Literal("2")}</else></conditional>",
                "FEEL-216",
                "A string is neither true nor false."
            },
            {
                $"<some><in>{Drawn.Literal("[null]")}</in><satisfies>{Drawn.Literal("item")}</satisfies></some>",
                "FEEL-216",
                "Null is neither true nor false."
            },
            {
                $"<every><in>{Drawn.Literal("null")}</in><satisfies>{Drawn.Literal("item")}</satisfies></every>",
                "FEEL-206",
                "There is nothing to iterate over."
            },
            {
                $"<context><contextEntry><variable name=\"a\"/>{Drawn.Literal("1")}</contextEntry><contextEntry><variable name=\"a\"/>{Drawn.Literal("2")}</contextEntry></context>",
                "FEEL-215",
                "The context has two entries a."
            },
            { Drawn.Literal("known()"), "DMN-209", "known has no logic." },
            {
                $"<invocation><functionDefinition><formalParameter name=\"x\"/>{Drawn.Literal("x")}</functionDefinition><binding>{Drawn.Literal("1")}</binding></invocation>",
                "FEEL-209",
                "The function has no parameter  to fill."
            },
        };

    [Theory]
    [MemberData(nameof(Faults))]
    public void It_is_null_and_says_why(string logic, string number, string said)
    {
        foreach (var result in BothWays(logic))
        {
            Assert.True(result.Value.IsNull, $"got {FeelJson.Plain(result.Value)}");
            var warning = Assert.Single(result.Warnings);
            Assert.Equal((number, said, Severity.Warning), (warning.Number, warning.Message, warning.Severity));
            Assert.Equal("test.dmn", warning.Place.File);
            Assert.True(warning.Place.Line > 0);
        }
    }

    public static TheoryData<string, string> Answers =>
        new()
        {
            // Allowed outputs are a priority, also where one of them is a range.
            {
                Table(
                    "hitPolicy=\"PRIORITY\"",
                    In("n") + $"<output>{Allowed("outputValues", "[10..20], 1, [2..3]")}</output>",
                    Rule("-", "3"),
                    Rule("-", "1"),
                    Rule("-", "15")
                ),
                "15"
            },
            {
                Table(
                    "hitPolicy=\"OUTPUT ORDER\"",
                    In("n") + $"<output>{Allowed("outputValues", "[10..20], 1, [2..3]")}</output>",
                    Rule("-", "3"),
                    Rule("-", "1"),
                    Rule("-", "15"),
                    Rule("-", "2")
                ),
                "[15, 1, 3, 2]"
            },
            { Table("hitPolicy=\"RULE ORDER\"", In("n") + "<output/>", Rule("-", "3"), Rule("-", "1")), "[3, 1]" },
            { Table("hitPolicy=\"COLLECT\"", In("n") + "<output/>", Rule("6", "3")), "[]" },
            { Table("hitPolicy=\"RULE ORDER\"", In("n") + "<output/>", Rule("6", "3")), "[]" },
            { Table("hitPolicy=\"OUTPUT ORDER\"", In("n") + "<output/>", Rule("6", "3")), "[]" },
            { Table("hitPolicy=\"PRIORITY\"", In("n") + "<output/>", Rule("6", "3")), "null" },
            { Table("hitPolicy=\"COLLECT\" aggregation=\"SUM\"", In("n") + "<output/>", Rule("6", "3")), "null" },
            {
                Table(
                    "hitPolicy=\"COLLECT\"",
                    In("n") + "<output><defaultOutputEntry><text>[7]</text></defaultOutputEntry></output>",
                    Rule("6", "3")
                ),
                "[7]"
            },
            {
                Table(
                    "hitPolicy=\"COLLECT\" aggregation=\"COUNT\"",
                    In("n") + "<output name=\"a\"/><output name=\"b\"/>",
                    Rule("-", "1", "2"),
                    Rule("-", "1", "2")
                ),
                "2"
            },
            {
                Table(
                    "hitPolicy=\"COLLECT\" aggregation=\"MAX\"",
                    In("n") + "<output/>",
                    Rule("-", "1"),
                    Rule("-", "2")
                ),
                "2"
            },
            {
                Table(
                    "hitPolicy=\"COLLECT\" aggregation=\"MIN\"",
                    In("n") + "<output/>",
                    Rule("-", "1"),
                    Rule("-", "2")
                ),
                "1"
            },
            {
                Table(
                    "hitPolicy=\"COLLECT\" aggregation=\"SUM\"",
                    In("n") + "<output/>",
                    Rule("-", "1"),
                    Rule("-", "2")
                ),
                "3"
            },
            // Of a part that may stand once the first counts.
            {
                Table(
                    "",
                    In("n", Allowed("inputValues", "5") + Allowed("inputValues", "6"))
                        + $"<output>{Allowed("outputValues", "1") + Allowed("outputValues", "2")}</output>",
                    Rule("-", "1")
                ),
                "1"
            },
            {
                Table(
                    "",
                    In("n")
                        + "<output><defaultOutputEntry><text>1</text></defaultOutputEntry><defaultOutputEntry><text>2</text></defaultOutputEntry></output>",
                    Rule("6", "3")
                ),
                "1"
            },
            { Table("", In("n") + "<output/>", "<rule><inputEntry/><outputEntry/></rule>"), "null" },
            {
                Table(
                    "",
                    In("n") + "<output/>",
                    "<rule><inputEntry><text> </text></inputEntry><outputEntry><text>1</text></outputEntry></rule>"
                ),
                "1"
            },
            // A row that is shorter than its columns has nothing there; a longer one is cut.
            {
                $"<relation><column name=\"a\"/><column name=\"b\"/><row>{Drawn.Literal("1")}</row><row>{Drawn.Literal("2")}{Drawn.Literal("3")}{Drawn.Literal("4")}</row></relation>",
                "[{a: 1, b: null}, {a: 2, b: 3}]"
            },
            { "<relation><column name=\"a\"/></relation>", "[]" },
            { $"<list>{Drawn.Literal("1")}<list/></list>", "[1, []]" },
            {
                $"<conditional><if>{Drawn.Literal("null")}</if><then>{Drawn.Literal("1")}</then><else>{Drawn.Literal("2")}</else></conditional>",
                "2"
            },
            {
                $"<some><in>{Drawn.Literal("[null, true]")}</in><satisfies>{Drawn.Literal("item")}</satisfies></some>",
                "true"
            },
            {
                $"<every><in>{Drawn.Literal("[null, false]")}</in><satisfies>{Drawn.Literal("item")}</satisfies></every>",
                "false"
            },
            {
                $"<for iteratorVariable=\" i \"><in>{Drawn.Literal("[1, 2, 3]")}</in><return>{Drawn.Literal("sum(append(partial, i))")}</return></for>",
                "[1, 3, 7]"
            },
            {
                $"<filter><in>{Drawn.Literal("[{x: 1}, {x: 2}]")}</in><match>{Drawn.Literal("x = 2 and item.x = 2")}</match></filter>",
                "[{x: 2}]"
            },
        };

    [Theory]
    [MemberData(nameof(Answers))]
    public void It_answers_without_a_warning(string logic, string expected)
    {
        foreach (var result in BothWays(logic))
        {
            Assert.Empty(result.Warnings);
            Assert.Equal(expected, Genggam.Standards.Feel.Functions.Text.Of(result.Value));
        }
    }

    [Fact]
    public void Rules_that_held_are_told_with_their_number_and_their_words()
    {
        const string rules =
            "<rule id=\"first\"><inputEntry><text>6</text></inputEntry><outputEntry><text>1</text></outputEntry></rule>"
            + "<rule><inputEntry/><outputEntry><text>2</text></outputEntry><annotationEntry><text> law 1 </text></annotationEntry><annotationEntry/></rule>"
            + "<rule id=\"third\"><inputEntry/><outputEntry><text>3</text></outputEntry></rule>";
        foreach (var result in BothWays(Table("hitPolicy=\"RULE ORDER\"", In("n") + "<output/>", rules)))
        {
            Assert.Equal([("d", "2", 2), ("d", "third", 3)], result.Fired.Select(f => (f.Decision, f.Rule, f.Index)));
            Assert.Equal(["law 1", ""], result.Fired[0].Annotations);
        }
        foreach (var result in BothWays(Table("hitPolicy=\"FIRST\"", In("n") + "<output/>", rules)))
            Assert.Equal(["2"], result.Fired.Select(f => f.Rule));
        foreach (
            var result in BothWays(
                Table("hitPolicy=\"PRIORITY\"", In("n") + $"<output>{Allowed("outputValues", "3, 2")}</output>", rules)
            )
        )
            Assert.Equal(["third"], result.Fired.Select(f => f.Rule));
    }

    [Theory]
    [InlineData("e", "The model has no decision e: did you mean d?")]
    [InlineData("nowhere", "The model has no decision nowhere: it has d.")]
    [InlineData("servic", "The model has no decision servic: did you mean service?")]
    [InlineData("x.d", "The model has no decision x.d: it has d.")]
    public void A_decision_that_is_not_there_is_told_with_those_that_are(string asked, string said)
    {
        var model = Drawn
            .Read(
                Drawn.Decision("d", Drawn.Literal("1"))
                    + "<decisionService id=\"service\" name=\"service\"><outputDecision href=\"#d\"/></decisionService>"
            )
            .Value!;

        for (var times = 0; times < 3; times++)
        {
            var result = model.Decide(asked, FeelContext.Empty, Quiet);
            Assert.Equal(
                [("DMN-201", said, "test.dmn")],
                result.Warnings.Select(w => (w.Number, w.Message, w.Place.File))
            );
        }
    }

    [Theory]
    [InlineData("b.asked", "3")]
    [InlineData("b.served", "3")]
    [InlineData("b.the id", "3")]
    [InlineData("own", "4")]
    public void A_decision_of_an_imported_model_is_asked_by_the_name_of_the_import(string asked, string expected)
    {
        var other = new DmnSource(
            "b.dmn",
            Drawn.Definitions(
                "<decision id=\"the id\" name=\"asked\">"
                    + Drawn.Literal("3")
                    + "</decision><decisionService id=\"s\" name=\"served\"><outputDecision href=\"#the id\"/></decisionService>",
                "urn:b"
            )
        );
        var model = Drawn
            .Read(
                "<import name=\"b\" namespace=\"urn:b\" importType=\"DMN\"/>"
                    + Drawn.Decision("own", Drawn.Literal("4")),
                other
            )
            .Value!;

        for (var times = 0; times < 3; times++)
            Assert.Equal(expected, model.Decide(asked, FeelContext.Empty, Quiet).Value.ToString());
        Assert.True(model.Decide("b-asked", FeelContext.Empty, Quiet).Value.IsNull);
        var beside = Drawn
            .Read(
                "<import name=\"\" namespace=\"urn:b\" importType=\"DMN\"/>"
                    + Drawn.Decision("own", Drawn.Literal("4")),
                other
            )
            .Value!;
        Assert.True(beside.Decide(".asked", FeelContext.Empty, Quiet).Value.IsNull);
        Assert.Equal(("test", "urn:test", "test.dmn"), (model.Name, model.Namespace, model.File));
        Assert.Equal("", DmnReader.Read("<definitions/>", "x").Value!.Namespace);
    }

    [Fact]
    public void A_service_gives_its_one_output_or_all_of_them_by_name()
    {
        var elements =
            Drawn.Input("n", "number")
            + Drawn.Decision("a", Drawn.Literal("n + 1"), "n", "number")
            + Drawn.Decision("b", Drawn.Literal("a * 2"), "a")
            + "<decisionService id=\"s\" name=\"s\"><variable name=\"s\"/><outputDecision href=\"#b\"/><inputDecision href=\"#a\"/></decisionService>"
            + "<decisionService id=\"s2\" name=\"s2\"><outputDecision href=\"#a\"/><outputDecision href=\"#b\"/><inputData href=\"#n\"/></decisionService>";

        Drawn.Gives(elements, "s", "10", "{a: 5}");
        Drawn.Gives(elements, "s2", "{a: 6, b: 12}", "{n: 5}");
        Drawn.IsNull(elements, "s", "DMN-203", "{a: \"x\"}");
    }

    [Fact]
    public void What_each_decision_was_given_and_warned_of_is_written_down_without_the_warnings_among_the_steps()
    {
        var reading = Drawn.Read(
            Drawn.Input("n")
                + Drawn.Decision(
                    "low",
                    Table(
                        "hitPolicy=\"FIRST\"",
                        In("n") + In("n + null") + "<output/>",
                        "<rule id=\"r\"><inputEntry><text>6</text></inputEntry><inputEntry/><outputEntry/></rule>"
                    ),
                    "n"
                )
                + Drawn.Decision("high", Drawn.Literal("low + 1"), "low n")
        );
        var explained = reading.Value!.Explain("high", FeelContext.Of(("n", 5)), Quiet);

        var high = Assert.IsType<DecisionStep>(Assert.Single(explained.Steps));
        Assert.Equal(("high", "high"), (high.Name, high.At.Element));
        Assert.Equal(["low", "n"], high.Given.Select(g => g.Name));
        Assert.Equal(["The values cannot be calculated with."], high.Warnings.Select(w => w.Message));
        Assert.True(high.Value.IsNull);
        var low = Assert.IsType<DecisionStep>(Assert.Single(high.Steps));
        Assert.Equal([("n", (FeelValue)5)], low.Given);
        Assert.Equal(["The values cannot be calculated with."], low.Warnings.Select(w => w.Message));
        var table = Assert.IsType<TableStep>(Assert.Single(low.Steps));
        Assert.Equal(("First", "t"), (table.Policy, table.At.Element));
        Assert.Equal([("n", (FeelValue)5), ("n + null", FeelValue.Null)], table.Inputs);
        var rule = Assert.Single(table.Rules);
        Assert.Equal((1, "r", 1, "6", false), (rule.Number, rule.Id, rule.Column, rule.Test, rule.Held));
        Assert.Equal(2, explained.Result.Warnings.Count);
    }

    private static List<DmnResult> BothWays(string logic)
    {
        var model = Drawn
            .Read(
                Drawn.Input("n")
                    + Drawn.Input("s")
                    + "<businessKnowledgeModel id=\"known\" name=\"known\"/>"
                    + "<decision id=\"d\" name=\"d\"><informationRequirement><requiredInput href=\"#n\"/><requiredInput href=\"#s\"/></informationRequirement>"
                    + "<knowledgeRequirement><requiredKnowledge href=\"#known\"/></knowledgeRequirement>"
                    + logic
                    + "</decision>"
            )
            .Value!;
        var inputs = FeelContext.Of(("n", 5), ("s", "a"));
        return
        [
            model.Interpret("d", inputs, Quiet),
            new CompiledModel(model).Decide("d", inputs, Quiet),
            model.Decide("d", inputs, Quiet),
            model.Decide("d", inputs, Quiet),
            model.Explain("d", inputs, Quiet).Result,
        ];
    }
}
