using CsCheck;
using Genggam.Standards.Feel;

namespace Genggam.Standards.Tests.Feel.Numbers;

/// <summary>exp, log, sqrt and powers: known digits, and laws that hold to the last digit but one.</summary>
public sealed class SeriesTests
{
    private static readonly Gen<FeelNumber> Positive = Gen.Select(Gen.Long[1, long.MaxValue], Gen.Int[-40, 20])
        .Select((digits, exponent) => FeelNumber.Read($"{digits}E{exponent}")!);

    [Theory]
    [InlineData("exp(1)", "2.718281828459045235360287471352662")]
    [InlineData("exp(-1)", "0.3678794411714423215955237701614609")]
    [InlineData("exp(0)", "1")]
    [InlineData("log(10)", "2.302585092994045684017991454684364")]
    [InlineData("log(2)", "0.6931471805599453094172321214581766")]
    [InlineData("log(1)", "0")]
    [InlineData("sqrt(2)", "1.414213562373095048801688724209698")]
    [InlineData("sqrt(1e40)", "100000000000000000000")]
    [InlineData("sqrt(0.0625)", "0.25")]
    [InlineData("sqrt(-1)", "null")]
    [InlineData("log(0)", "null")]
    [InlineData("4 ** 0.5", "2")]
    [InlineData("2 ** 0.5", "1.414213562373095048801688724209698")]
    [InlineData("0.0001 ** 0.25", "0.1")]
    [InlineData("2 ** 100", "1267650600228229401496703205376")]
    [InlineData("2 ** -2", "0.25")]
    [InlineData("(-2) ** 3", "-8")]
    [InlineData("0 ** 0", "1")]
    [InlineData("1.000000001 ** 1000000000", "2.718281827099904322376644023860333")]
    [InlineData("exp(20000)", "null")]
    [InlineData("exp(-20000)", "0")]
    [InlineData("exp(1e6000)", "null")]
    [InlineData("1.000000000000000000000000000000001 ** 1e40", "null")]
    public void The_digits_are_the_known_ones(string text, string value) => Assert.Equal(value, Evaluated.Text(text));

    [Fact]
    public void The_square_of_a_root_is_not_farther_than_half_a_digit() =>
        Positive.Sample(n =>
        {
            var (root, exact) = (Exact.Of(n.Sqrt()!), Exact.Of(n));
            var (down, up) = (root.Minus(HalfDigit(root)), root.Plus(HalfDigit(root)));
            return down.Times(down).CompareTo(exact) <= 0 && up.Times(up).CompareTo(exact) >= 0;
        });

    [Fact]
    public void Exp_undoes_log() =>
        Positive.Sample(n => n.Log() is { } log && log.Exp() is { } back && Close(back, n, 32), iter: 300);

    [Fact]
    public void A_product_of_powers_is_the_power_of_the_sum() =>
        Gen.Select(Positive, Gen.Int[-500, 500], Gen.Int[-500, 500])
            .Sample(
                (n, a, b) =>
                {
                    var (x, y) = (Hundredths(a), Hundredths(b));
                    return Close(n.Power(x)!.Times(n.Power(y)!)!, n.Power(x.Plus(y)!)!, 32);
                },
                iter: 300
            );

    [Fact]
    public void A_whole_power_is_exact_and_rounded_once() =>
        Gen.Select(Gen.Long[1, 10_000_000], Gen.Int[-8, 2], Gen.Int[-60, 60])
            .Sample(
                (digits, exponent, power) =>
                {
                    var number = FeelNumber.Read($"{digits}E{exponent}")!;
                    var exact = Exact.Of(number);
                    var (over, under) = (
                        System.Numerics.BigInteger.Pow(exact.Over, Math.Abs(power)),
                        System.Numerics.BigInteger.Pow(exact.Under, Math.Abs(power))
                    );
                    return (power < 0 ? new Exact(under, over) : new Exact(over, under)).Is(
                        number.Power(new FeelNumber(power))
                    );
                },
                iter: 2000
            );

    private static FeelNumber Hundredths(int amount) => new(amount / 100m);

    private static Exact HalfDigit(Exact root) =>
        new Exact(root.Rounded()!.Value.Exponent is var e ? 1 : 0, 2).Times(Exact.Ten(e));

    private static bool Close(FeelNumber a, FeelNumber b, int digits)
    {
        var (x, y) = (Exact.Of(a), Exact.Of(b));
        var apart = x.Minus(y);
        return new Exact(System.Numerics.BigInteger.Abs(apart.Over), apart.Under)
                .Times(Exact.Ten(digits - 2))
                .CompareTo(y) <= 0;
    }
}
