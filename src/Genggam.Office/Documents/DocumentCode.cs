using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Genggam.Office.Documents;

/// <summary>
/// What a person types on /periksa: sixteen characters of Crockford's base 32 (no I, L, O or U) in four groups. Seventy
/// bits are random, so that a code cannot be guessed; the last two characters check it in the manner of ISO 7064 over the
/// prime 1021: one wrong character and two neighbours exchanged are always noticed.
/// </summary>
public readonly record struct DocumentCode
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Prime = 1021;
    private const int Length = 16;
    private readonly string? _characters;

    private DocumentCode(string characters) => _characters = characters;

    public static DocumentCode New() => Of((from, to) => RandomNumberGenerator.GetInt32(from, to + 1));

    /// <param name="between">Draws a number from one to another, both included.</param>
    internal static DocumentCode Of(Func<int, int, int> between)
    {
        Span<char> code = stackalloc char[Length];
        var rest = 0;
        foreach (ref var place in code[..^2])
        {
            var value = between(0, 31);
            place = Alphabet[value];
            rest = (rest * 32 + value) % Prime;
        }
        var check = (Prime + 1 - rest * 1024 % Prime) % Prime;
        code[^2] = Alphabet[check / 32];
        code[^1] = Alphabet[check % 32];
        return new(new string(code));
    }

    /// <summary>Reads what a person typed: any case, spaces and hyphens anywhere, O for 0, I and L for 1.</summary>
    public static bool TryParse([NotNullWhen(true)] string? typed, out DocumentCode code)
    {
        code = default;
        Span<char> characters = stackalloc char[Length];
        int count = 0,
            rest = 0;
        foreach (var c in typed ?? "")
        {
            if (char.IsWhiteSpace(c) || c is '-' or '\u2010' or '\u2011' or '\u2013')
                continue;
            var plain = char.ToUpperInvariant(c) switch
            {
                'O' => '0',
                'I' or 'L' => '1',
                var other => other,
            };
            var value = Alphabet.IndexOf(plain);
            if (value < 0 || count == Length)
                return false;
            characters[count++] = plain;
            rest = (rest * 32 + value) % Prime;
        }
        if (count != Length || rest != 1)
            return false;
        code = new(new string(characters));
        return true;
    }

    /// <summary>The form printed and stored: <c>7K3M-9QXA-20FD-H8WZ</c>.</summary>
    public override string ToString() =>
        _characters is { } c
            ? $"{c[..4]}-{c[4..8]}-{c[8..12]}-{c[12..]}"
            : throw new InvalidOperationException("An empty code.");
}
