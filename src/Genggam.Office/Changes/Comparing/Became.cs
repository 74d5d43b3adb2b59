using System.Collections.Immutable;

namespace Genggam.Office.Changes;

/// <summary>What became of a part of a file. A closed set.</summary>
public enum Became
{
    Added,
    Removed,

    /// <summary>It says something else.</summary>
    Changed,

    /// <summary>It says the same at another place.</summary>
    Moved,
}

/// <summary>One thing that a part says of itself, before and after; null where it does not say it.</summary>
/// <param name="Name">As the file calls it: <c>name</c>, <c>formDefinition.formId</c>, <c>validate.required</c>.</param>
public sealed record AspectOtherwise(string Name, string? Was, string? Now)
{
    /// <summary>Those of two accounts that differ, in natural order.</summary>
    internal static ImmutableArray<AspectOtherwise> Between(
        ImmutableSortedDictionary<string, string> was,
        ImmutableSortedDictionary<string, string> now
    ) =>
        [
            .. was
                .Keys.Union(now.Keys, StringComparer.Ordinal)
                .Order(NaturalOrder.Keys)
                .Select(name => new AspectOtherwise(name, was.GetValueOrDefault(name), now.GetValueOrDefault(name)))
                .Where(aspect => aspect.Was != aspect.Now),
        ];
}

/// <summary>A step, a decision, a field: a part of a file with a name of its own.</summary>
/// <param name="Kind">As its standard calls it: <c>userTask</c>, <c>decision</c>, <c>textfield</c>.</param>
/// <param name="Name">What people call it; null where it has none.</param>
/// <param name="Aspects">Empty for what is new or gone as a whole, and for what only moved.</param>
public sealed record ElementOtherwise(
    string Id,
    string Kind,
    string? Name,
    Became Became,
    ImmutableArray<AspectOtherwise> Aspects
);
