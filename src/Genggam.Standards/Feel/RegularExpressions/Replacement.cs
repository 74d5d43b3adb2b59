using System.Collections.Immutable;
using System.Text;

namespace Genggam.Standards.Feel.RegularExpressions;

/// <summary>What replace() puts for a match: text and, by $1, groups (F&amp;O 3.1, 5.6.4).</summary>
internal sealed class Replacement
{
    private readonly ImmutableArray<(string Text, int Group)> parts;

    private Replacement(ImmutableArray<(string, int)> parts) => this.parts = parts;

    /// <exception cref="PatternException">A "$" without a number, or a "\" before anything but "\" and "$".</exception>
    public static Replacement Read(string text, PatternFlags flags, int groups)
    {
        if (flags.Literal)
            return new([(text, -1)]);
        var parts = ImmutableArray.CreateBuilder<(string, int)>();
        var plain = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\\')
                plain.Append(
                    ++i < text.Length && text[i] is '\\' or '$'
                        ? text[i]
                        : throw new PatternException(
                            "FEEL-233",
                            $"A \"\\\" of the replacement, at its character {i}, stands before neither \"\\\" nor \"$\"."
                        )
                );
            else if (c != '$')
                plain.Append(c);
            else
            {
                if (i + 1 == text.Length || !char.IsAsciiDigit(text[i + 1]))
                    throw new PatternException(
                        "FEEL-233",
                        $"A \"$\" of the replacement, at its character {i + 1}, has no number; for the character write \"\\$\"."
                    );
                var number = text[++i] - '0';
                while (
                    i + 1 < text.Length && char.IsAsciiDigit(text[i + 1]) && number * 10 + text[i + 1] - '0' <= groups
                )
                    number = number * 10 + text[++i] - '0';
                parts.Add((plain.ToString(), number));
                plain.Clear();
            }
        }
        parts.Add((plain.ToString(), -1));
        return new(parts.ToImmutable());
    }

    /// <summary>A group that did not match, or that the pattern does not have, gives nothing.</summary>
    /// <exception cref="PatternException">FEEL-236: the result gets too long.</exception>
    public void Append(StringBuilder result, int[] points, int[] slots, int groups)
    {
        foreach (var (text, group) in parts)
        {
            result.Append(text);
            if (group >= 0 && group <= groups && slots[2 * group + 1] >= 0)
                result.Append(points, slots[2 * group], slots[2 * group + 1]);
            if (Extent.OfText(result.Length).IsTooMuch)
                throw new PatternException("FEEL-236", "The text would be longer than it may be.");
        }
    }
}
