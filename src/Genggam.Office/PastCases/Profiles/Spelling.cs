namespace Genggam.Office.PastCases.Profiles;

/// <summary>How people write names and numbers wrong.</summary>
internal static class Spelling
{
    private static readonly (string Right, string Wrong)[] Sounds =
    [
        ("y", "i"),
        ("dh", "d"),
        ("f", "p"),
        ("sy", "s"),
        ("i", "ie"),
        ("u", "oe"),
        ("k", "q"),
        ("z", "j"),
        ("a", "ah"),
    ];

    /// <summary>Another text than the right one, of the same kind: digits stay digits.</summary>
    public static string Wrong(string right, Dice dice) =>
        right.All(char.IsAsciiDigit) ? Number(right, dice) : Name(right, dice);

    private static string Number(string right, Dice dice)
    {
        // The serial number at the end: day, month and region stay plausible.
        var digits = right.ToCharArray();
        var place = digits.Length - dice.Between(1, Math.Min(3, digits.Length));
        digits[place] = (char)('1' + (digits[place] - '0' + dice.Between(0, 7)) % 9);
        return new string(digits) is var wrong && wrong != right ? wrong : right[..^1] + (right[^1] == '9' ? '8' : '9');
    }

    private static string Name(string right, Dice dice)
    {
        var heard = Sounds.Where(s => right.IndexOf(s.Right, 1, StringComparison.Ordinal) > 0).ToList();
        if (heard.Count == 0)
            return right + "h";
        var (sound, other) = dice.One(heard);
        var at = right.IndexOf(sound, 1, StringComparison.Ordinal);
        return string.Concat(right.AsSpan(0, at), other, right.AsSpan(at + sound.Length));
    }
}
