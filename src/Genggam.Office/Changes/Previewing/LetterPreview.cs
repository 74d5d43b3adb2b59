using System.Collections.Immutable;
using Genggam.Engine;
using Genggam.Office.Documents;
using Genggam.Standards;

namespace Genggam.Office.Changes;

/// <summary>An example that has the letter issued.</summary>
public sealed record PreviewExample(string File, string Name, AskedLetter Asked);

/// <summary>A letter of a draft with what it can be tried on, and what the check says of it.</summary>
public sealed record LetterSheet(
    Letter Letter,
    ImmutableArray<PreviewExample> Examples,
    ImmutableArray<Problem> Problems
);

/// <summary>Something wrong in a template, with the line that it stands in. Lines count from 1; 0 means unknown.</summary>
/// <param name="Message">In English, as Typst says it.</param>
public sealed record LetterFault(string File, int Line, string Message, string? Excerpt);

/// <summary>What trying a letter gave. A closed set.</summary>
public abstract record LetterPreview
{
    private LetterPreview() { }

    /// <param name="Content">What the letter says, for who does not see the picture.</param>
    /// <param name="Svg">All pages below each other.</param>
    public sealed record Shown(LetterContent Content, byte[] Svg, int Pages) : LetterPreview;

    /// <summary>A fault of the template, or a limit that it broke.</summary>
    public sealed record Refused(DocumentRefusal Refusal, ImmutableArray<LetterFault> Faults) : LetterPreview;
}
