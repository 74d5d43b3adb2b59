using Genggam.Standards.Bpmn;
using Genggam.Standards.Dmn;
using Genggam.Standards.Forms;
using Genggam.Standards.Tests.Dmn.Checking;
using Genggam.Standards.Tests.Forms;
using Flows = Genggam.Standards.Tests.Bpmn.Drawn;
using Models = Genggam.Standards.Tests.Dmn.Drawn;

namespace Genggam.Standards.Tests;

/// <summary>
/// Input that is wrong on purpose or by mistake: found when it is read or checked where that can be, else said when it runs;
/// always with number and place, never a crash or a null that nobody is told of.
/// </summary>
public sealed class BadInputTests
{
    private const string Bomb =
        "<!DOCTYPE a [<!ENTITY b \"bbbb\"><!ENTITY c \"&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;\">]>\n<definitions>&d;</definitions>";

    private const string Reference = "<!DOCTYPE a SYSTEM \"http://example.org/a.dtd\">\n<definitions/>";

    private const string Stuck = """<bpmn:startEvent id="s"/><bpmn:task id="t"/><bpmn:task id="u"/>""";

    private static readonly Dictionary<string, (string Number, Func<IEnumerable<Problem>> Problems)> Checked = new()
    {
        ["cyclic requirements"] = (
            "DMN-004",
            () => Read(Models.Decision("a", Models.Literal("b"), "b") + Models.Decision("b", Models.Literal("a"), "a"))
        ),
        ["a cyclic type"] = (
            "DMN-006",
            () =>
                Read(
                    "<itemDefinition name=\"a\"><typeRef>b</typeRef></itemDefinition><itemDefinition name=\"b\"><typeRef>a</typeRef></itemDefinition>"
                )
        ),
        ["an unknown name"] = ("DMN-012", () => Read(Models.Decision("a", Models.Literal("takada + 1")))),
        ["an unknown requirement"] = ("DMN-003", () => Read(Models.Decision("a", Models.Literal("1"), "takada"))),
        ["an unknown model"] = (
            "DMN-007",
            () => Read("<import name=\"x\" namespace=\"urn:takada\" importType=\"DMN\"/>")
        ),
        ["boxes nested without end"] = (
            "DMN-001",
            () =>
                Read(
                    Models.Decision(
                        "a",
                        string.Concat(Enumerable.Repeat("<list>", 20_000))
                            + string.Concat(Enumerable.Repeat("</list>", 20_000))
                    )
                )
        ),
        ["types nested without end"] = (
            "DMN-001",
            () =>
                Read(
                    "<itemDefinition name=\"t\">"
                        + string.Concat(Enumerable.Repeat("<itemComponent name=\"t\">", 20_000))
                        + string.Concat(Enumerable.Repeat("</itemComponent>", 20_000))
                        + "</itemDefinition>"
                )
        ),
        ["elements nested without end in BPMN"] = (
            "BPMN-001",
            () =>
                BpmnReader
                    .Read(
                        string.Concat(Enumerable.Repeat("<a>", 20_000))
                            + string.Concat(Enumerable.Repeat("</a>", 20_000)),
                        "a.bpmn"
                    )
                    .Problems
        ),
        ["a service that requires itself"] = (
            "DMN-004",
            () =>
                Read(
                    Models.Decision(
                        "a",
                        "<knowledgeRequirement><requiredKnowledge href=\"#s\"/></knowledgeRequirement>"
                            + Models.Literal("s()")
                    )
                        + Models.Decision("b", Models.Literal("a"), "a")
                        + "<decisionService id=\"s\" name=\"s\"><variable name=\"s\"/><outputDecision href=\"#b\"/><encapsulatedDecision href=\"#a\"/></decisionService>"
                )
        ),
        ["a chain too long to be evaluated"] = (
            "FEEL-102",
            () => Read(Models.Decision("a", Models.Literal(string.Join(" + ", Enumerable.Repeat("1", 450)))))
        ),
        ["a hit policy that there is none of"] = (
            "DMN-013",
            () =>
                Read(
                    Ruled.Table(
                        "first",
                        "n:number",
                        [
                            ["1", "2"],
                        ]
                    )
                )
        ),
        ["a rule with too few inputs"] = (
            "DMN-101",
            () =>
                Read(
                    Ruled.Table(
                        "FIRST",
                        "n:number, m:number",
                        [
                            ["1", "2"],
                        ]
                    )
                )
        ),
        ["entities that expand in DMN"] = ("DMN-001", () => DmnReader.Read(Bomb, "a.dmn").Problems),
        ["entities that expand in BPMN"] = ("BPMN-001", () => BpmnReader.Read(Bomb, "a.bpmn").Problems),
        ["an external reference in DMN"] = ("DMN-001", () => DmnReader.Read(Reference, "a.dmn").Problems),
        ["an external reference in BPMN"] = ("BPMN-001", () => BpmnReader.Read(Reference, "a.bpmn").Problems),
        ["nesting without end"] = (
            "FEEL-102",
            () => Read(Models.Decision("a", Models.Literal(new string('(', 10_000) + "1")))
        ),
        ["a table of UNIQUE rules that overlap"] = (
            "DMN-102",
            () =>
                Ruled.Check(
                    Ruled.Table(
                        "UNIQUE",
                        "n:number",
                        [
                            ["<= 5", "1"],
                            [">= 5", "2"],
                        ]
                    )
                )
        ),
        ["a token that can never leave"] = (
            "BPMN-108",
            () => Structure(Stuck + Flows.Flow("s", "t") + Flows.Flow("t", "u") + Flows.Flow("u", "t"))
        ),
        ["a token that waits in a join for one that never comes"] = (
            "BPMN-116",
            () =>
                Structure(
                    """<bpmn:startEvent id="s"/><bpmn:exclusiveGateway id="g"/><bpmn:parallelGateway id="j"/>"""
                        + """<bpmn:task id="t"/><bpmn:task id="u"/><bpmn:endEvent id="e"/>"""
                        + string.Concat(
                            new[] { "s-g", "g-t", "g-u", "t-j", "u-j", "j-e" }.Select(f => Flows.Flow(f[..1], f[2..]))
                        )
                )
        ),
        ["a gateway with no way out"] = (
            "BPMN-104",
            () => Structure("""<bpmn:startEvent id="s"/><bpmn:exclusiveGateway id="g"/>""" + Flows.Flow("s", "g"))
        ),
        ["a ring of computed fields"] = (
            "FORM-022",
            () =>
                FormReader
                    .Read(Drafted.Json(Drafted.Computed("a", "=b + 1"), Drafted.Computed("b", "=a + 1")), "a.form")
                    .Problems
        ),
    };

    public static TheoryData<string> AtCheck => [.. Checked.Keys];

    [Theory]
    [MemberData(nameof(AtCheck))]
    public void What_can_be_seen_without_running_is_found_with_number_and_place(string input)
    {
        var (number, problems) = Checked[input];

        var problem = problems().First(p => p.Number == number);
        Assert.NotEqual("", problem.Place.File);
        Assert.True(problem.Place.Line > 0, $"{problem} has no line");
        Assert.NotEqual("", problem.Message);
    }

    [Theory]
    [InlineData("f(1)", "FEEL-302")] // recursion without end
    [InlineData("matches(panjang, \"(a|aa)+\\\\1$\")", "FEEL-235")] // a regular expression that explodes
    [InlineData("date(\"999999999-12-31\") + duration(\"P1D\")", "FEEL-211")] // beyond the last year
    [InlineData("@\"999999999-12-31\" + @\"P1Y\"", "FEEL-211")]
    [InlineData("for i in 1..999999999 return i", "FEEL-301")] // a list without end
    [InlineData("for i in 2147483647..2147483648 return i", "FEEL-206")] // a range beyond what can be counted through
    [InlineData("1 / count([])", "FEEL-222")] // a division by zero
    [InlineData("duration(\"P1D\") / count([])", "FEEL-222")]
    [InlineData("duration(\"P1Y\") / duration(\"P0Y\")", "FEEL-222")]
    [InlineData("modulo(5, 0)", "FEEL-222")]
    [InlineData("date(\"2020-01-01\") + duration(\"P1D\") * 1e18", "FEEL-211")] // a duration beyond all years
    [InlineData("duration(\"P1D\") * 9e12 + duration(\"P1D\") * 9e12", "FEEL-211")]
    [InlineData("duration(\"P1Y\") * 7e10 + duration(\"P1Y\") * 7e10", "FEEL-211")]
    [InlineData("sum(for i in 1..3 return duration(\"P1D\") * 9e12)", "FEEL-213")]
    [InlineData("sum(for i in 1..3 return duration(\"P1Y\") * 7e10)", "FEEL-213")]
    [InlineData("duration(\"P9999999999999999D\")", "FEEL-213")]
    [InlineData("10 ** 9999", "FEEL-221")] // a number too large
    public void What_only_shows_when_it_runs_is_null_with_number_and_place(string feel, string number)
    {
        var recursion =
            $"<businessKnowledgeModel id=\"f\" name=\"f\"><variable name=\"f\"/><encapsulatedLogic><formalParameter name=\"n\"/>{Models.Literal("f(n + 1)")}</encapsulatedLogic></businessKnowledgeModel>";
        var result = Models.Decide(
            recursion + Models.Input("panjang") + Models.Decision("d", Models.Literal(feel), "f panjang"),
            "d",
            $"{{panjang: \"{new string('a', 5000)}c\"}}"
        );

        Assert.True(result.Value.IsNull);
        var warning = result.Warnings.First(w => w.Number == number);
        Assert.True(warning.Place is { File: "test.dmn", Line: > 0, Column: > 0 }, $"{warning} has no place");
    }

    [Fact]
    public void Rules_that_overlap_only_by_the_data_are_null_with_their_table() =>
        Assert.Equal(
            "t",
            Models
                .IsNull(
                    Ruled.Table(
                        "UNIQUE",
                        "n:number",
                        [
                            ["< n + 1", "1"],
                            ["> n - 1", "2"],
                        ]
                    ),
                    "d",
                    "DMN-205",
                    "{n: 1}"
                )
                .Place.Element
        );

    [Fact]
    public void A_form_that_divides_by_zero_is_handed_back_with_the_field()
    {
        var form = Drafted.Form(
            Drafted.Field("number", "x"),
            Drafted.Computed("y", "=1 / x"),
            Drafted.Rows("anak", "", Drafted.Field("number", "x"), Drafted.Computed("y", "=1 / this.x"))
        );

        Assert.Equal(
            [("y", "FORM-124"), ("anak[0].y", "FORM-124")],
            form.Validate(Drafted.Answers("""{"x": 0, "anak": [{"x": 0}]}"""), Drafted.Quiet)
                .Select(p => (p.Key, p.Rule))
        );
        Assert.Empty(form.Validate(Drafted.Answers("""{"anak": [{"x": 2}]}"""), Drafted.Quiet));
    }

    private static IReadOnlyList<Problem> Read(string elements) => Models.Read(elements).Problems;

    private static IEnumerable<Problem> Structure(string inside) => BpmnCheck.Structure(Flows.Read(inside).Value!);
}
