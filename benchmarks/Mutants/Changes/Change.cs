using Microsoft.CodeAnalysis;

namespace Genggam.Benchmarks.Mutants.Changes;

/// <summary>One change that can be made at a place of the source.</summary>
/// <param name="After">What would stand there instead, for a reader.</param>
/// <param name="Switched">
/// Source that is as it was, and changed where the condition holds: what stands there now (with the switches of its parts),
/// then the condition.
/// </param>
internal sealed record Change(SyntaxNode Node, string Kind, string After, Func<string, string, string> Switched)
{
    public static Change Instead(SyntaxNode node, string kind, string after) =>
        new(node, kind, after, (now, on) => $"({on} ? ({after}) : ({now}))");

    public static Change InsteadStatement(SyntaxNode node, string kind, string after) =>
        new(node, kind, after, (now, on) => $"{{ if ({on}) {after} else {now} }}");

    public static Change Removed(SyntaxNode statement, string kind) =>
        new(statement, kind, "(nothing)", (now, on) => $"{{ if (!{on}) {now} }}");

    /// <summary>These four say what is said only once, so a variable that a pattern declares there stays declared once.</summary>
    public static Change Always(SyntaxNode condition, string kind) =>
        new(condition, kind, "true", (now, on) => $"({on} || ({now}))");

    public static Change Never(SyntaxNode condition, string kind) =>
        new(condition, kind, "false", (now, on) => $"(!{on} && ({now}))");

    public static Change Opposite(SyntaxNode condition, string kind) =>
        new(condition, kind, $"!({condition})", (now, on) => $"({on} != ({now}))");

    public static Change Unmatched(SyntaxNode pattern, string kind) =>
        new(
            pattern,
            kind,
            "(no such arm)",
            (now, on) => now.EndsWith(':') ? $"{now[..^1]} when !{on}:" : $"{now} when !{on}"
        );
}
