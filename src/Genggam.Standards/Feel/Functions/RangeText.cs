using Genggam.Standards.Feel.Run;
using Genggam.Standards.Feel.Syntax;

namespace Genggam.Standards.Feel.Functions;

/// <summary>
/// The text of a range as range() takes it (DMN 1.5, table 73): brackets, and ends that are literals or a date, time or
/// duration function of a literal. Nothing is evaluated and no name is looked up.
/// </summary>
internal static class RangeText
{
    private static readonly string[] Conversions = ["date", "time", "date and time", "duration"];

    /// <summary>The range, or null where the text is none.</summary>
    public static FeelRange? Read(string text)
    {
        if (Parsed(text) is not { } range || End(range.Start) is not { } start || End(range.End) is not { } end)
            return null;
        return start.IsNull || end.IsNull || Comparison.Compare(start, end) is <= 0
            ? new FeelRange(range.StartIncluded, start, end, range.EndIncluded)
            : null;
    }

    private static RangeNode? Parsed(string text)
    {
        try
        {
            return new Parser(text, new Place("range"), new Surroundings([])).WholeRange();
        }
        catch (SyntaxException)
        {
            return null;
        }
    }

    private static FeelValue? End(Node node) =>
        node switch
        {
            OpenEndNode => FeelValue.Null,
            LiteralNode { Value: not FeelNull } literal => literal.Value,
            NegateNode { Operand: LiteralNode { Value: FeelNumber number } } => number.Negated(),
            CallNode { Function: NameNode function, Arguments: [{ Name: null or "from", Value: LiteralNode literal }] }
                when Conversions.Contains(function.Name) => Converted(function.Name, literal.Value),
            _ => null,
        };

    private static FeelValue? Converted(string function, FeelValue literal) =>
        literal is not FeelString { Value: var text }
            ? null
            : function switch
            {
                "date" => FeelDate.Read(text),
                "time" => FeelTime.Read(text),
                "date and time" => FeelDateTime.Read(text),
                _ => TemporalText.Duration(text),
            };
}
