using System.Globalization;
using Genggam.Standards.Feel.Numbers;

namespace Genggam.Standards.Feel;

/// <summary>
/// A FEEL number (DMN 1.5, 10.3.2.3.1): 34 digits, rounded half to even, from 1E-6176 to 9.99…E6144. A number that
/// <see cref="decimal"/> holds exactly is held in one, and only another as decimal128: equal numbers have one form,
/// one text and one hash. Operations return null where the result is too large or no number.
/// </summary>
public sealed class FeelNumber : FeelValue, IEquatable<FeelNumber>, IComparable<FeelNumber>
{
    private readonly decimal held;
    private readonly Decimal128? wide;

    public FeelNumber(decimal value) => held = DecimalBits.Stripped(value);

    private FeelNumber(Decimal128 wide) => this.wide = wide;

    /// <summary>The nearest decimal: digits after its 28th are rounded, and beyond its range it is its largest or smallest.</summary>
    public decimal Value => ToDecimal() ?? (wide!.IsNegative ? decimal.MinValue : decimal.MaxValue);

    /// <summary>Whether <see cref="Value"/> is this number itself.</summary>
    public bool IsDecimal => wide is null;

    /// <summary>The number itself where a decimal holds it exactly, else null.</summary>
    internal decimal? Held => wide is null ? held : null;

    /// <summary>The decimal of a number that <see cref="IsDecimal"/>, without a copy.</summary>
    internal ref readonly decimal Exactly => ref held;

    /// <summary>The nearest decimal; null beyond its range.</summary>
    public decimal? ToDecimal() =>
        wide is null ? held
        : decimal.TryParse(ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var near) ? near
        : null;

    /// <summary>Reads a FEEL or JSON number, with exponent if any; null where it is none or too large.</summary>
    public static FeelNumber? Read(ReadOnlySpan<char> text) => ReadExact(text.Trim());

    /// <summary>Like <see cref="Read"/>, without blanks around.</summary>
    internal static FeelNumber? ReadExact(ReadOnlySpan<char> text) =>
        DecimalText.Short(text) is { } number ? new(number) : Of(DecimalText.Parse(text));

    internal bool IsInteger => wide is null ? decimal.IsInteger(held) : wide.Exponent >= 0;

    /// <summary>Whether no more than so many digits stand after the point.</summary>
    internal bool HasAtMost(int decimals) => (wide is null ? held.Scale : -wide.Exponent) <= decimals;

    internal bool IsZero => wide is null && held == 0;

    internal bool IsNegative => wide?.IsNegative ?? held < 0;

    /// <summary>Null for a fraction.</summary>
    internal bool? IsOdd =>
        !IsInteger ? null
        : wide is null ? decimal.IsOddInteger(held)
        : wide.Exponent == 0 && UInt128.IsOddInteger(wide.Coefficient);

    internal int? AsInteger =>
        wide is null && held is >= int.MinValue and <= int.MaxValue && decimal.IsInteger(held)
            ? decimal.ToInt32(held)
            : null;

    private Decimal128 Wide => wide ?? Decimal128.Of(held);

    internal FeelNumber? Plus(FeelNumber other) =>
        wide is null && other.wide is null && DecimalBits.TryAdd(held, other.held, out var sum)
            ? new(sum)
            : Of(DecimalArithmetic.Add(Wide, other.Wide));

    internal FeelNumber? Minus(FeelNumber other) =>
        wide is null && other.wide is null && DecimalBits.TryAdd(held, -other.held, out var difference)
            ? new(difference)
            : Of(DecimalArithmetic.Add(Wide, other.Wide.Negated()));

    internal FeelNumber? Times(FeelNumber other) =>
        wide is null && other.wide is null && DecimalBits.TryMultiply(held, other.held, out var product)
            ? new(product)
            : Of(DecimalArithmetic.Multiply(Wide, other.Wide));

    internal FeelNumber? Over(FeelNumber other) =>
        other.IsZero ? null
        : wide is null && other.wide is null && DecimalBits.TryDivide(held, other.held, out var quotient)
            ? new(quotient)
        : Of(DecimalArithmetic.Divide(Wide, other.Wide));

    /// <summary>modulo() of DMN 1.5, table 77: the rest has the sign of the divisor.</summary>
    internal FeelNumber? Modulo(FeelNumber other) =>
        other.IsZero ? null : Of(DecimalArithmetic.Modulo(Wide, other.Wide));

    internal FeelNumber Negated() => wide is null ? new(-held) : new(wide.Negated());

    internal FeelNumber Absolute() => IsNegative ? Negated() : this;

    internal FeelNumber? Power(FeelNumber exponent) => Of(DecimalSeries.Power(Wide, exponent.Wide));

    /// <summary>Null for a negative number.</summary>
    internal FeelNumber? Sqrt() => IsNegative ? null : Of(DecimalSeries.Sqrt(Wide));

    internal FeelNumber? Exp() => Of(DecimalSeries.Exp(Wide));

    /// <summary>Null at zero and below.</summary>
    internal FeelNumber? Log() => IsNegative || IsZero ? null : Of(DecimalSeries.Log(Wide));

    internal FeelNumber? Rounded(int scale, RoundingMode mode) =>
        wide is not null || scale is < 0 or > DecimalBits.MaxScale || Midpoint(mode) is not { } midpoint
            ? Of(DecimalArithmetic.Round(Wide, scale, mode))
        : held.Scale <= scale ? this
        : new(decimal.Round(held, scale, midpoint));

    public int CompareTo(FeelNumber? other) =>
        other is null ? 1
        : wide is null && other.wide is null ? held.CompareTo(other.held)
        : DecimalArithmetic.Compare(Wide, other.Wide);

    public bool Equals(FeelNumber? other) =>
        other is not null && (wide is null ? other.wide is null && held == other.held : wide.Equals(other.wide));

    public override bool Equals(object? obj) => Equals(obj as FeelNumber);

    public override int GetHashCode() => wide?.GetHashCode() ?? held.GetHashCode();

    /// <summary>Plain digits, never an exponent.</summary>
    public override string ToString() =>
        wide is null ? held.ToString(CultureInfo.InvariantCulture) : DecimalText.Plain(wide);

    private static MidpointRounding? Midpoint(RoundingMode mode) =>
        mode switch
        {
            RoundingMode.HalfEven => MidpointRounding.ToEven,
            RoundingMode.HalfUp => MidpointRounding.AwayFromZero,
            RoundingMode.Down => MidpointRounding.ToZero,
            RoundingMode.Floor => MidpointRounding.ToNegativeInfinity,
            RoundingMode.Ceiling => MidpointRounding.ToPositiveInfinity,
            _ => null,
        };

    private static FeelNumber? Of(Decimal128? number) =>
        number is null ? null
        : number.Exactly() is { } held ? new(held)
        : new(number);
}
