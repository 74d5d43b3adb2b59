using System.Text;
using Microsoft.CodeAnalysis;

namespace Genggam.Benchmarks.Mutants.Changes;

/// <summary>The text of a file with switches for some changes.</summary>
internal static class Switches
{
    /// <summary>What is asked of <c>Mutant</c>, the class that <see cref="MutatedCopy"/> adds.</summary>
    private static string On(int number) => $"global::Genggam.Standards.Mutant.On({number})";

    public static string Write(SyntaxNode root, IEnumerable<(int Number, Change Change)> chosen)
    {
        var all = chosen.ToLookup(c => c.Change.Node);
        return Text(root, all, [.. all.SelectMany(c => c.Key.AncestorsAndSelf())]);
    }

    private static string Text(SyntaxNode node, ILookup<SyntaxNode, (int, Change)> chosen, HashSet<SyntaxNode> above)
    {
        if (!above.Contains(node))
            return node.ToFullString();
        var text = new StringBuilder();
        foreach (var part in node.ChildNodesAndTokens())
            text.Append(part.AsNode() is { } inner ? Text(inner, chosen, above) : part.ToFullString());
        if (!chosen.Contains(node))
            return text.ToString();
        var (before, behind) = (node.GetLeadingTrivia().ToFullString(), node.GetTrailingTrivia().ToFullString());
        var now = text.ToString(before.Length, text.Length - before.Length - behind.Length);
        foreach (var (number, change) in chosen[node])
            now = change.Switched(now, On(number));
        return before + now + behind;
    }
}
