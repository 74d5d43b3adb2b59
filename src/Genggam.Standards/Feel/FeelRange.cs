using Genggam.Standards.Feel.Run;

namespace Genggam.Standards.Feel;

/// <summary>A FEEL range (DMN 1.5, 10.3.2.7). An end that is null is open without limit.</summary>
public sealed class FeelRange(bool startIncluded, FeelValue start, FeelValue end, bool endIncluded) : FeelValue
{
    public bool StartIncluded { get; } = startIncluded;

    public FeelValue Start { get; } = start;

    public FeelValue End { get; } = end;

    public bool EndIncluded { get; } = endIncluded;

    /// <summary>Whether the value lies in the range; null where they cannot be compared.</summary>
    internal bool? Contains(FeelValue value)
    {
        if (value.IsNull || (Start.IsNull && End.IsNull))
            return null;
        var above = Start.IsNull ? 1 : Comparison.Compare(value, Start);
        var below = End.IsNull ? -1 : Comparison.Compare(value, End);
        return above is null || below is null
            ? null
            : (above > 0 || (StartIncluded && above == 0)) && (below < 0 || (EndIncluded && below == 0));
    }

    /// <summary>The range as range() reads it back; an open end is left out.</summary>
    public override string ToString() =>
        $"{(StartIncluded ? "[" : "(")}{Text(Start)}..{Text(End)}{(EndIncluded ? "]" : ")")}";

    private static string Text(FeelValue end) =>
        end switch
        {
            FeelNull => "",
            FeelNumber => end.ToString()!,
            FeelString => Functions.Text.Of(end, quoted: true),
            _ => $"@\"{end}\"",
        };
}
