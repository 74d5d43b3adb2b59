using Genggam.Standards.Feel;
using Genggam.Standards.Feel.Run;
using Genggam.Standards.Feel.Syntax;

namespace Genggam.Standards.Dmn.Run;

/// <summary>The values that a list of allowed outputs names, in order.</summary>
internal static class TestValues
{
    public static IReadOnlyList<FeelValue> Of(FeelExpression tests, Evaluation evaluation, Scope scope) =>
        tests.Root is UnaryTestsNode unary ? [.. unary.Tests.Select(t => evaluation.Value(t, scope))] : [];
}
