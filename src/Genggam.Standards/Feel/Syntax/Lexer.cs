using System.Globalization;
using System.Text;

namespace Genggam.Standards.Feel.Syntax;

/// <summary>Cuts FEEL text into tokens (DMN 1.5, grammar rules 22 to 37). A name token is one word of a name.</summary>
internal static class Lexer
{
    /// <summary>The texts of single characters, made once.</summary>
    private static readonly string[] Ascii = [.. Enumerable.Range(0, 128).Select(c => ((char)c).ToString())];

    internal static List<Token> Tokens(string text)
    {
        var tokens = new List<Token>(Math.Min(text.Length, 64) / 2 + 2);
        for (var at = SkipBlanks(text, 0); at < text.Length; at = SkipBlanks(text, tokens[^1].End))
        {
            tokens.Add(Next(text, at));
            if (tokens[^1].Kind == TokenKind.Bad)
                break;
        }
        var end = tokens.Count > 0 ? tokens[^1].End : 0;
        tokens.Add(new(TokenKind.End, "end of text", Math.Max(end, text.TrimEnd().Length), text.Length));
        return tokens;
    }

    /// <summary>The words of a name, as the tokens that stand for it in an expression.</summary>
    internal static string[] Words(string name) =>
        [.. Tokens(name).Where(token => token.Kind != TokenKind.End).Select(token => token.Text)];

    private static Token Next(string text, int at)
    {
        var c = text[at];
        if (c == '"')
            return Quoted(text, at, at + 1, TokenKind.Text);
        if (c == '@' && at + 1 < text.Length && text[at + 1] == '"')
            return Quoted(text, at, at + 2, TokenKind.At);
        if (char.IsAsciiDigit(c) || (c == '.' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1])))
            return Number(text, at);
        if (NameLength(text, at, starts: true) > 0)
            return Name(text, at);
        if (at + 1 < text.Length && LongSymbol(c, text[at + 1]) is { } symbol)
            return new(TokenKind.Symbol, symbol, at, at + symbol.Length);
        return char.IsAscii(c)
            ? new(TokenKind.Symbol, Ascii[c], at, at + 1)
            : new(TokenKind.Bad, $"The character U+{(int)c:X4} has no meaning here.", at, at + 1);
    }

    private static string? LongSymbol(char first, char second) =>
        (first, second) switch
        {
            ('.', '.') => "..",
            ('*', '*') => "**",
            ('<', '=') => "<=",
            ('>', '=') => ">=",
            ('!', '=') => "!=",
            ('-', '>') => "->",
            _ => null,
        };

    /// <summary>Whether a name is surely one word: one of plain letters, digits and "_".</summary>
    internal static bool IsPlainWord(string name)
    {
        foreach (var c in name)
            if (!char.IsAsciiLetterOrDigit(c) && c != '_')
                return false;
        return name.Length > 0 && !char.IsAsciiDigit(name[0]);
    }

    private static Token Name(string text, int at)
    {
        var end = at + NameLength(text, at, starts: true);
        while (end < text.Length && NameLength(text, end, starts: false) is > 0 and var length)
            end += length;
        return new(TokenKind.Name, Piece(text, at, end), at, end);
    }

    private static Token Number(string text, int at)
    {
        var end = Digits(text, at);
        if (end + 1 < text.Length && text[end] == '.' && char.IsAsciiDigit(text[end + 1]))
            end = Digits(text, end + 1);
        if (end < text.Length && text[end] is 'e' or 'E')
        {
            var power = end + 1 < text.Length && text[end + 1] is '+' or '-' ? end + 2 : end + 1;
            if (power < text.Length && char.IsAsciiDigit(text[power]))
                end = Digits(text, power);
        }
        return new(TokenKind.Number, Piece(text, at, end), at, end);
    }

    private static string Piece(string text, int at, int end) =>
        end == at + 1 && char.IsAscii(text[at]) ? Ascii[text[at]] : text[at..end];

    private static int Digits(string text, int at)
    {
        while (at < text.Length && char.IsAsciiDigit(text[at]))
            at++;
        return at;
    }

    private static Token Quoted(string text, int start, int at, TokenKind kind)
    {
        var plain = text.AsSpan(at).IndexOfAny('"', '\\');
        if (plain >= 0 && text[at + plain] == '"')
            return new(kind, text.Substring(at, plain), start, at + plain + 1);
        var decoded = new StringBuilder();
        while (at < text.Length && text[at] != '"')
        {
            if (text[at] == '\\' && at + 1 < text.Length)
                at = Escape(text, at, decoded);
            else
                decoded.Append(text[at++]);
        }
        return at < text.Length
            ? new(kind, decoded.ToString(), start, at + 1)
            : new(TokenKind.Bad, "The string is not closed.", start, text.Length);
    }

    private static int Escape(string text, int at, StringBuilder decoded)
    {
        switch (text[at + 1])
        {
            case 'n':
                decoded.Append('\n');
                return at + 2;
            case 'r':
                decoded.Append('\r');
                return at + 2;
            case 't':
                decoded.Append('\t');
                return at + 2;
            case '"' or '\\' or '\'':
                decoded.Append(text[at + 1]);
                return at + 2;
            case 'u' when CodePoint(text, at + 2, 4) is { } unit:
                decoded.Append((char)unit);
                return at + 6;
            case 'U' when CodePoint(text, at + 2, 6) is { } point && Rune.IsValid(point):
                decoded.Append(new Rune(point).ToString());
                return at + 8;
            default:
                decoded.Append('\\');
                return at + 1;
        }
    }

    private static int? CodePoint(string text, int at, int digits) =>
        at + digits <= text.Length
        && int.TryParse(
            text.AsSpan(at, digits),
            NumberStyles.AllowHexSpecifier,
            CultureInfo.InvariantCulture,
            out var point
        )
            ? point
            : null;

    private static int SkipBlanks(string text, int at)
    {
        while (at < text.Length)
        {
            var next = text[at] == '/' && at + 1 < text.Length ? text[at + 1] : ' ';
            if (char.IsWhiteSpace(text[at]) || text[at] is '\uFEFF' or '\u200B' or '\u180E')
                at++;
            else if (next == '/')
                at = text.IndexOf('\n', at) is >= 0 and var line ? line + 1 : text.Length;
            else if (next == '*')
                at = text.IndexOf("*/", at + 2, StringComparison.Ordinal) is >= 0 and var close
                    ? close + 2
                    : text.Length;
            else
                break;
        }
        return at;
    }

    /// <summary>How many chars of a name character stand here (rules 28 and 29), 0 for none.</summary>
    private static int NameLength(string text, int at, bool starts)
    {
        if (char.IsAscii(text[at]))
            return
                char.IsAsciiLetter(text[at])
                || text[at] == '_'
                || (starts ? text[at] == '?' : char.IsAsciiDigit(text[at]))
                ? 1
                : 0;
        if (!Rune.TryGetRuneAt(text, at, out var rune))
            return 0;
        var c = rune.Value;
        var begins =
            c is >= 0xC0 and <= 0x2FF and not 0xD7 and not 0xF7
            || c is >= 0x370 and <= 0x1FFF and not 0x37E and not 0x180E and not 0x1680
            || c is >= 0x200C and <= 0x200D
            || c is >= 0x2070 and <= 0x218F
            || c is >= 0x2C00 and <= 0x2FEF
            || c is >= 0x3001 and <= 0xD7FF
            || c is >= 0xF900 and <= 0xFDCF
            || c is >= 0xFDF0 and <= 0xFFFD and not 0xFEFF
            || c is >= 0x10000 and <= 0xEFFFF;
        if (begins)
            return rune.Utf16SequenceLength;
        return !starts && c is 0xB7 or (>= 0x300 and <= 0x36F) or (>= 0x203F and <= 0x2040)
            ? rune.Utf16SequenceLength
            : 0;
    }
}
