using Genggam.Standards.Dmn.Reading;
using Genggam.Standards.Feel;
using Genggam.Standards.Feel.Run;
using Genggam.Standards.Feel.Syntax;

namespace Genggam.Standards.Dmn.Sentences;

/// <summary>A literal of a cell: what stands for its value in the file, without quotes.</summary>
/// <param name="Start">Its first character in the text of the cell.</param>
/// <param name="End">The character behind it there.</param>
/// <param name="Span">The same in the file; null where a comment of the file, say, cuts it in two.</param>
internal sealed record Literal(
    Node Node,
    FeelValue Value,
    string Written,
    int Start,
    int End,
    SourceSpan? Span,
    Place At
)
{
    public ValueKind Kind =>
        Value switch
        {
            FeelNumber => ValueKind.Number,
            FeelString => ValueKind.Text,
            FeelBoolean => ValueKind.Boolean,
            FeelDate => ValueKind.Date,
            FeelTime => ValueKind.Time,
            FeelDateTime => ValueKind.DateAndTime,
            FeelDuration => ValueKind.DaysAndTime,
            _ => ValueKind.YearsAndMonths,
        };

    /// <summary>The literals at the ends of the same range, this one among them.</summary>
    public RangeEnds? Range { get; init; }
}

/// <summary>A range between literals.</summary>
internal sealed record RangeEnds(Node StartNode, FeelValue Start, FeelValue End, bool Closed)
{
    /// <summary>Whether some value is still within where the end of that node is another.</summary>
    public bool Holds(Node end, FeelValue other)
    {
        var (start, last) = ReferenceEquals(end, StartNode) ? (other, End) : (Start, other);
        return Comparison.Compare(start, last) is { } order
            ? order < 0 || (order == 0 && Closed)
            : Comparison.Compare(Start, End) is null;
    }
}
