namespace Genggam.Standards.Feel;

/// <summary>Conformance and equivalence of types, and the implicit conversions (DMN 1.5, 10.3.2.9.3 and 10.3.2.9.4).</summary>
internal static class TypeConformance
{
    /// <summary>Whether every value of <paramref name="type"/> may stand where <paramref name="target"/> is asked.</summary>
    internal static bool Conforms(FeelType type, FeelType target) =>
        (Plain(type), Plain(target)) switch
        {
            (_, SimpleType { Name: "Any" }) => true,
            (SimpleType { Name: "Null" }, _) => true,
            (SimpleType a, SimpleType b) => a.Name == b.Name,
            (ListType a, ListType b) => Conforms(a.Item, b.Item),
            (RangeType a, RangeType b) => Conforms(a.End, b.End),
            (ContextType a, ContextType b) => b.Entries.All(wanted =>
                a.Entries.Any(entry => entry.Name == wanted.Name && Conforms(entry.Type, wanted.Type))
            ),
            (FunctionType a, FunctionType b) => b.Parameters is null
                || (
                    a.Parameters is { } given
                    && given.Length == b.Parameters.Value.Length
                    && b.Parameters.Value.Zip(given).All(pair => Conforms(pair.First, pair.Second))
                    && Conforms(a.Result, b.Result)
                ),
            _ => false,
        };

    /// <summary>The value as that type asks it: converted to or from a one-item list, or a date as its midnight; null if it cannot be.</summary>
    internal static FeelValue? Convert(FeelValue value, FeelType type)
    {
        if (type.Admits(value))
            return value;
        if (value is FeelList { Items: [var only] } && type.Admits(only))
            return only;
        if (Plain(type) is ListType && type.Admits(new FeelList([value])))
            return new FeelList([value]);
        if (value is FeelDate date && Plain(type) == FeelType.DateTime)
            return new FeelDateTime(date, new FeelTime(0, 0));
        return null;
    }

    internal static FeelType Plain(FeelType type) => type is NamedType { Base: { } inner } ? Plain(inner) : type;
}
