using System.Collections.Immutable;

namespace Genggam.Standards.Feel.RegularExpressions;

/// <summary>A node of a regular expression (F&amp;O 3.1, 5.6.1). A closed tree.</summary>
internal abstract record PatternNode;

internal sealed record SetNode(CharSet Set) : PatternNode;

internal sealed record SequenceNode(ImmutableArray<PatternNode> Items) : PatternNode;

internal sealed record ChoiceNode(ImmutableArray<PatternNode> Branches) : PatternNode;

/// <param name="Most">Null for no limit.</param>
internal sealed record RepeatNode(PatternNode Item, int Least, int? Most, bool IsReluctant) : PatternNode;

/// <param name="Number">From 1, by the opening brackets.</param>
internal sealed record GroupNode(PatternNode Item, int Number) : PatternNode;

internal sealed record BackReferenceNode(int Group) : PatternNode;

internal sealed record AnchorNode(bool IsEnd) : PatternNode;

/// <summary>Flags of a regular expression (F&amp;O 3.1, 5.6.2).</summary>
/// <param name="DotAll">s: "." is any character.</param>
/// <param name="Lines">m: anchors stand at lines.</param>
/// <param name="IgnoresCase">i.</param>
/// <param name="Spaced">x: blanks of the pattern do not count.</param>
/// <param name="Literal">q: the pattern is plain text.</param>
internal sealed record PatternFlags(bool DotAll, bool Lines, bool IgnoresCase, bool Spaced, bool Literal)
{
    /// <exception cref="PatternException">Another letter than s, m, i, x and q.</exception>
    public static PatternFlags Read(string flags)
    {
        foreach (var flag in flags)
            if (flag is not ('s' or 'm' or 'i' or 'x' or 'q'))
                throw new PatternException("FEEL-232", $"\"{flag}\" is no flag: use s, m, i, x or q.");
        return new(
            flags.Contains('s'),
            flags.Contains('m'),
            flags.Contains('i'),
            flags.Contains('x'),
            flags.Contains('q')
        );
    }
}

/// <summary>Ends the reading or the run of a pattern; never leaves the built-in function.</summary>
internal sealed class PatternException(string number, string message) : Exception(message)
{
    public string Number { get; } = number;
}
