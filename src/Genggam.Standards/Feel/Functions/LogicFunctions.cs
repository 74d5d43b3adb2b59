using System.Collections.Immutable;
using Genggam.Standards.Feel.Run;

namespace Genggam.Standards.Feel.Functions;

/// <summary>
/// Three-valued logic as functions (DMN 1.5, tables 74 and 76): what is neither true nor false makes null. The other names
/// of all and any, and() and or(), are keywords of the grammar and cannot be called.
/// </summary>
internal static class LogicFunctions
{
    public static IEnumerable<Builtin> All =>
        [
            new("not", new Signature(["negand"], (_, a) => a[0] is FeelBoolean b ? !b.Value : null)),
            Over("all", stops: false),
            Over("any", stops: true),
        ];

    private static Builtin Over(string name, bool stops) =>
        new(
            name,
            new Signature(["list"], (_, a) => a[0] is FeelList list ? Three(list.Items, stops) : null),
            new Signature(["item..."], (_, a) => a.Length > 1 ? Three([.. a], stops) : null)
        );

    private static FeelValue? Three(ImmutableArray<FeelValue> items, bool stops)
    {
        if (items.Any(i => i is FeelBoolean b && b.Value == stops))
            return stops;
        return items.All(i => i is FeelBoolean) ? !stops : null;
    }
}
