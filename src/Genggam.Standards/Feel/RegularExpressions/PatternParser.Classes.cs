namespace Genggam.Standards.Feel.RegularExpressions;

/// <summary>Character classes and escapes (XML Schema 1.1 part 2, G.4).</summary>
internal sealed partial class PatternParser
{
    /// <summary>From after "[" to its "]": ranges and escapes, "^" before them, "-[…]" after them.</summary>
    private CharSet Class()
    {
        var open = next - 1;
        if (++depth > MaxDepth)
            throw Wrong($"classes are nested more than {MaxDepth} deep");
        var negative = Take('^');
        var parts = new List<CharSet>();
        CharSet? minus = null;
        while (Peek != ']' && minus is null)
        {
            if (Peek == -1)
                throw WrongAt(open, "the class is not closed");
            if (parts.Count > 0 && Peek == '-' && At(1) == '[')
            {
                next += 2;
                minus = Class();
            }
            else
            {
                parts.Add(Part());
            }
        }
        if (parts.Count == 0)
            throw WrongAt(open, "the class has no characters");
        if (!Take(']'))
            throw Peek == -1
                ? WrongAt(open, "the class is not closed")
                : Wrong("nothing may follow what is taken off a class");
        depth--;
        var set = CharSet.Union(parts);
        return (negative ? set.Complement() : set).Without(minus ?? CharSet.None);
    }

    /// <summary>One character, a range of two, or an escape for many.</summary>
    private CharSet Part()
    {
        var at = next;
        if (Single(out var from) is { } many)
            return many;
        if (Peek != '-' || At(1) is ']' or '[' or -1)
            return Cased(CharSet.Of((from, from)));
        next++;
        if (Single(out var to) is not null)
            throw WrongAt(at, "a range ends with one character");
        if (to < from)
            throw WrongAt(at, "the range ends before it begins");
        return Cased(CharSet.Of((from, to)));
    }

    private CharSet? Single(out int point)
    {
        if (Peek == '\\')
            return Escape(out point);
        if (Peek == '[')
            throw Wrong("a class in a class is only taken off, as in [a-z-[aeiou]]; for the character write \"\\[\"");
        point = points[next++];
        return null;
    }

    /// <summary>The set of an escape that stands for many characters; otherwise null and the one character.</summary>
    private CharSet? Escape(out int point)
    {
        var at = next++;
        point = Peek;
        if (point == -1)
            throw WrongAt(at, "the escape has no letter");
        next++;
        if (point is 'p' or 'P')
            return Property(at, point == 'P');
        if (UnicodeSets.Escape(point) is { } many)
            return many;
        point = point switch
        {
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            '\\' or '|' or '.' or '-' or '^' or '?' or '*' or '+' or '{' or '}' or '(' or ')' or '[' or ']' or '$' =>
                point,
            _ => throw WrongAt(at, $"\"\\{char.ConvertFromUtf32(IsHalf(point) ? '?' : point)}\" is no escape"),
        };
        return null;
    }

    private CharSet Property(int at, bool negative)
    {
        var from = next + 1;
        if (Peek != '{' || Array.IndexOf(points, '}', next) is var end && end < from)
            throw WrongAt(at, "a category is written \\p{…}");
        var name = CodePoints.Text(points, from, end);
        next = end + 1;
        var set = UnicodeSets.Property(name) ?? throw WrongAt(at, $"Unicode has no category and no block \"{name}\"");
        return negative ? set.Complement() : set;
    }

    private int At(int ahead) => next + ahead < points.Length ? points[next + ahead] : -1;

    private static bool IsHalf(int point) => point is >= 0xD800 and <= 0xDFFF;
}
