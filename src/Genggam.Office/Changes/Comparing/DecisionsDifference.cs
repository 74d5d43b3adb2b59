using System.Collections.Immutable;
using System.Xml.Linq;

namespace Genggam.Office.Changes;

/// <summary>A file of decisions (DMN 1.5) before and after: how they hang together, and table by table.</summary>
/// <param name="Elements">What is said of decisions and data outside of the rules and columns of tables.</param>
/// <param name="Tables">Those that are not as they were.</param>
public sealed record DecisionsDifference(
    string Path,
    ImmutableArray<ElementOtherwise> Elements,
    ImmutableArray<TableDifference> Tables
)
{
    /// <returns>Null where one of the two is no XML.</returns>
    public static DecisionsDifference? Of(string path, string? was, string? now)
    {
        var (before, after) = (XmlAccount.Root(was), XmlAccount.Root(now));
        if ((was is not null && before is null) || (now is not null && after is null))
            return null;
        var tables = Pairing
            .Of<DrawnDecision>(DrawnDecision.Of(was), DrawnDecision.Of(now), d => d.Id)
            .Select(pair => TableDifference.Of(pair.Was, pair.Now))
            .OfType<TableDifference>();
        return new DecisionsDifference(path, DrawnElement.Compare(Read(before), Read(after)), [.. tables]);
    }

    private static IReadOnlyList<DrawnElement> Read(XElement? root) =>
        DrawnElement.Of(
            root,
            e => e.Parent == root && e.Attribute("id") is not null && e.Name.LocalName != "DMNDI",
            DrawnDecision.IsOfTable
        );
}
