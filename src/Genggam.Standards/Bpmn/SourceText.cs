using System.Xml;
using System.Xml.Linq;

namespace Genggam.Standards.Bpmn;

/// <summary>A text of the file, trimmed, with the place of its first character.</summary>
internal sealed record SourceText(string Text, Place At)
{
    internal static Place PlaceOf(XObject part, string file)
    {
        var line = (IXmlLineInfo)part;
        string? id = null;
        for (var element = part as XElement ?? part.Parent; element is not null && id is null; element = element.Parent)
            id = (string?)element.Attribute("id");
        return new Place(file, id, line.LineNumber, line.LinePosition);
    }

    /// <summary>Null where there is no such text or it is blank.</summary>
    internal static SourceText? Of(XElement? element, string file)
    {
        if (element is null || string.IsNullOrWhiteSpace(element.Value))
            return null;
        var first = element.Nodes().OfType<XText>().FirstOrDefault() ?? (XObject)element;
        return Trimmed(element.Value, PlaceOf(first, file));
    }

    /// <summary>Null where there is no such text or it is blank.</summary>
    internal static SourceText? Of(XAttribute? attribute, string file)
    {
        if (attribute is null || string.IsNullOrWhiteSpace(attribute.Value))
            return null;
        var at = PlaceOf(attribute, file);
        var prefix =
            attribute.Name.Namespace == XNamespace.None
                ? 0
                : (attribute.Parent?.GetPrefixOfNamespace(attribute.Name.Namespace)?.Length ?? -1) + 1;
        // The value stands behind the name, the equals sign and the quote.
        var value = at with
        {
            Column = at.Column + prefix + attribute.Name.LocalName.Length + 2,
        };
        return Trimmed(attribute.Value, value);
    }

    /// <summary>Whether a modeller's equals sign says that this is FEEL.</summary>
    internal bool IsFeel => Text.StartsWith('=');

    /// <summary>The same text without the equals sign that may stand in front of FEEL.</summary>
    internal SourceText Expression => IsFeel ? new SourceText(Text[1..], Along(At, Text, 1)) : this;

    private static SourceText Trimmed(string text, Place at) =>
        new(text.Trim(), Along(at, text, text.Length - text.TrimStart().Length));

    private static Place Along(Place at, string text, int characters)
    {
        var (line, column) = (at.Line, at.Column);
        for (var i = 0; i < characters; i++)
            (line, column) = text[i] == '\n' ? (line + 1, 1) : (line, column + 1);
        return at with { Line = line, Column = column };
    }
}
