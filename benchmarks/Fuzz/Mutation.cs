namespace Genggam.Benchmarks.Fuzz;

/// <summary>Changes a text as a slip, a bad program or an attacker would.</summary>
internal sealed class Mutation(Random random)
{
    private static readonly string[] Nasty =
    [
        "((((((((",
        "[[[[[[[[",
        "{{{{{{{{",
        "))",
        "]",
        "}",
        "\"",
        "'",
        "<",
        ">",
        "&",
        "&#0;",
        "&amp;",
        "<![CDATA[",
        "]]>",
        "<!--",
        "-->",
        "null",
        "true",
        "999999999999999999999999999999999999999999",
        "1e9999",
        "1e-9999",
        "-0",
        "0.1",
        "1/0",
        "1 ** 999999",
        "@\"999999999-12-31\"",
        "@\"-999999999-01-01T00:00:00@Asia/Jakarta\"",
        "@\"P999999999Y\"",
        "@\"PT1S\"",
        "date(\"2026-02-30\")",
        "for i in 1..1000000000 return i",
        "for i in -5..5 return partial",
        "some x in [1..3] satisfies x",
        "function(f) f(f)",
        "(function(f) f(f))(function(f) f(f))",
        "x[y[z[1]]]",
        "not(",
        "-",
        "?",
        "instance of",
        "\u0000",
        "\ud800",
        "\U0001F600",
        "\u202e",
        "matches(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\", \"(a+)+$\")",
        "string join([\"\"], \"\")",
        "sort([3,1,2], function(a,b) a)",
        "R/PT0S",
        "R9999999999/PT1S",
        "P1D",
        "isSequential=\"true\"",
        "triggeredByEvent=\"true\"",
        "default=\"x\"",
        "\u00a0",
        "\t",
        "\n",
    ];

    public string Apply(string text, IReadOnlyList<string> others)
    {
        for (var times = 1 + random.Next(5); times > 0; times--)
            text = Once(text, others);
        return text.Length > 200_000 ? text[..200_000] : text;
    }

    private string Once(string text, IReadOnlyList<string> others)
    {
        var (at, length) = Part(text);
        return random.Next(8) switch
        {
            0 => text.Remove(at, length),
            1 => text.Insert(at, text.Substring(at, length)),
            2 => text.Insert(at, Nasty[random.Next(Nasty.Length)]),
            3 => text.Remove(at, length).Insert(at, Nasty[random.Next(Nasty.Length)]),
            4 => text.Insert(at, Piece(others[random.Next(others.Count)])),
            5 => Swapped(text),
            6 => text.Insert(
                at,
                string.Concat(Enumerable.Repeat(text.Substring(at, Math.Min(length, 20)), random.Next(200)))
            ),
            _ => Flipped(text),
        };
    }

    private (int At, int Length) Part(string text)
    {
        if (text.Length == 0)
            return (0, 0);
        var at = random.Next(text.Length);
        return (at, random.Next(Math.Min(text.Length - at, random.Next(4) == 0 ? 400 : 12) + 1));
    }

    private string Piece(string other)
    {
        var (at, length) = Part(other);
        return other.Substring(at, length);
    }

    /// <summary>Two words change places.</summary>
    private string Swapped(string text)
    {
        var words = text.Split(' ');
        if (words.Length < 2)
            return text;
        var (a, b) = (random.Next(words.Length), random.Next(words.Length));
        (words[a], words[b]) = (words[b], words[a]);
        return string.Join(' ', words);
    }

    private string Flipped(string text)
    {
        if (text.Length == 0)
            return text;
        var characters = text.ToCharArray();
        characters[random.Next(characters.Length)] = (char)random.Next(random.Next(4) == 0 ? char.MaxValue : 128);
        return new string(characters);
    }
}
