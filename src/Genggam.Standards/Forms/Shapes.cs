using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Genggam.Standards.Forms;

/// <summary>Shapes of answers that are more than text.</summary>
public static partial class Shapes
{
    internal static readonly FrozenSet<string> Known = FrozenSet.ToFrozenSet(["nik", "kk", "phone", "email"]);

    /// <summary>A family card number (KK): sixteen digits, region and issue date first, not all the same.</summary>
    public static bool FamilyCard(string text) => Sixteen().IsMatch(text) && text.Distinct().Count() > 1;

    /// <summary>An Indonesian telephone number, as people write it.</summary>
    public static bool Phone(string text) => PhoneNumber().IsMatch(text);

    public static bool Email(string text) => text.Length <= 254 && EmailAddress().IsMatch(text);

    [GeneratedRegex(@"^[0-9]{16}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Sixteen();

    [GeneratedRegex(@"^(\+62|62|0)[ -]?[2-9][0-9 -]{6,14}\z", RegexOptions.CultureInvariant)]
    private static partial Regex PhoneNumber();

    [GeneratedRegex(@"^[^\s@<>""(),:;\[\]\\]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+\z", RegexOptions.CultureInvariant)]
    private static partial Regex EmailAddress();
}
