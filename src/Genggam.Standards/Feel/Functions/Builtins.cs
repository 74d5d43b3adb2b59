using System.Collections.Frozen;

namespace Genggam.Standards.Feel.Functions;

/// <summary>All built-in functions by name.</summary>
internal static class Builtins
{
    private static readonly FrozenDictionary<string, FeelFunction> All = TextFunctions
        .All.Concat(PatternFunctions.All)
        .Concat(NumberFunctions.All)
        .Concat(LogicFunctions.All)
        .Concat(ListFunctions.All)
        .Concat(MomentFunctions.All)
        .Concat(ContextFunctions.All)
        .Concat(RangeFunctions.All)
        .ToFrozenDictionary(f => f.Name, f => f.Value, StringComparer.Ordinal);

    public static IEnumerable<string> Names => All.Keys;

    public static FeelFunction? Find(string name) => All.GetValueOrDefault(name);
}
