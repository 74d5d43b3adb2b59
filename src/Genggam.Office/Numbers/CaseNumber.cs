using System.Diagnostics.CodeAnalysis;

namespace Genggam.Office.Numbers;

/// <summary>
/// The number of a case: the agency's short name, the year, the sequence in that year, and two check digits of
/// ISO 7064 MOD 97-10, which notice one wrong character and two neighbours exchanged. Printed <c>DKSBY-2026-000123-41</c>.
/// </summary>
public readonly record struct CaseNumber
{
    private CaseNumber(string agency, int year, int sequence) => (Agency, Year, Sequence) = (agency, year, sequence);

    /// <summary>Two to eight of A-Z and 0-9, the first a letter.</summary>
    public string Agency { get; }

    public int Year { get; }
    public int Sequence { get; }

    /// <exception cref="ArgumentException">The parts do not make a case number.</exception>
    public static CaseNumber Of(string agency, int year, int sequence) =>
        IsAgency(agency) && year is >= 2000 and <= 9999 && sequence is >= 1 and <= 99_999_999
            ? new(agency, year, sequence)
            : throw new ArgumentException($"Not the parts of a case number: {agency}, {year}, {sequence}.");

    /// <summary>Reads what a person typed or said on the telephone: any case, spaces for hyphens, groups apart.</summary>
    public static bool TryParse([NotNullWhen(true)] string? typed, out CaseNumber number)
    {
        number = default;
        var parts = (typed ?? "").ToUpperInvariant().Split([' ', '-', '.', '/'], StringSplitOptions.RemoveEmptyEntries);
        if (
            parts is not [var agency, { Length: 4 } year, { Length: >= 6 and <= 8 } sequence, { Length: 2 } check]
            || !IsAgency(agency)
            || !IsDigits(year)
            || !IsDigits(sequence)
            || !IsDigits(check)
        )
            return false;
        var read = new CaseNumber(agency, int.Parse(year, null), int.Parse(sequence, null));
        if (read.Year < 2000 || read.Sequence == 0 || read.Body != agency + year + sequence || read.Check != check)
            return false;
        number = read;
        return true;
    }

    public override string ToString() => $"{Agency}-{Year:0000}-{Sequence:000000}-{Check}";

    private string Body => $"{Agency}{Year:0000}{Sequence:000000}";

    private string Check => $"{98 - Remainder(Body + "00"):00}";

    private static int Remainder(string body)
    {
        var rest = 0;
        foreach (var c in body)
            rest = c <= '9' ? (rest * 10 + (c - '0')) % 97 : (rest * 100 + (c - 'A' + 10)) % 97;
        return rest;
    }

    private static bool IsAgency(string text) =>
        text.Length is >= 2 and <= 8
        && char.IsAsciiLetterUpper(text[0])
        && text.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c));

    private static bool IsDigits(string text) => text.All(char.IsAsciiDigit);
}
