using System.Xml;
using System.Xml.Linq;

namespace Genggam.Standards.Dmn.Reading;

/// <summary>
/// Where the characters of an element's text stand in the file, to the column: entities such as &amp;lt; are longer
/// in the file than in the text, and CDATA begins after its mark.
/// </summary>
internal sealed class FeelPlaces
{
    private const string CData = "<![CDATA[";

    private readonly Place at;
    private readonly string xml;
    private readonly int[] starts;
    private readonly List<(int Offset, int Raw, bool IsCData)> pieces = [];

    /// <param name="at">The place of the element.</param>
    /// <param name="xml">The whole file.</param>
    /// <param name="starts">Where each line of the file begins.</param>
    public FeelPlaces(XElement element, Place at, string xml, int[] starts)
    {
        (this.at, this.xml, this.starts) = (at, xml, starts);
        var offset = 0;
        foreach (var text in element.DescendantNodes().OfType<XText>())
        {
            var line = (IXmlLineInfo)text;
            if (line.HasLineInfo() && line.LineNumber <= starts.Length)
                pieces.Add((offset, starts[line.LineNumber - 1] + line.LinePosition - 1, text is XCData));
            offset += text.Value.Length;
        }
    }

    /// <summary>The place of a character of the element's whole text.</summary>
    public Place Of(int offset)
    {
        var piece = Piece(offset);
        if (piece < 0)
            return at;
        var raw = Beginning(piece, out var isCData);
        for (var left = offset - pieces[piece].Offset; left > 0 && raw < xml.Length; left--)
            raw = Next(raw, isCData);
        var line = Array.BinarySearch(starts, raw);
        if (line < 0)
            line = ~line - 1;
        return at with { Line = line + 1, Column = raw - starts[line] + 1 };
    }

    /// <summary>The characters of the file for a part of the element's text; null where they are not in one piece.</summary>
    public SourceSpan? Span(int start, int end)
    {
        var piece = Piece(start);
        if (piece < 0 || (piece + 1 < pieces.Count && pieces[piece + 1].Offset < end))
            return null;
        var raw = Beginning(piece, out var isCData);
        var first = raw;
        for (var at = pieces[piece].Offset; at < end; at++)
        {
            if (raw >= xml.Length)
                return null;
            if (at == start)
                first = raw;
            raw = Next(raw, isCData);
        }
        return new SourceSpan(start == end ? raw : first, raw, isCData);
    }

    public static int[] LineStarts(string xml)
    {
        var starts = new List<int> { 0 };
        // XML ends a line with either character or with both (XML 1.0, 2.11).
        for (var i = xml.AsSpan().IndexOfAny('\r', '\n'); i >= 0 && i < xml.Length; i++)
            if (xml[i] == '\n' || (xml[i] == '\r' && (i + 1 == xml.Length || xml[i + 1] != '\n')))
                starts.Add(i + 1);
        return [.. starts];
    }

    private int Piece(int offset) => pieces.FindLastIndex(p => p.Offset <= offset);

    private int Beginning(int piece, out bool isCData)
    {
        (_, var raw, isCData) = pieces[piece];
        return isCData && string.CompareOrdinal(xml, raw, CData, 0, CData.Length) == 0 ? raw + CData.Length : raw;
    }

    /// <summary>The next character: an entity, which CDATA has none of, and a line end of two are one each.</summary>
    private int Next(int raw, bool isCData) =>
        !isCData && xml[raw] == '&' && xml.IndexOf(';', raw) is > 0 and var end ? end + 1
        : xml[raw] == '\r' && raw + 1 < xml.Length && xml[raw + 1] == '\n' ? raw + 2
        : raw + 1;
}

/// <summary>Characters of the file.</summary>
internal readonly record struct SourceSpan(int Start, int End, bool IsCData);
