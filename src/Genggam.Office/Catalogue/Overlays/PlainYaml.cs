using Genggam.Standards;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Genggam.Office.Catalogue.Overlays;

/// <summary>
/// What YAML can say by other means than keys and values. In an overlay it is refused: whoever reads the file must see all
/// that it says.
/// </summary>
internal static class PlainYaml
{
    public const string NotPlain = "OVL-111";

    /// <summary>Anchors, aliases, tags, merge keys and further documents. What is no YAML at all is told by its reader.</summary>
    public static IEnumerable<Problem> Problems(string text, string file)
    {
        var problems = new List<Problem>();
        var documents = 0;
        try
        {
            for (var parser = new Parser(new StringReader(text)); parser.MoveNext(); )
                if (Trick(parser.Current!, ref documents) is { } trick)
                    problems.Add(
                        new Problem(
                            NotPlain,
                            $"An overlay holds keys and values only, no {trick}: write out what is meant.",
                            new Place(file, null, (int)parser.Current!.Start.Line, (int)parser.Current.Start.Column)
                        )
                    );
        }
        catch (YamlException) { }
        return problems;
    }

    private static string? Trick(ParsingEvent here, ref int documents) =>
        here switch
        {
            DocumentStart when ++documents > 1 => "second document",
            AnchorAlias => "alias",
            NodeEvent { Anchor.IsEmpty: false } => "anchor",
            NodeEvent { Tag.IsEmpty: false } => "tag",
            Scalar { Value: "<<" } => "merge key",
            _ => null,
        };
}
