using System.Collections.Immutable;

namespace Genggam.Standards.Feel.Syntax;

/// <summary>The names a tree takes from outside. Names that it binds itself and built-in functions are left out.</summary>
internal static class FreeNames
{
    public static ImmutableSortedSet<string> Of(Node root) =>
        Paths(root).Select(path => path.Root).ToImmutableSortedSet(StringComparer.Ordinal);

    /// <summary>The same where they stand, with the members that are read of them.</summary>
    public static List<FeelPath> Paths(Node root)
    {
        var free = Unbound(root);
        free.RemoveAll(path => IsBuiltin(path.Root));
        return free;
    }

    /// <summary>The built-in functions among the names that the tree does not bind itself.</summary>
    public static ImmutableSortedSet<string> Builtins(Node root) =>
        Unbound(root).Select(path => path.Root).Where(IsBuiltin).ToImmutableSortedSet(StringComparer.Ordinal);

    private static bool IsBuiltin(string name) => Functions.Builtins.Find(name) is not null;

    private static List<FeelPath> Unbound(Node root)
    {
        var free = new List<FeelPath>();
        Walk(root, [], filtered: false, free);
        return free;
    }

    private static void Walk(Node node, ImmutableHashSet<string> bound, bool filtered, List<FeelPath> free)
    {
        switch (node)
        {
            case NameNode or PathNode or FilterNode:
                Path(node, bound, filtered, free);
                break;
            case ForNode loop:
                Walk(loop.Body, Bind(loop.Iterators, bound.Add("partial"), filtered, free), filtered, free);
                break;
            case QuantifiedNode quantified:
                Walk(quantified.Condition, Bind(quantified.Iterators, bound, filtered, free), filtered, free);
                break;
            case FunctionNode function:
                Walk(function.Body, bound.Union(function.Parameters.Select(p => p.Name)), filtered, free);
                break;
            case ContextNode context:
                foreach (var entry in context.Entries)
                {
                    Walk(entry.Value, bound, filtered, free);
                    bound = bound.Add(entry.Name);
                }
                break;
            default:
                foreach (var child in Children(node))
                    Walk(child, bound, filtered, free);
                break;
        }
    }

    /// <summary>Down to the name that a path begins with. A filter keeps the members of its items.</summary>
    private static void Path(Node node, ImmutableHashSet<string> bound, bool filtered, List<FeelPath> free)
    {
        var members = new Stack<string>();
        while (node is PathNode or FilterNode)
            if (node is PathNode path)
            {
                members.Push(path.Member);
                node = path.Source;
            }
            else if (node is FilterNode filter)
            {
                Walk(filter.Condition, bound.Add("item"), filtered: true, free);
                node = filter.Source;
            }
        if (node is not NameNode name)
            Walk(node, bound, filtered, free);
        else if (!bound.Contains(name.Name) && name.Name != "?")
            free.Add(new FeelPath(name.Name, [.. members], name.At, filtered));
    }

    private static ImmutableHashSet<string> Bind(
        ImmutableArray<Iterator> iterators,
        ImmutableHashSet<string> bound,
        bool filtered,
        List<FeelPath> free
    )
    {
        foreach (var iterator in iterators)
        {
            Walk(iterator.Source, bound, filtered, free);
            bound = bound.Add(iterator.Name);
        }
        return bound;
    }

    /// <summary>Whether a test says "?" itself: then its truth is the answer.</summary>
    public static bool ReadsInput(Node node) => node is NameNode { Name: "?" } || Children(node).Any(ReadsInput);

    /// <summary>Whether no path down the tree is longer; found without going down it by calls.</summary>
    public static bool IsWithin(Node root, int depth)
    {
        var open = new Stack<(Node Node, int Depth)>([(root, 1)]);
        while (open.TryPop(out var next))
        {
            if (next.Depth > depth)
                return false;
            foreach (var child in Children(next.Node))
                open.Push((child, next.Depth + 1));
        }
        return true;
    }

    internal static IEnumerable<Node> Children(Node node) =>
        node switch
        {
            PathNode n => [n.Source],
            FilterNode n => [n.Source, n.Condition],
            ForNode n => [.. n.Iterators.Select(i => i.Source), n.Body],
            QuantifiedNode n => [.. n.Iterators.Select(i => i.Source), n.Condition],
            FunctionNode n => [n.Body],
            ContextNode n => n.Entries.Select(e => e.Value),
            CallNode n => [n.Function, .. n.Arguments.Select(a => a.Value)],
            ArithmeticNode n => [n.Left, n.Right],
            NegateNode n => [n.Operand],
            ComparisonNode n => [n.Left, n.Right],
            AndNode n => [n.Left, n.Right],
            OrNode n => [n.Left, n.Right],
            BetweenNode n => [n.Value, n.Low, n.High],
            InNode n => [n.Value, .. n.Tests],
            InstanceOfNode n => [n.Value],
            IfNode n => [n.Condition, n.Then, n.Else],
            ListNode n => n.Items,
            RangeNode n => [n.Start, n.End],
            ComparisonTestNode n => [n.Right],
            UnaryTestsNode n => n.Tests,
            _ => [],
        };
}
