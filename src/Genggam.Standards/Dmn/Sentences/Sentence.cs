using System.Collections.Immutable;
using Genggam.Standards.Feel;

namespace Genggam.Standards.Dmn.Sentences;

/// <summary>A sentence as its words and, among them, the values that can be changed.</summary>
/// <param name="Id">The rule's id, its table's and its number where it has none; of a default, the table's.</param>
public sealed record Sentence(string Id, ImmutableArray<SentencePart> Parts)
{
    public string Text => string.Concat(Parts.Select(part => part.Text));

    public IEnumerable<ChangeableValue> Values => Parts.Select(part => part.Value).OfType<ChangeableValue>();
}

/// <summary>Words, or the value that <paramref name="Text"/> says.</summary>
public sealed record SentencePart(string Text, ChangeableValue? Value = null);

public enum ValueKind
{
    Number,
    Text,
    Boolean,
    Date,
    Time,
    DateAndTime,
    DaysAndTime,
    YearsAndMonths,
}

/// <summary>A literal of a rule or of a default output.</summary>
/// <param name="Id">The sentence's id, the column (inputs, then outputs, from 1) and the position in the cell, from 1.</param>
/// <param name="Value">
/// As a person would type it in any language: the digits of a number, a text without quotes, true or false, a moment or a
/// duration as ISO 8601 writes it.
/// </param>
/// <param name="Allowed">The values that its column lists; empty where it lists none.</param>
/// <param name="At">Its first character in the file; of a text, the one behind the quote.</param>
public sealed record ChangeableValue(string Id, ValueKind Kind, string Value, ImmutableArray<string> Allowed, Place At)
{
    /// <summary>The output that it is the whole value of, by its name; null of an input and of a part of a formula.</summary>
    public string? Output { get; init; }

    /// <summary>What its column allows, as it is written there.</summary>
    internal string AllowedFeel { get; init; } = "";

    internal Literal Literal { get; init; } = null!;

    /// <summary>Whether its column allows another value in its place.</summary>
    internal Func<FeelValue, bool> Allows { get; init; } = _ => true;
}
