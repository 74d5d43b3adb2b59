using CsCheck;
using Genggam.Standards.Feel;
using Genggam.Standards.Feel.Numbers;

namespace Genggam.Standards.Tests.Feel.Numbers;

/// <summary>Arithmetic against exact fractions. A failure prints its seed: run it again with CsCheck_Seed.</summary>
public sealed class ArithmeticLawTests
{
    private static readonly Gen<(string, string)> Pairs = Gen.Select(Exact.Texts, Exact.Texts);

    [Fact]
    public void A_literal_is_its_digits_rounded_once() =>
        Exact.Texts.Sample(text => Exact.Of(text).Is(FeelNumber.Read(text)), iter: 3000);

    [Fact]
    public void A_sum_is_exact_and_rounded_once() => Holds((a, b) => a.Plus(b), (a, b) => a.Plus(b));

    [Fact]
    public void A_difference_is_exact_and_rounded_once() => Holds((a, b) => a.Minus(b), (a, b) => a.Minus(b));

    [Fact]
    public void A_product_is_exact_and_rounded_once() => Holds((a, b) => a.Times(b), (a, b) => a.Times(b));

    [Fact]
    public void A_quotient_is_exact_and_rounded_once() =>
        Pairs.Sample(
            pair =>
                Two(pair) is not var (a, b)
                || (b.IsZero ? a.Over(b) is null : Exact.Of(a).DividedBy(Exact.Of(b)).Is(a.Over(b))),
            iter: 3000
        );

    [Fact]
    public void What_is_left_after_whole_divisors_has_the_sign_of_the_divisor() =>
        Pairs.Sample(
            pair =>
            {
                if (Two(pair) is not var (a, b) || b.IsZero)
                    return true;
                var (x, y) = (Exact.Of(a), Exact.Of(b));
                return x.Minus(y.Times(new Exact(x.DividedBy(y).Floor(), 1))).Is(a.Modulo(b));
            },
            iter: 1000
        );

    [Fact]
    public void The_order_is_that_of_the_exact_values_and_equal_numbers_are_one() =>
        Pairs.Sample(
            pair =>
            {
                if (Two(pair) is not var (a, b))
                    return true;
                var order = Exact.Of(a).CompareTo(Exact.Of(b));
                return Math.Sign(a.CompareTo(b)) == order
                    && a.Equals(b) == (order == 0)
                    && (order != 0 || (a.GetHashCode() == b.GetHashCode() && a.ToString() == b.ToString()));
            },
            iter: 3000
        );

    [Fact]
    public void A_number_that_comes_from_two_ways_is_the_same() =>
        Pairs.Sample(
            pair =>
            {
                if (Two(pair) is not var (a, b) || a.Plus(b) is not { } sum)
                    return true;
                var read = FeelNumber.Read(sum.ToString())!;
                return sum.Equals(read)
                    && sum.GetHashCode() == read.GetHashCode()
                    && sum.IsDecimal == read.IsDecimal
                    && FeelEquality.Same(FeelJson.Parse(FeelJson.ToJson(sum)), sum)
                    && FeelJson.ToJson(FeelJson.Parse(FeelJson.ToJson(sum))) == FeelJson.ToJson(sum);
            },
            iter: 3000
        );

    [Fact]
    public void A_decimal_is_held_as_it_is() =>
        Gen.Decimal.Sample(d => new FeelNumber(d) is { IsDecimal: true } n && n.Value == d && n.ToDecimal() == d);

    [Fact]
    public void A_rounding_takes_the_neighbour_that_its_name_says() =>
        Gen.Select(Exact.Texts, Gen.Int[-40, 40], Gen.Enum<RoundingMode>())
            .Sample(
                (text, scale, mode) =>
                {
                    if (FeelNumber.Read(text) is not { } number)
                        return true;
                    var rounded = number.Rounded(scale, mode);
                    var unit = Exact.Ten(-scale);
                    var units = Exact.Of(number).DividedBy(unit);
                    return new Exact(Neighbour(units, mode), 1).Times(unit).Is(rounded);
                },
                iter: 3000
            );

    private static System.Numerics.BigInteger Neighbour(Exact units, RoundingMode mode)
    {
        var floor = units.Floor();
        var half = units.Minus(new Exact(floor * 2 + 1, 2)).Over.Sign;
        var whole = units.CompareTo(new Exact(floor, 1)) == 0;
        var positive = units.Over.Sign > 0;
        var up = mode switch
        {
            RoundingMode.Floor => false,
            RoundingMode.Ceiling => true,
            RoundingMode.Up => positive,
            RoundingMode.Down => !positive,
            RoundingMode.HalfUp => half > 0 || (half == 0 && positive),
            RoundingMode.HalfDown => half > 0 || (half == 0 && !positive),
            _ => half > 0 || (half == 0 && !floor.IsEven),
        };
        return up && !whole ? floor + 1 : floor;
    }

    private static void Holds(Func<FeelNumber, FeelNumber, FeelNumber?> ours, Func<Exact, Exact, Exact> exact) =>
        Pairs.Sample(pair => Two(pair) is not var (a, b) || exact(Exact.Of(a), Exact.Of(b)).Is(ours(a, b)), iter: 3000);

    private static (FeelNumber, FeelNumber)? Two((string A, string B) pair) =>
        FeelNumber.Read(pair.A) is { } a && FeelNumber.Read(pair.B) is { } b ? (a, b) : null;
}
