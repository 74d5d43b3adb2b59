using System.Globalization;
using System.Text.RegularExpressions;
using Genggam.Standards;

namespace Genggam.Office.Effects;

/// <summary>The number of a letter by its agency's pattern: {agency}, {yyyy}, {mm}, {seq:N} with N digits.</summary>
internal static partial class LetterNumber
{
    private static readonly string[] Names = ["agency", "yyyy", "mm", "seq"];

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

    /// <summary>What a number by this pattern would carry unfilled, or lack.</summary>
    public static IEnumerable<string> Faults(string pattern)
    {
        foreach (Match slot in Slot().Matches(pattern))
        {
            var name = slot.Groups["name"].Value;
            if (!Names.Contains(name))
                yield return Nearest.To(name, Names) is { } near
                    ? $"The number has no slot {slot.Value}: did you mean {{{near}}}?"
                    : $"The number has no slot {slot.Value}: slots are {{agency}}, {{yyyy}}, {{mm}} and {{seq:N}}.";
        }
        if (Slot().Replace(pattern, "").IndexOfAny(['{', '}']) >= 0)
            yield return "A slot of the number is {agency}, {yyyy}, {mm} or {seq:N}, with N digits.";
        if (pattern.Length > 0 && !Slot().Matches(pattern).Any(m => m.Groups["name"].Value == "seq"))
            yield return "The number needs {seq:N}: without it two letters would have one number.";
    }

    private static string Padded(long sequence, Group digits) =>
        sequence
            .ToString(CultureInfo.InvariantCulture)
            .PadLeft(digits.Success ? int.Parse(digits.ValueSpan, CultureInfo.InvariantCulture) : 1, '0');

    [GeneratedRegex(@"\{(?<name>[a-z]+)(:(?<digits>[0-9]{1,2}))?\}")]
    private static partial Regex Slot();
}
