namespace Genggam.Standards.Forms;

public enum NikFault
{
    NotSixteenDigits,
    NoSuchProvince,
    NoSuchDate,
    NoSerial,
}

/// <summary>What a NIK says, or why it cannot be one. A closed set.</summary>
public abstract record NikResult
{
    private NikResult() { }

    /// <summary>The century is not in the number; the region is that of first issue, not of residence.</summary>
    public sealed record Plausible(string Digits, string Region, int Day, int Month, int YearOfCentury, bool Female)
        : NikResult;

    public sealed record Wrong(NikFault Fault) : NikResult;
}

/// <summary>
/// The shape of a population number (NIK): region of first issue, birth date with 40 added to a woman's day, serial. There
/// is no check digit: this is a check of plausibility and never proof of identity.
/// </summary>
public static class Nik
{
    /// <param name="digits">As it is stored: sixteen digits and nothing else.</param>
    public static NikResult Parse(string digits)
    {
        if (digits.Length != 16 || !digits.All(char.IsAsciiDigit))
            return new NikResult.Wrong(NikFault.NotSixteenDigits);
        if (Part(digits, 0) is < 11 or > 96)
            return new NikResult.Wrong(NikFault.NoSuchProvince);
        var day = Part(digits, 6);
        var month = Part(digits, 8);
        var female = day > 40;
        if (female)
            day -= 40;
        // The year 2000 was a leap year: 29 February exists in some century for every second digit pair divisible by four.
        var year = Part(digits, 10);
        if (month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(2000 + year, month))
            return new NikResult.Wrong(NikFault.NoSuchDate);
        return digits[12..] == "0000"
            ? new NikResult.Wrong(NikFault.NoSerial)
            : new NikResult.Plausible(digits, $"{digits[..2]}.{digits[2..4]}.{digits[4..6]}", day, month, year, female);
    }

    private static int Part(string digits, int at) => (digits[at] - '0') * 10 + digits[at + 1] - '0';
}
