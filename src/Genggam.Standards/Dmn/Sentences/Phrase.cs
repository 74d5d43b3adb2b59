using System.Collections.Immutable;

namespace Genggam.Standards.Dmn.Sentences;

/// <summary>A piece of a sentence.</summary>
internal sealed record Phrase(ImmutableArray<SentencePart> Parts)
{
    public static implicit operator Phrase(string words) => new([new SentencePart(words)]);

    /// <summary>The parts with neighbouring words made one.</summary>
    public ImmutableArray<SentencePart> Joined()
    {
        var joined = ImmutableArray.CreateBuilder<SentencePart>();
        foreach (var part in Parts)
            if (part.Value is null && joined.Count > 0 && joined[^1].Value is null)
                joined[^1] = new SentencePart(joined[^1].Text + part.Text);
            else
                joined.Add(part);
        return joined.ToImmutable();
    }
}
