using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Genggam.Benchmarks.Mutants.Changes;

/// <summary>Every change that can be made to a file, in the order of the text. Some of them will not compile.</summary>
internal static class FileChanges
{
    public static IEnumerable<Change> Of(SyntaxNode root) =>
        root.DescendantNodes(into => !Fixed(into)).Where(node => !Fixed(node)).SelectMany(At);

    /// <summary>What the compiler reads as a constant, and what runs never.</summary>
    private static bool Fixed(SyntaxNode node) =>
        node switch
        {
            AttributeListSyntax or EnumMemberDeclarationSyntax or InterpolationFormatClauseSyntax => true,
            PatternSyntax => node.Parent is not SwitchExpressionArmSyntax,
            EqualsValueClauseSyntax => node.Parent is ParameterSyntax,
            FieldDeclarationSyntax field => field.Modifiers.Any(SyntaxKind.ConstKeyword),
            LocalDeclarationStatementSyntax local => local.IsConst,
            _ => node.Parent is PatternSyntax or CaseSwitchLabelSyntax,
        };

    private static IEnumerable<Change> At(SyntaxNode node) =>
        node switch
        {
            ExpressionSyntax expression => ExpressionChanges.Of(expression).Concat(AsOperand(expression)),
            BlockSyntax block => Body(block),
            IfStatementSyntax one =>
            [
                Change.Always(one.Condition, "condition"),
                Change.Never(one.Condition, "condition"),
            ],
            WhileStatementSyntax loop => [Change.Never(loop.Condition, "condition")],
            ForStatementSyntax { Condition: { } condition } => [Change.Never(condition, "condition")],
            WhenClauseSyntax guard =>
            [
                Change.Always(guard.Condition, "condition"),
                Change.Never(guard.Condition, "condition"),
            ],
            PatternSyntax and not (DiscardPatternSyntax or VarPatternSyntax) when Bare(node) =>
            [
                Change.Unmatched(node, "arm"),
            ],
            CaseSwitchLabelSyntax => [Change.Unmatched(node, "arm")],
            CasePatternSwitchLabelSyntax { WhenClause: null } => [Change.Unmatched(node, "arm")],
            ExpressionStatementSyntax => [Change.Removed(node, "statement")],
            ReturnStatementSyntax or ThrowStatementSyntax or BreakStatementSyntax => [Change.Removed(node, "jump")],
            ContinueStatementSyntax or YieldStatementSyntax => [Change.Removed(node, "jump")],
            _ => [],
        };

    private static bool Bare(SyntaxNode pattern) => pattern.Parent is SwitchExpressionArmSyntax { WhenClause: null };

    /// <summary>An operand of a conjunction or disjunction, left out.</summary>
    private static IEnumerable<Change> AsOperand(ExpressionSyntax node) =>
        node.Parent?.Kind() switch
        {
            SyntaxKind.LogicalAndExpression => [Change.Always(node, "operand")],
            SyntaxKind.LogicalOrExpression => [Change.Never(node, "operand")],
            _ => [],
        };

    /// <summary>A body that does nothing.</summary>
    private static IEnumerable<Change> Body(BlockSyntax block)
    {
        var way = block.Parent switch
        {
            MethodDeclarationSyntax method => Way(block, method.ReturnType),
            LocalFunctionStatementSyntax local => Way(block, local.ReturnType),
            ConstructorDeclarationSyntax => "return;",
            _ => null,
        };
        if (way is not null && block.Statements.Count > 0)
            yield return new(block, "body", $"{{ {way} }}", (now, on) => $"{{ if ({on}) {way} {now[1..]}");
    }

    private static string Way(BlockSyntax block, TypeSyntax type) =>
        block.DescendantNodes(n => n is not (LocalFunctionStatementSyntax or LambdaExpressionSyntax)).Any(IsYield)
            ? "yield break;"
        : type is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword } ? "return;"
        : "return default;";

    private static bool IsYield(SyntaxNode node) => node is YieldStatementSyntax;
}
