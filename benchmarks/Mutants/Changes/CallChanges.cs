using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Genggam.Benchmarks.Mutants.Changes;

/// <summary>Calls that have a counterpart, or that can be left out.</summary>
internal static class CallChanges
{
    private static readonly (string One, string Other)[] Pairs =
    [
        ("Any", "All"),
        ("First", "Last"),
        ("FirstOrDefault", "LastOrDefault"),
        ("Min", "Max"),
        ("MinBy", "MaxBy"),
        ("OrderBy", "OrderByDescending"),
        ("ThenBy", "ThenByDescending"),
        ("Take", "Skip"),
        ("TakeWhile", "SkipWhile"),
        ("Union", "Intersect"),
        ("Concat", "Except"),
        ("Append", "Prepend"),
        ("StartsWith", "EndsWith"),
        ("TrimStart", "TrimEnd"),
        ("IndexOf", "LastIndexOf"),
        ("Floor", "Ceiling"),
    ];

    private static readonly Dictionary<string, string> Counterparts = new(
        Pairs.Concat(Pairs.Select(p => (One: p.Other, Other: p.One))).Select(p => KeyValuePair.Create(p.One, p.Other)),
        StringComparer.Ordinal
    );

    private static readonly HashSet<string> LeftOut = new(StringComparer.Ordinal)
    {
        "Where",
        "Distinct",
        "Reverse",
        "Skip",
        "Take",
        "OrderBy",
        "Order",
        "Trim",
        "ToUpperInvariant",
        "ToLowerInvariant",
    };

    public static IEnumerable<Change> Of(InvocationExpressionSyntax call)
    {
        var (name, source) = call.Expression switch
        {
            MemberAccessExpressionSyntax member => (member.Name, member.Expression),
            MemberBindingExpressionSyntax member => (member.Name, (ExpressionSyntax?)null),
            _ => (null, null),
        };
        if (name is null)
            yield break;
        if (Counterparts.TryGetValue(name.Identifier.Text, out var other))
            yield return Change.Instead(call, "call", ExpressionChanges.Put(call, name.Identifier, other));
        if (source is not null && LeftOut.Contains(name.Identifier.Text))
            yield return Change.Instead(call, "call", $"{source}");
    }
}
