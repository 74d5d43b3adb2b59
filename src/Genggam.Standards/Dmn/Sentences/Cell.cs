using System.Collections.Immutable;
using Genggam.Standards.Feel;
using Genggam.Standards.Feel.Syntax;

namespace Genggam.Standards.Dmn.Sentences;

/// <summary>A cell with its literals, each with the words that say it.</summary>
internal sealed class Cell
{
    private readonly Dictionary<Node, Phrase> said = new(ReferenceEqualityComparer.Instance);
    private readonly ImmutableArray<(Literal Literal, ChangeableValue? Value)> literals;

    /// <param name="column">The column's expression, that may have words for its texts.</param>
    public Cell(FeelExpression feel, string id, Column column, TableSource source, Words words)
    {
        Feel = feel;
        literals =
        [
            .. CellLiterals
                .Of(feel, source.Places(feel))
                .Select((l, i) => (l, l.Span is null ? null : column.Value(l, $"{id}:{i + 1}", feel.Root))),
        ];
        foreach (var (literal, value) in literals)
        {
            var text = words.Say(literal.Value, literal.Written);
            var part = new Phrase([new SentencePart(text, value)]);
            said[literal.Node] =
                literal.Kind == ValueKind.Text
                && words.Label($"{column.Expression}.{literal.Written}") is { } label
                && !label.Equals(literal.Written, StringComparison.OrdinalIgnoreCase)
                    ? words.Texts.Say("labelled", part, label)
                    : part;
        }
    }

    public FeelExpression Feel { get; }

    /// <summary>The words of a literal; null where the node is none.</summary>
    public Phrase? Literal(Node node) => said.GetValueOrDefault(node);

    public ValueKind? KindOf(Node node) =>
        literals.FirstOrDefault(l => ReferenceEquals(l.Literal.Node, node)).Literal?.Kind;

    /// <summary>The formula of a cell as it is written, its literals among it.</summary>
    public Phrase Verbatim(int from = 0)
    {
        var (parts, at) = (ImmutableArray.CreateBuilder<SentencePart>(), from);
        var source = Feel.Source.TrimEnd();
        foreach (var (literal, value) in literals)
        {
            if (value is null || literal.Start < at)
                continue;
            parts.Add(new SentencePart(source[at..literal.Start]));
            parts.Add(new SentencePart(source[literal.Start..literal.End], value));
            at = literal.End;
        }
        parts.Add(new SentencePart(source[at..]));
        parts[0] = parts[0] with { Text = parts[0].Text.TrimStart() };
        return new Phrase(parts.ToImmutable());
    }
}
