using System.Xml.Linq;
using Genggam.Standards.Dmn;
using Genggam.Standards.Dmn.Reading;

namespace Genggam.Standards.Tests.Dmn.Reading;

/// <summary>A fault in FEEL has its place in the file, whatever way the text is written there. A § marks it here.</summary>
public sealed class PlaceInTextTests
{
    [Theory]
    [InlineData("1 + §)")]
    [InlineData("  1 + §)")]
    [InlineData("1 +\n§)")]
    [InlineData("1 +\n\n   §)")]
    [InlineData("1 +\r\n  §)")]
    [InlineData("1\r\n+\r\n§)")]
    [InlineData("1 +\r§)")]
    [InlineData("1 &lt; §)")]
    [InlineData("1 &lt; 2 and\n3 &gt; §)")]
    [InlineData("\"&#233;&#xE9;\" + §)")]
    [InlineData("\"&#x1F40E;&#128014;\" + §)")]
    [InlineData("\"&#xFFFD;&#65533;\" + §)")]
    [InlineData("\"🐎\" + §)")]
    [InlineData("\"&amp;&apos;\" + §)")]
    [InlineData("<![CDATA[1 < §)]]>")]
    [InlineData("<![CDATA[1 < 2 and\n   3 > §)]]>")]
    [InlineData("<![CDATA[1 < 2 and\r\n   3 > §)]]>")]
    [InlineData("<![CDATA[\"&lt;\" + §)]]>")]
    [InlineData("1 + <![CDATA[§)]]>")]
    [InlineData("<![CDATA[1 < 2]]> and §)")]
    [InlineData("1 <!-- one --> + §)")]
    [InlineData("\t1 + §)")]
    [InlineData("/* a\n b */ §)")]
    [InlineData("// a\n§)")]
    public void A_mistake_is_placed_to_its_character(string text)
    {
        var xml = Drawn.Definitions(
            $"\n<decision id=\"d\" name=\"d\"><literalExpression id=\"l\"><text>{text}</text></literalExpression></decision>"
        );
        var at = xml.IndexOf('§', StringComparison.Ordinal);
        var lines = xml[..at].ReplaceLineEndings("\n").Split('\n');

        var place = DmnReader.Read(xml.Remove(at, 1), "t.dmn").Problems[0].Place;

        Assert.Equal(new Place("t.dmn", "l", lines.Length, lines[^1].Length + 1), place);
    }

    [Theory]
    [InlineData("a b c", 2, 3, "b")]
    [InlineData("a &lt; c", 2, 3, "&lt;")]
    [InlineData("a &lt; c", 4, 5, "c")]
    [InlineData("a\r\nb", 1, 2, "\r\n")]
    [InlineData("a\r\nb", 2, 3, "b")]
    [InlineData("<![CDATA[a < c]]>", 2, 3, "<")]
    [InlineData("<![CDATA[&lt; c]]>", 0, 4, "&lt;")]
    [InlineData("ab<![CDATA[cd]]>", 2, 4, "cd")]
    [InlineData("ab<![CDATA[cd]]>", 0, 2, "ab")]
    [InlineData("ab<![CDATA[cd]]>", 1, 3, null)]
    [InlineData("&#x1F40E;a", 2, 3, "a")]
    [InlineData("&#128014;a", 0, 2, "&#128014;")]
    [InlineData("abc", 3, 3, "")]
    [InlineData("abc", 0, 3, "abc")]
    public void A_part_of_the_text_is_found_in_the_file(string text, int start, int end, string? raw)
    {
        var xml = $"<t>\n</t>".Replace("\n", text, StringComparison.Ordinal);
        var root = XDocument
            .Load(new StringReader(xml), LoadOptions.SetLineInfo | LoadOptions.PreserveWhitespace)
            .Root!;
        var places = new FeelPlaces(root, new Place("t"), xml, FeelPlaces.LineStarts(xml));

        var span = places.Span(start, end);

        Assert.Equal(raw, span is { } found ? xml[found.Start..found.End] : null);
        if (span is { } part)
            Assert.Equal(xml.LastIndexOf("<![CDATA[", part.Start, StringComparison.Ordinal) >= 0, part.IsCData);
    }

    [Theory]
    [InlineData("", "0")]
    [InlineData("a", "0")]
    [InlineData("a\nb", "0 2")]
    [InlineData("a\r\nb", "0 3")]
    [InlineData("a\rb", "0 2")]
    [InlineData("a\r\rb\n\nc", "0 2 3 5 6")]
    [InlineData("\n", "0 1")]
    [InlineData("a\r", "0 2")]
    public void A_line_ends_with_either_character_or_with_both(string xml, string starts) =>
        Assert.Equal(starts, string.Join(' ', FeelPlaces.LineStarts(xml)));

    [Theory]
    [InlineData("f", null, 0, 0, "f")]
    [InlineData("f", "e", 0, 0, "f (e)")]
    [InlineData("f", null, 2, 3, "f:2:3")]
    [InlineData("f", "e", 2, 3, "f:2:3 (e)")]
    public void A_place_is_written_as_editors_read_it(
        string file,
        string? element,
        int line,
        int column,
        string written
    )
    {
        var place = new Place(file, element, line, column);

        Assert.Equal(written, place.ToString());
        Assert.Equal($"{written}: A-1 b", new Problem("A-1", "b", place).ToString());
    }
}
