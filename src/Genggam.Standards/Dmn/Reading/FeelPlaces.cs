using System.Globalization;
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
        for (var left = offset - pieces[piece].Offset; left > 0 && raw < xml.Length; )
            left -= Pass(ref raw, isCData);
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
        for (var at = pieces[piece].Offset; at < end; )
        {
            if (raw >= xml.Length)
                return null;
            if (at == start)
                first = raw;
            at += Pass(ref raw, isCData);
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

    /// <summary>
    /// Goes on behind an entity, which CDATA has none of, a line end or another character. Gives how many chars of the text
    /// that is: one, or two for an entity that names a character beyond 16 bits.
    /// </summary>
    private int Pass(ref int raw, bool isCData)
    {
        if (!isCData && xml[raw] == '&' && xml.IndexOf(';', raw) is > 0 and var end)
        {
            var entity = xml.AsSpan()[(raw + 1)..end];
            raw = end + 1;
            return Number(entity) > char.MaxValue ? 2 : 1;
        }
        raw += xml[raw] == '\r' && raw + 1 < xml.Length && xml[raw + 1] == '\n' ? 2 : 1;
        return 1;
    }

    /// <summary>The number of a character reference (XML 1.0, 4.1); null for an entity with a name.</summary>
    private static int? Number(ReadOnlySpan<char> entity)
    {
        var isHex = entity.StartsWith("#x");
        var digits = isHex ? entity[2..] : entity.TrimStart('#');
        var style = isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None;
        return int.TryParse(digits, style, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}

/// <summary>Characters of the file.</summary>
internal readonly record struct SourceSpan(int Start, int End, bool IsCData);
