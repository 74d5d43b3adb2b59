using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Genggam.Benchmarks.Mutants.Changes;

/// <summary>Another operator, literal, choice or call in the place of one.</summary>
internal static class ExpressionChanges
{
    private static readonly Dictionary<string, (string Kind, string[] Others)> Operators = new(StringComparer.Ordinal)
    {
        ["+"] = ("arithmetic", ["-"]),
        ["-"] = ("arithmetic", ["+"]),
        ["*"] = ("arithmetic", ["/"]),
        ["/"] = ("arithmetic", ["*"]),
        ["%"] = ("arithmetic", ["*"]),
        ["&"] = ("bits", ["|"]),
        ["|"] = ("bits", ["&"]),
        ["^"] = ("bits", ["&"]),
        ["<<"] = ("bits", [">>"]),
        [">>"] = ("bits", ["<<"]),
        ["<"] = ("comparison", ["<=", ">="]),
        ["<="] = ("comparison", ["<", ">"]),
        [">"] = ("comparison", [">=", "<="]),
        [">="] = ("comparison", [">", "<"]),
        ["=="] = ("equality", ["!="]),
        ["!="] = ("equality", ["=="]),
        ["&&"] = ("logic", ["||"]),
        ["||"] = ("logic", ["&&"]),
        ["+="] = ("assignment", ["-="]),
        ["-="] = ("assignment", ["+="]),
        ["*="] = ("assignment", ["/="]),
        ["/="] = ("assignment", ["*="]),
        ["%="] = ("assignment", ["*="]),
        ["|="] = ("assignment", ["&="]),
        ["&="] = ("assignment", ["|="]),
        ["<<="] = ("assignment", [">>="]),
        [">>="] = ("assignment", ["<<="]),
        ["??="] = ("assignment", ["="]),
        ["++"] = ("assignment", ["--"]),
        ["--"] = ("assignment", ["++"]),
    };

    public static IEnumerable<Change> Of(ExpressionSyntax node) =>
        node switch
        {
            BinaryExpressionSyntax { OperatorToken.RawKind: (int)SyntaxKind.QuestionQuestionToken } either =>
            [
                Change.Instead(node, "??", $"{either.Left}"),
                Change.Instead(node, "??", $"{either.Right}"),
            ],
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.IsExpression } => [Change.Opposite(node, "is")],
            IsPatternExpressionSyntax => [Change.Opposite(node, "is")],
            BinaryExpressionSyntax binary => Another(node, binary.OperatorToken),
            AssignmentExpressionSyntax assignment => Another(node, assignment.OperatorToken),
            PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } =>
            [
                Change.Opposite(node, "not"),
            ],
            PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.UnaryMinusExpression } minus =>
            [
                Change.Instead(node, "arithmetic", $"{minus.Operand}"),
            ],
            PrefixUnaryExpressionSyntax one => Another(node, one.OperatorToken),
            PostfixUnaryExpressionSyntax one => Another(node, one.OperatorToken),
            ConditionalExpressionSyntax choice =>
            [
                Change.Instead(node, "choice", $"{choice.WhenTrue}"),
                Change.Instead(node, "choice", $"{choice.WhenFalse}"),
            ],
            LiteralExpressionSyntax literal => Literal(literal),
            InterpolatedStringExpressionSyntax => [Change.Instead(node, "text", "\"\"")],
            InvocationExpressionSyntax call => CallChanges.Of(call),
            _ => [],
        };

    private static IEnumerable<Change> Another(ExpressionSyntax node, SyntaxToken token)
    {
        if (!Operators.TryGetValue(token.Text, out var known))
            return [];
        return node.Parent is ExpressionStatementSyntax statement
            ? known.Others.Select(o => Change.InsteadStatement(statement, known.Kind, Put(statement, token, o)))
            : known.Others.Select(o => Change.Instead(node, known.Kind, Put(node, token, o)));
    }

    private static IEnumerable<Change> Literal(LiteralExpressionSyntax literal) =>
        literal.Kind() switch
        {
            SyntaxKind.TrueLiteralExpression => [Change.Instead(literal, "truth", "false")],
            SyntaxKind.FalseLiteralExpression => [Change.Instead(literal, "truth", "true")],
            SyntaxKind.NumericLiteralExpression => [Change.Instead(literal, "number", $"{literal} + 1")],
            SyntaxKind.StringLiteralExpression =>
            [
                Change.Instead(literal, "text", literal.Token.ValueText.Length == 0 ? "\"mutated\"" : "\"\""),
            ],
            _ => [],
        };

    /// <summary>The node with another word in the place of one of its tokens.</summary>
    public static string Put(SyntaxNode node, SyntaxToken token, string other) =>
        node.ToString()
            .Remove(token.SpanStart - node.SpanStart, token.Span.Length)
            .Insert(token.SpanStart - node.SpanStart, other);
}
