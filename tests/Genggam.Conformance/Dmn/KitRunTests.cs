using Genggam.Standards.Dmn;
using Genggam.Standards.Dmn.Kit;

namespace Genggam.Conformance.Dmn;

/// <summary>How a test of the kit is judged: what it expects, what it got, and why it failed or cannot be run.</summary>
public sealed class KitRunTests
{
    [Theory]
    [InlineData("null", "errorResult=\"true\"", "", "d: expected an error, got null without a word")]
    [InlineData("1", "errorResult=\"1\"", "", "d: expected an error, got 1")]
    [InlineData("1", "", "", "d: the test expects nothing")]
    [InlineData("1 + null", "errorResult=\"true\"", "", "")]
    [InlineData("1", "", "<expected><value xsi:type=\"xsd:decimal\">1</value></expected>", "")]
    [InlineData("1", "errorResult=\"false\"", "<expected><value xsi:type=\"xsd:decimal\">1.0</value></expected>", "")]
    [InlineData("1", "", "<expected><value xsi:type=\"xsd:decimal\">2</value></expected>", "d: expected 2, got 1")]
    [InlineData("1", "", "<expected><value xsi:nil=\"true\"/></expected>", "d: expected null, got 1")]
    [InlineData("null", "", "<expected><value xsi:nil=\"true\"/></expected>", "")]
    [InlineData("null", "", "<expected xsi:nil=\"1\"/>", "")]
    [InlineData("\"a\"", "", "<expected><value>a</value></expected>", "")]
    [InlineData(
        "\"a\"",
        "",
        "<expected><value xsi:type=\"xsd:string\">b</value></expected>",
        "d: expected \"b\", got \"a\""
    )]
    [InlineData("true", "", "<expected><value xsi:type=\"xsd:boolean\"> 1 </value></expected>", "")]
    [InlineData("true", "", "<expected><value xsi:type=\"xsd:boolean\">true</value></expected>", "")]
    [InlineData("false", "", "<expected><value xsi:type=\"xsd:boolean\">0</value></expected>", "")]
    [InlineData("date(\"2020-01-01\")", "", "<expected><value xsi:type=\"xsd:date\">2020-01-01</value></expected>", "")]
    [InlineData("time(\"10:00:00\")", "", "<expected><value xsi:type=\"xsd:time\">10:00:00</value></expected>", "")]
    [InlineData(
        "date and time(\"2020-01-01T10:00:00\")",
        "",
        "<expected><value xsi:type=\"xsd:dateTime\">2020-01-01T10:00:00</value></expected>",
        ""
    )]
    [InlineData("duration(\"P1D\")", "", "<expected><value xsi:type=\"xsd:duration\">P1D</value></expected>", "")]
    [InlineData(
        "duration(\"P1Y\")",
        "",
        "<expected><value xsi:type=\"xsd:yearMonthDuration\">P1Y</value></expected>",
        ""
    )]
    [InlineData(
        "duration(\"P1D\")",
        "",
        "<expected><value xsi:type=\"xsd:dayTimeDuration\">PT24H</value></expected>",
        ""
    )]
    [InlineData("1/3", "", "<expected><value xsi:type=\"xsd:decimal\">0.33333333</value></expected>", "")]
    [InlineData("1/3", "", "<expected><value xsi:type=\"xsd:decimal\">0.33333334</value></expected>", "")]
    [InlineData("-1/3", "", "<expected><value xsi:type=\"xsd:decimal\">-0.33333334</value></expected>", "")]
    [InlineData(
        "1/3",
        "",
        "<expected><value xsi:type=\"xsd:decimal\">0.33333335</value></expected>",
        "d: expected 0.33333335, got 0.3333333333333333333333333333333333"
    )]
    [InlineData(
        "1/3",
        "",
        "<expected><value xsi:type=\"xsd:decimal\">0.33333332</value></expected>",
        "d: expected 0.33333332, got 0.3333333333333333333333333333333333"
    )]
    [InlineData(
        "0.33333332",
        "",
        "<expected><value xsi:type=\"xsd:decimal\">0.33333333</value></expected>",
        "d: expected 0.33333333, got 0.33333332"
    )]
    [InlineData(
        "1/3",
        "",
        "<expected><value xsi:type=\"xsd:decimal\">0.3333333</value></expected>",
        "d: expected 0.3333333, got 0.3333333333333333333333333333333333"
    )]
    [InlineData(
        "[1, \"a\"]",
        "",
        "<expected><list><item><value xsi:type=\"xsd:decimal\">1</value></item><item><value>a</value></item></list></expected>",
        ""
    )]
    [InlineData(
        "[1]",
        "",
        "<expected><list><item><value xsi:type=\"xsd:decimal\">1</value></item><item><value>a</value></item></list></expected>",
        "d: expected [1,\"a\"], got [1]"
    )]
    [InlineData(
        "[1, 2]",
        "",
        "<expected><list><item><value xsi:type=\"xsd:decimal\">1</value></item><item><value>a</value></item></list></expected>",
        "d: expected [1,\"a\"], got [1,2]"
    )]
    [InlineData("1", "", "<expected><list/></expected>", "d: expected [], got 1")]
    [InlineData("[]", "", "<expected><list/></expected>", "")]
    [InlineData(
        "{a: 1, b: 2}",
        "",
        "<expected><component name=\"b\"><value xsi:type=\"xsd:decimal\">2</value></component><component name=\"a\"><value xsi:type=\"xsd:decimal\">1</value></component></expected>",
        ""
    )]
    [InlineData(
        "{a: 1, b: 2}",
        "",
        "<expected><component name=\"a\"><value xsi:type=\"xsd:decimal\">1</value></component></expected>",
        "d: expected {\"a\":1}, got {\"a\":1,\"b\":2}"
    )]
    [InlineData(
        "{b: 1}",
        "",
        "<expected><component name=\"a\"><value xsi:type=\"xsd:decimal\">1</value></component></expected>",
        "d: expected {\"a\":1}, got {\"b\":1}"
    )]
    [InlineData(
        "{a: 2}",
        "",
        "<expected><component name=\"a\"><value xsi:type=\"xsd:decimal\">1</value></component></expected>",
        "d: expected {\"a\":1}, got {\"a\":2}"
    )]
    public void A_result_is_met_or_it_is_told_what_came_instead(
        string feel,
        string attribute,
        string expected,
        string detail
    )
    {
        var one = Assert.Single(Run("folder", feel, "1", attribute, expected));

        Assert.Equal((detail.Length == 0 ? KitOutcome.Passed : KitOutcome.Failed, detail), (one.Outcome, one.Detail));
        Assert.Equal(("folder", "m-test-01.xml", "1"), (one.Folder, one.File, one.Id));
    }

    [Fact]
    public void A_failure_tells_the_warnings_too() =>
        Assert.Equal(
            "d: expected 1, got null m.dmn:2:56 (d): FEEL-211 The values cannot be calculated with.",
            Assert
                .Single(
                    Run("folder", "1 + null", "1", "", "<expected><value xsi:type=\"xsd:decimal\">1</value></expected>")
                )
                .Detail
        );

    [Theory]
    [InlineData("boxed_001", "calls java.lang.Math.max(double, double) from a boxed function")]
    [InlineData("literal_001", "calls java.lang.Math.cos(double)")]
    [InlineData("literal_002", "calls java.lang.Math.max(double, double)")]
    [InlineData("literal_003", "calls java.lang.Math.max(double, double) under the name of a built-in function")]
    [InlineData("literal_004", "calls java.lang.Math.max(int, int)")]
    [InlineData("literal_005", "calls java.lang.Short.valueOf(short)")]
    [InlineData("literal_006", "calls java.lang.Byte.valueOf(byte)")]
    [InlineData("literal_007", "calls java.lang.String.valueOf(char)")]
    [InlineData("literal_008", "calls java.lang.Math.max(long, long)")]
    [InlineData("literal_009", "calls java.lang.Math.max(float, float)")]
    [InlineData("literal_010", "calls java.lang.Integer.valueOf(String)")]
    [InlineData("literal_011", "calls java.lang.Float.valueOf(String)")]
    [InlineData("literal_012", "calls java.lang.Double.valueOf(String)")]
    [InlineData("varargs_001", "calls java.lang.String.format(String, Object...)")]
    public void A_test_that_wants_Java_is_excluded_with_the_method_it_calls(string id, string reason)
    {
        const string two = "<expected><value xsi:type=\"xsd:decimal\">2</value></expected>";

        var excluded = Assert.Single(Run(ExternalJava.Folder, "1", id, "", two));
        Assert.Equal((KitOutcome.Excluded, reason), (excluded.Outcome, excluded.Detail));
        Assert.Equal(KitOutcome.Failed, Assert.Single(Run("other", "1", id, "", two)).Outcome);
        Assert.Equal(KitOutcome.Failed, Assert.Single(Run(ExternalJava.Folder, "1", "literal_099", "", two)).Outcome);
        Assert.Equal(KitOutcome.Passed, Assert.Single(Run(ExternalJava.Folder, "2", id, "", two)).Outcome);
    }

    [Fact]
    public void A_test_file_that_is_no_xml_or_names_no_model_fails()
    {
        var broken = Assert.Single(DmnKit.Run("f", [new DmnSource("a-test-01.xml", "<a")]));
        Assert.Equal(
            ("f", "a-test-01.xml", "", KitOutcome.Failed),
            (broken.Folder, broken.File, broken.Id, broken.Outcome)
        );
        Assert.NotEmpty(broken.Detail);
        var lost = Assert.Single(DmnKit.Run("f", [new DmnSource("a-test-01.xml", Test("1", "", ""))]));
        Assert.Equal("m.dmn: DMN-001 There is no such file.", lost.Detail);
    }

    [Theory]
    [InlineData("a-test-01.xml", true)]
    [InlineData("a.xml", false)]
    [InlineData("a-test-01.dmn", false)]
    [InlineData("a-test.xml", false)]
    public void A_test_file_is_known_by_its_name(string name, bool isTest) =>
        Assert.Equal(isTest, DmnKit.IsTestFile(name));

    [Fact]
    public void Files_are_run_in_the_order_of_their_names()
    {
        var cases = DmnKit.Run(
            "f",
            [
                new DmnSource("b-test-01.xml", Test("1", "", "")),
                new DmnSource("a-test-01.xml", Test("1", "", "")),
                new DmnSource("B-test-01.xml", Test("1", "", "")),
            ]
        );

        Assert.Equal(["B-test-01.xml", "a-test-01.xml", "b-test-01.xml"], cases.Select(c => c.File));
    }

    private static IEnumerable<KitCase> Run(string folder, string feel, string id, string attribute, string expected) =>
        DmnKit.Run(
            folder,
            [
                new DmnSource(
                    "m.dmn",
                    $"""
                    <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" name="m" namespace="urn:m">
                      <decision id="d" name="d"><literalExpression><text>{feel}</text></literalExpression></decision>
                    </definitions>
                    """
                ),
                new DmnSource("m-test-01.xml", Test(id, attribute, expected)),
            ]
        );

    private static string Test(string id, string attribute, string expected) =>
        $"""
            <testCases xmlns="http://www.omg.org/spec/DMN/20160719/testcase"
                       xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
              <modelName>m.dmn</modelName>
              <testCase id="{id}"><resultNode name="d" {attribute}>{expected}</resultNode></testCase>
            </testCases>
            """;
}
