using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Genggam.Standards.Dmn.Sentences;

/// <summary>The texts that sentences of a language are made of, from its file: a key, an equals sign, the text a line.</summary>
internal sealed class SentenceTexts
{
    public static readonly ImmutableArray<string> Languages = ["id", "en"];

    private static readonly FrozenDictionary<string, SentenceTexts> All = Languages.ToFrozenDictionary(
        language => language,
        language => new SentenceTexts(language),
        StringComparer.Ordinal
    );

    private readonly FrozenDictionary<string, string> texts;

    private SentenceTexts(string language)
    {
        using var stream = typeof(SentenceTexts).Assembly.GetManifestResourceStream($"sentences.{language}.txt")!;
        using var reader = new StreamReader(stream);
        var read = new Dictionary<string, string>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
            if (line.IndexOf('=', StringComparison.Ordinal) is > 0 and var sign && line[0] != '#')
                read.Add(line[..sign].Trim(), line[(sign + 1)..].Trim());
        texts = read.ToFrozenDictionary(StringComparer.Ordinal);
    }

    public IEnumerable<string> Keys => texts.Keys;

    /// <exception cref="ArgumentException">Sentences are not told in that language.</exception>
    public static SentenceTexts Of(string language) =>
        All.TryGetValue(language, out var found)
            ? found
            : throw new ArgumentException($"Sentences are told in {string.Join(", ", Languages)}, not in {language}.");

    public string this[string key] => texts[key];

    public string? Find(string key) => texts.GetValueOrDefault(key);

    /// <summary>The text of a key with words in its slots {0}, {1} and so on.</summary>
    public string Fill(string key, params ReadOnlySpan<string> slots)
    {
        var phrases = new Phrase[slots.Length];
        for (var i = 0; i < slots.Length; i++)
            phrases[i] = slots[i];
        return string.Concat(Say(key, phrases).Parts.Select(part => part.Text));
    }

    /// <summary>The text of a key with phrases in its slots {0}, {1} and so on.</summary>
    public Phrase Say(string key, params ReadOnlySpan<Phrase> slots)
    {
        var text = texts[key];
        var parts = ImmutableArray.CreateBuilder<SentencePart>();
        var at = 0;
        for (var open = text.IndexOf('{', StringComparison.Ordinal); open >= 0; open = text.IndexOf('{', at))
        {
            if (open > at)
                parts.Add(new SentencePart(text[at..open]));
            parts.AddRange(slots[text[open + 1] - '0'].Parts);
            at = open + 3;
        }
        if (at < text.Length)
            parts.Add(new SentencePart(text[at..]));
        return new Phrase(parts.ToImmutable());
    }
}
