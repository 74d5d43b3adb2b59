using System.Collections.Immutable;
using Genggam.Standards.Feel;
using Genggam.Standards.Feel.Syntax;

namespace Genggam.Standards.Forms.Schema;

/// <summary>
/// The dotted paths that an expression reads from the answers of a form. Items of a list count as the list, so that
/// <c>anak[1].nama</c> reads <c>anak.nama</c>; a path that cannot be told stops where it can.
/// </summary>
internal static class PathsRead
{
    private static readonly string[] Row = ["this", "_this_"];
    private static readonly string[] Around = ["parent", "_parent_"];

    /// <param name="group">The repeating group in whose rows the expression stands.</param>
    public static ImmutableSortedSet<string> Of(FeelExpression expression, string? group)
    {
        var found = ImmutableSortedSet.CreateBuilder<string>(StringComparer.Ordinal);
        Walk(expression.Root);
        return found.ToImmutable();

        void Walk(Node node)
        {
            if (Path(node) is { } path)
                found.Add(path);
            foreach (var child in Children(node))
                Walk(child);
        }

        string? Path(Node node) =>
            node switch
            {
                NameNode name when group is not null && Row.Contains(name.Name) => group,
                NameNode name when expression.Variables.Contains(name.Name) => name.Name,
                PathNode { Source: NameNode around } outer when group is not null && Around.Contains(around.Name) =>
                    outer.Member,
                PathNode path => Path(path.Source) is { } source ? $"{source}.{path.Member}" : null,
                FilterNode filter => Path(filter.Source),
                _ => null,
            };
    }

    /// <summary>Of a path only what its filters hold: the path itself was read as a whole.</summary>
    private static IEnumerable<Node> Children(Node node) =>
        node switch
        {
            PathNode { Source: NameNode } => [],
            PathNode { Source: PathNode or FilterNode } path => Children(path.Source),
            FilterNode filter => [.. Children(filter.Source), filter.Condition],
            _ => FreeNames.Children(node),
        };
}
