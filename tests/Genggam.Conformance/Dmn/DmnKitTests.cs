using Genggam.Standards.Dmn;
using Genggam.Standards.Dmn.Kit;

namespace Genggam.Conformance.Dmn;

public sealed class DmnKitTests
{
    /// <summary>Tests of the kit that lies beside this checkout; another 25 stand in comments.</summary>
    private const int Tests = 2688;

    private static readonly string? Kit = Kits.Dmn;

    public static TheoryData<string> Folders() =>
        Kit is null ? [] : [.. DmnKitFolder.All(Kit).Select(folder => Path.GetRelativePath(Kit, folder))];

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Folders))]
    public void Every_test_of_a_folder_passes_that_is_not_excluded(string folder)
    {
        var failed = DmnKitFolder.Run(Path.Combine(Kit!, folder)).Where(c => c.Outcome == KitOutcome.Failed);

        Assert.Empty(failed.Select(c => $"{c.File} {c.Id} {c.Detail}"));
    }

    [Fact]
    public void Only_tests_that_call_Java_are_excluded()
    {
        Assert.SkipWhen(Kit is null, "The DMN kit is not in shared/conformance/dmn-tck beside this checkout.");

        var cases = DmnKitFolder.All(Kit).SelectMany(folder => DmnKitFolder.Run(folder)).ToList();

        Assert.Equal(Tests, cases.Count);
        Assert.All(
            cases.Where(c => c.Outcome == KitOutcome.Excluded),
            c => Assert.Equal("0076-feel-external-java", c.Folder)
        );
    }

    [Fact]
    public void A_model_that_cannot_be_read_earns_nothing_even_where_null_is_expected()
    {
        var cases = DmnKit.Run(
            "broken",
            [new DmnSource("m.dmn", "<definitions"), new DmnSource("m-test-01.xml", Test("errorResult=\"true\""))]
        );

        Assert.Equal([KitOutcome.Failed], cases.Select(c => c.Outcome));
    }

    [Theory]
    [InlineData("null", KitOutcome.Failed)]
    [InlineData("1 + null", KitOutcome.Passed)]
    [InlineData("1", KitOutcome.Failed)]
    public void An_expected_error_is_null_with_a_warning(string text, KitOutcome outcome)
    {
        var model = $"""
            <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" name="m" namespace="urn:m">
              <decision id="d" name="d"><literalExpression><text>{text}</text></literalExpression></decision>
            </definitions>
            """;
        var cases = DmnKit.Run(
            "errors",
            [new DmnSource("m.dmn", model), new DmnSource("m-test-01.xml", Test("errorResult=\"true\""))]
        );

        Assert.Equal([outcome], cases.Select(c => c.Outcome));
    }

    private static string Test(string attribute) =>
        $"""
            <testCases xmlns="http://www.omg.org/spec/DMN/20160719/testcase"
                       xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
              <modelName>m.dmn</modelName>
              <testCase id="1"><resultNode name="d" {attribute}>
                <expected><value xsi:nil="true"/></expected>
              </resultNode></testCase>
            </testCases>
            """;
}
