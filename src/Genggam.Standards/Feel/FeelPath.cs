using System.Collections.Immutable;

namespace Genggam.Standards.Feel;

/// <summary>What an expression reads from its scope: a name, and the members that are read of it.</summary>
/// <param name="Members">Through filters and items of lists, as FEEL reads them (DMN 1.5, 10.3.2.5).</param>
/// <param name="At">Where the name stands.</param>
/// <param name="InFilter">The name may be an entry of the item instead.</param>
public sealed record FeelPath(string Root, ImmutableArray<string> Members, Place At, bool InFilter)
{
    public override string ToString() => string.Join('.', Members.Prepend(Root));
}
