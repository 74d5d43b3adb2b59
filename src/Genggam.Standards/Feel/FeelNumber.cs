using System.Globalization;

namespace Genggam.Standards.Feel;

/// <summary>
/// A FEEL number (DMN 1.5, 10.3.2.3.1). It is kept without trailing zeros, so equal numbers have one text.
/// Results of more than 28 digits are rounded; operations return null where the result cannot be held.
/// </summary>
public sealed class FeelNumber(decimal value) : FeelValue, IEquatable<FeelNumber>, IComparable<FeelNumber>
{
    private const decimal Unscaled = 1.0000000000000000000000000000m;

    public decimal Value { get; } = value / Unscaled;

    /// <summary>Reads a FEEL or JSON number, with exponent if any; null where it is none or too large.</summary>
    public static FeelNumber? Read(ReadOnlySpan<char> text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var read) ? new(read) : null;

    internal bool IsInteger => decimal.Truncate(Value) == Value;

    internal int? AsInteger =>
        IsInteger && Value is >= int.MinValue and <= int.MaxValue ? decimal.ToInt32(Value) : null;

    internal FeelNumber? Plus(FeelNumber other) => Held(other, static (a, b) => a + b);

    internal FeelNumber? Minus(FeelNumber other) => Held(other, static (a, b) => a - b);

    internal FeelNumber? Times(FeelNumber other) => Held(other, static (a, b) => a * b);

    internal FeelNumber? Over(FeelNumber other) => other.Value == 0 ? null : Held(other, static (a, b) => a / b);

    internal FeelNumber Negated() => new(-Value);

    internal FeelNumber? Power(FeelNumber exponent) =>
        exponent.AsInteger is { } whole and >= -1000 and <= 1000
            ? WholePower(whole)
            : FromDouble(Math.Pow(decimal.ToDouble(Value), decimal.ToDouble(exponent.Value)));

    /// <summary>The nearest number, null for what is not finite or too large.</summary>
    internal static FeelNumber? FromDouble(double value) =>
        double.IsFinite(value) && Math.Abs(value) < 7.9e28 ? new((decimal)value) : null;

    private FeelNumber? WholePower(int exponent)
    {
        FeelNumber? result = new(1);
        FeelNumber? factor = this;
        for (var left = Math.Abs(exponent); left > 0 && result is not null; left >>= 1)
        {
            if ((left & 1) == 1)
                result = factor is null ? null : result.Times(factor);
            if (left > 1)
                factor = factor?.Times(factor);
        }
        return exponent < 0 && result is not null ? new FeelNumber(1).Over(result) : result;
    }

    private FeelNumber? Held(FeelNumber other, Func<decimal, decimal, decimal> operation)
    {
        try
        {
            return new(operation(Value, other.Value));
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    public int CompareTo(FeelNumber? other) => other is null ? 1 : Value.CompareTo(other.Value);

    public bool Equals(FeelNumber? other) => other is not null && other.Value == Value;

    public override bool Equals(object? obj) => Equals(obj as FeelNumber);

    public override int GetHashCode() => Value.GetHashCode();

    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
