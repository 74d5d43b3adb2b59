using System.Globalization;
using System.Numerics;

namespace Genggam.Standards.Feel.Numbers;

/// <summary>Numbers as text.</summary>
internal static class DecimalText
{
    /// <summary>Digits that are read exactly; of what follows only whether it is zero matters.</summary>
    private const int Read = Decimal128.Digits + DecimalArithmetic.Guard;

    /// <summary>A sign, digits with a point, an exponent; null where the text is none of it or too large.</summary>
    public static Decimal128? Parse(ReadOnlySpan<char> text)
    {
        var at = text is ['+' or '-', ..] ? 1 : 0;
        var size = BigInteger.Zero;
        var (digits, exponent) = (0, 0L);
        var (any, pointed, inexact) = (false, false, false);
        for (; at < text.Length && (char.IsAsciiDigit(text[at]) || (text[at] == '.' && !pointed)); at++)
        {
            if (text[at] == '.')
            {
                pointed = true;
                continue;
            }
            any = true;
            var digit = text[at] - '0';
            if (digits < Read)
                size = size * 10 + digit;
            else
                inexact |= digit != 0;
            exponent += (digits < Read ? 0 : 1) - (pointed ? 1 : 0);
            if (!size.IsZero)
                digits++;
        }
        if (!any || Exponent(text[at..]) is not { } power)
            return null;
        return Decimal128.Rounded(text[0] == '-' ? -size : size, exponent + power, inexact);
    }

    /// <summary>Up to eighteen digits, with a point or without; null for any other text.</summary>
    public static decimal? Short(ReadOnlySpan<char> text)
    {
        const int most = 18;
        if (text.Length is 0 or > most + 1)
            return null;
        var (size, point) = (0L, -1);
        for (var i = 0; i < text.Length; i++)
            if (char.IsAsciiDigit(text[i]))
                size = size * 10 + text[i] - '0';
            else if (text[i] == '.' && point < 0)
                point = i;
            else
                return null;
        var digits = point < 0 ? text.Length : text.Length - 1;
        if (digits is 0 or > most)
            return null;
        return point < 0 ? size : new decimal((int)size, (int)(size >> 32), 0, false, (byte)(digits - point));
    }

    /// <summary>Plain digits, never an exponent.</summary>
    public static string Plain(Decimal128 number)
    {
        var digits = number.Coefficient.ToString(CultureInfo.InvariantCulture);
        var sign = number.IsNegative ? "-" : "";
        if (number.Exponent >= 0)
            return sign + digits + new string('0', number.Exponent);
        var point = digits.Length + number.Exponent;
        return point > 0
            ? $"{sign}{digits.AsSpan(0, point)}.{digits.AsSpan(point)}"
            : $"{sign}0.{new string('0', -point)}{digits}";
    }

    /// <summary>The power of ten that "e" and an integer give, zero for no text, null for anything else.</summary>
    private static long? Exponent(ReadOnlySpan<char> text)
    {
        const long beyond = 1_000_000_000_000;
        if (text.IsEmpty)
            return 0;
        if (text is not ['e' or 'E', .. var power])
            return null;
        var negative = power is ['-', ..];
        if (power is ['+' or '-', ..])
            power = power[1..];
        if (power.IsEmpty)
            return null;
        var exponent = 0L;
        foreach (var digit in power)
            if (!char.IsAsciiDigit(digit))
                return null;
            else
                exponent = Math.Min(beyond, exponent * 10 + digit - '0');
        return negative ? -exponent : exponent;
    }
}
