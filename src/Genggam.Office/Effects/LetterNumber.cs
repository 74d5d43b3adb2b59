using System.Globalization;
using System.Text.RegularExpressions;

namespace Genggam.Office.Effects;

/// <summary>The number of a letter by its agency's pattern: {agency}, {yyyy}, {mm}, {seq:N} with N digits.</summary>
internal static partial class LetterNumber
{
    public static string Of(string pattern, string agency, DateTimeOffset on, long sequence) =>
        Slot()
            .Replace(
                pattern,
                slot =>
                    slot.Groups["name"].Value switch
                    {
                        "agency" => agency,
                        "yyyy" => on.Year.ToString(CultureInfo.InvariantCulture),
                        "mm" => on.Month.ToString("00", CultureInfo.InvariantCulture),
                        "seq" => Padded(sequence, slot.Groups["digits"]),
                        _ => slot.Value,
                    }
            );

    private static string Padded(long sequence, Group digits) =>
        sequence
            .ToString(CultureInfo.InvariantCulture)
            .PadLeft(digits.Success ? int.Parse(digits.ValueSpan, CultureInfo.InvariantCulture) : 1, '0');

    [GeneratedRegex(@"\{(?<name>[a-z]+)(:(?<digits>[0-9]{1,2}))?\}")]
    private static partial Regex Slot();
}
