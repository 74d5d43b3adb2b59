using System.Globalization;
using System.Text.RegularExpressions;

namespace Genggam.Standards.Forms.Typed;

/// <summary>
/// Numbers as people type them: 1.000.000,50 (dots group, a comma parts the fraction) and as machines write them:
/// 1000000.5. A dot is a group mark where three digits follow each one and the number does not begin with 0; 1,234.5
/// is refused because its reader cannot know what was meant.
/// </summary>
internal static partial class IndonesianNumber
{
    internal static decimal? Read(string text)
    {
        var typed = Currency().Replace(text.Trim(), "").Replace(" ", "", StringComparison.Ordinal);
        var plain =
            Grouped().IsMatch(typed) ? typed.Replace(".", "", StringComparison.Ordinal).Replace(',', '.')
            : Comma().IsMatch(typed) ? typed.Replace(',', '.')
            : Plain().IsMatch(typed) ? typed
            : "";
        return decimal.TryParse(
            plain,
            NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number
            : null;
    }

    [GeneratedRegex(@"^(Rp|IDR)\.?(?=[\s0-9-])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Currency();

    [GeneratedRegex(@"^-?[1-9][0-9]{0,2}(\.[0-9]{3})+(,[0-9]+)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Grouped();

    [GeneratedRegex(@"^-?[0-9]+,[0-9]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Comma();

    [GeneratedRegex(@"^-?[0-9]+(\.[0-9]+)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();
}
