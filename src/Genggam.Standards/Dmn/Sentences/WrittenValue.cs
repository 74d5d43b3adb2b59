using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Genggam.Standards.Feel;
using Genggam.Standards.Feel.Syntax;

namespace Genggam.Standards.Dmn.Sentences;

/// <summary>A value as it is typed and as it stands in the file.</summary>
internal static partial class WrittenValue
{
    [GeneratedRegex("^-?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?\\z", RegexOptions.CultureInvariant)]
    private static partial Regex NumberPattern();

    /// <summary>
    /// Whether a number would become one that people read in thousands: 6.000 is six thousand in a sentence and six in FEEL.
    /// Three decimals may be meant in place of others, where the last is not 0.
    /// </summary>
    public static bool IsDoubtful(ValueKind kind, string was, string now) =>
        kind == ValueKind.Number
        && now != was
        && Slips.MayBeGrouped(now.TrimStart('-'))
        && (now.EndsWith('0') || !was.Contains('.', StringComparison.Ordinal));

    /// <summary>What a person typed in place of a literal; null where it is nothing of its kind.</summary>
    public static FeelValue? Read(Literal literal, string typed) =>
        literal.Kind switch
        {
            ValueKind.Number => NumberPattern().IsMatch(typed) ? FeelNumber.Read(typed) : null,
            ValueKind.Text => new FeelString(typed),
            ValueKind.Boolean => typed switch
            {
                "true" => (FeelValue)true,
                "false" => false,
                _ => null,
            },
            ValueKind.Date => TemporalText.Date(typed),
            ValueKind.Time => TemporalText.Time(typed),
            // A bare date is a moment in date and time("…") only: after an @ it is a date.
            ValueKind.DateAndTime => literal.Node is CallNode ? TemporalText.DateTime(typed) : Moment(typed),
            ValueKind.DaysAndTime => TemporalText.Duration(typed) as FeelDuration,
            _ => TemporalText.Duration(typed) as FeelPeriod,
        };

    /// <summary>The characters of the file for a value that can be read, without quotes (DMN 1.5, grammar rules 35 and 64).</summary>
    public static string Of(ValueKind kind, string value, bool isCData)
    {
        var written = new StringBuilder();
        for (var i = 0; i < value.Length; i++)
            if (char.IsHighSurrogate(value[i]) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]))
                written.Append(value, i++, 2);
            else
                written.Append(kind == ValueKind.Text ? Feel(value[i]) : value[i].ToString());
        return isCData
            ? written.Replace("]]>", "]]\\u003E").ToString()
            : written.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").ToString();
    }

    private static FeelDateTime? Moment(string typed) =>
        TemporalText.Date(typed) is null ? TemporalText.DateTime(typed) : null;

    /// <summary>A character of a text. What XML has no room for is written as FEEL's escape.</summary>
    private static string Feel(char c) =>
        c switch
        {
            '"' => "\\\"",
            '\\' => "\\\\",
            '\n' => "\\n",
            '\r' => "\\r",
            '\t' => "\\t",
            < ' ' or (>= '\uD800' and <= '\uDFFF') or '\uFFFE' or '\uFFFF' =>
                $"\\u{((int)c).ToString("X4", CultureInfo.InvariantCulture)}",
            _ => c.ToString(),
        };
}
