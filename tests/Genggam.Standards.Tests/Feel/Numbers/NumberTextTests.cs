using Genggam.Standards.Feel;
using Genggam.Standards.Feel.Numbers;

namespace Genggam.Standards.Tests.Feel.Numbers;

/// <summary>Numbers read from text, rounded and written, each limit from both sides.</summary>
public sealed class NumberTextTests
{
    private const string Nines = "9999999999999999999999999999999999";

    [Theory]
    [InlineData("0", "0")]
    [InlineData("+1", "1")]
    [InlineData("-1", "-1")]
    [InlineData("-0", "0")]
    [InlineData("007", "7")]
    [InlineData(".5", "0.5")]
    [InlineData("-.5", "-0.5")]
    [InlineData("5.", "5")]
    [InlineData("1.50", "1.5")]
    [InlineData("0.0", "0")]
    [InlineData("123456789012345678", "123456789012345678")]
    [InlineData("12345678901234567.8", "12345678901234567.8")]
    [InlineData("1234567890123456789", "1234567890123456789")]
    [InlineData("123456789012345678.9", "123456789012345678.9")]
    [InlineData("0.000000000000000001", "0.000000000000000001")]
    [InlineData("1e2", "100")]
    [InlineData("1E2", "100")]
    [InlineData("1e+2", "100")]
    [InlineData("1e-2", "0.01")]
    [InlineData("1.5e1", "15")]
    [InlineData("15e-1", "1.5")]
    [InlineData("0e5", "0")]
    [InlineData("0.00e-9", "0")]
    [InlineData("1e-999999999999", "0")]
    [InlineData("1e-99999999999999999999", "0")]
    [InlineData("0e99999999999999999999", "0")]
    [InlineData(Nines, Nines)]
    [InlineData(Nines + "4", Nines + "0")]
    [InlineData(Nines + "5", "100000000000000000000000000000000000")]
    [InlineData("-" + Nines + "5", "-100000000000000000000000000000000000")]
    [InlineData("99999999999999999999999999999999985", "99999999999999999999999999999999980")]
    [InlineData("99999999999999999999999999999999975", "99999999999999999999999999999999980")]
    [InlineData("999999999999999999999999999999999850000000000001", "999999999999999999999999999999999900000000000000")]
    [InlineData(
        "99999999999999999999999999999999985000.0000000000000000000000000001",
        "99999999999999999999999999999999990000"
    )]
    [InlineData(
        "99999999999999999999999999999999985000.0000000000000000000000000000",
        "99999999999999999999999999999999980000"
    )]
    [InlineData("0.00000000000000000000000000000000000012345", "0.00000000000000000000000000000000000012345")]
    [InlineData("79228162514264337593543950335", "79228162514264337593543950335")]
    [InlineData("-79228162514264337593543950336", "-79228162514264337593543950336")]
    public void A_number_is_read_and_written_in_plain_digits(string text, string plain)
    {
        Assert.Equal(plain, FeelNumber.Read(text)!.ToString());
        Assert.Equal(plain, DecimalText.Parse(text) is { } wide ? DecimalText.Plain(wide) : null);
        Assert.Equal(FeelNumber.Read(plain), FeelNumber.Read($" {text}\t"));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(".")]
    [InlineData("-")]
    [InlineData("+")]
    [InlineData("e5")]
    [InlineData(".e5")]
    [InlineData("1e")]
    [InlineData("1e+")]
    [InlineData("1e-")]
    [InlineData("1e1.5")]
    [InlineData("1e+-5")]
    [InlineData("1e5x")]
    [InlineData("1x")]
    [InlineData("x")]
    [InlineData("1.2.3")]
    [InlineData("--1")]
    [InlineData("+-1")]
    [InlineData("1-")]
    [InlineData("1 2")]
    [InlineData("1,5")]
    [InlineData("0x1")]
    [InlineData("١")]
    [InlineData("1.234567890123456789.0")]
    [InlineData("1e6145")]
    [InlineData("-1e6145")]
    [InlineData("1e99999999999999999999")]
    [InlineData(Nines + "5e6110")]
    public void What_is_no_number_or_too_large_is_not_read(string text) => Assert.Null(FeelNumber.Read(text));

    [Theory]
    [InlineData(nameof(RoundingMode.HalfEven), "-3 -2 -2 -2 -1 0 0 0 0 0 1 2 2 2 3")]
    [InlineData(nameof(RoundingMode.HalfUp), "-3 -3 -2 -2 -1 -1 0 0 0 1 1 2 2 3 3")]
    [InlineData(nameof(RoundingMode.HalfDown), "-3 -2 -2 -1 -1 0 0 0 0 0 1 1 2 2 3")]
    [InlineData(nameof(RoundingMode.Up), "-3 -3 -3 -2 -1 -1 -1 0 1 1 1 2 3 3 3")]
    [InlineData(nameof(RoundingMode.Down), "-2 -2 -2 -1 -1 0 0 0 0 0 1 1 2 2 2")]
    [InlineData(nameof(RoundingMode.Floor), "-3 -3 -3 -2 -1 -1 -1 0 0 0 1 1 2 2 2")]
    [InlineData(nameof(RoundingMode.Ceiling), "-2 -2 -2 -1 -1 0 0 0 1 1 1 2 3 3 3")]
    public void Each_way_to_round_takes_its_neighbour(string way, string rounded)
    {
        var mode = Enum.Parse<RoundingMode>(way);
        string[] numbers =
        [
            "-2.6",
            "-2.5",
            "-2.4",
            "-1.5",
            "-1",
            "-0.5",
            "-0.4",
            "0",
            "0.4",
            "0.5",
            "1",
            "1.5",
            "2.4",
            "2.5",
            "2.6",
        ];

        foreach (var (number, wanted) in numbers.Zip(rounded.Split(' ')))
        {
            Assert.Equal(wanted, FeelNumber.Read(number)!.Rounded(0, mode)!.ToString());
            // The same before the point and far behind it, where another arithmetic works.
            Assert.Equal(FeelNumber.Read(wanted + "e2"), FeelNumber.Read(number + "e2")!.Rounded(-2, mode));
            Assert.Equal(FeelNumber.Read(wanted + "e-40"), FeelNumber.Read(number + "e-40")!.Rounded(40, mode));
            Assert.Equal(FeelNumber.Read(wanted + "e-2"), FeelNumber.Read(number + "e-2")!.Rounded(2, mode));
        }
    }

    [Theory]
    [InlineData("decimal(1, -1)", "0")]
    [InlineData("round up(1, -40)", "10000000000000000000000000000000000000000")]
    [InlineData("round up(1, -6111) = 1e6111", "true")]
    [InlineData("round up(1, -6112)", "null")]
    [InlineData("round up(1e-6176, 6176) = 1e-6176", "true")]
    [InlineData("round up(1, 6177)", "null")]
    [InlineData("round half up(99.5, 0)", "100")]
    [InlineData("round half up(9999999999999999999999999999999999, -1)", "10000000000000000000000000000000000")]
    [InlineData(
        "round up(9.999999999999999999999999999999999e6144, -6111) = 9.999999999999999999999999999999999e6144",
        "true"
    )]
    [InlineData("decimal(1.5, 0.5)", "null")]
    [InlineData("decimal(1/3, 28)", "0.3333333333333333333333333333")]
    [InlineData("decimal(1/3, 29)", "0.33333333333333333333333333333")]
    [InlineData("floor(1/3)", "0")]
    [InlineData("ceiling(1/3)", "1")]
    [InlineData("floor(-1/3)", "-1")]
    [InlineData("odd(1/3)", "null")]
    [InlineData("even(1/3)", "null")]
    [InlineData("odd(1.5)", "null")]
    [InlineData("odd(3)", "true")]
    [InlineData("odd(2)", "false")]
    [InlineData("even(0)", "true")]
    [InlineData("odd(1e33 + 1)", "true")]
    [InlineData("odd(1e30 + 1)", "true")]
    [InlineData("odd(1e30 + 2)", "false")]
    [InlineData("odd(1e34)", "false")]
    [InlineData("abs(0)", "0")]
    [InlineData("abs(-1e40) = 1e40", "true")]
    [InlineData("-(-1e40) = 1e40", "true")]
    [InlineData("abs(@\"-P1M\")", "P1M")]
    [InlineData("modulo(12, 5)", "2")]
    [InlineData("modulo(-12, 5)", "3")]
    [InlineData("modulo(12, -5)", "-3")]
    [InlineData("modulo(-12, -5)", "-2")]
    [InlineData("modulo(10, 5)", "0")]
    [InlineData("modulo(-10, 5)", "0")]
    [InlineData("modulo(1e40, 3e-10)", "1E-10")]
    [InlineData("number(\"1.000,5\", \".\", \",\")", "1000.5")]
    [InlineData("number(\"1 000.5\", \" \", \".\")", "1000.5")]
    [InlineData("number(\"1,000.5\", \",\")", "1000.5")]
    [InlineData("number(\"1000,5\", null, \",\")", "1000.5")]
    [InlineData("number(\"1000.5\", null, null)", "1000.5")]
    [InlineData("number(\"1.5\", \";\", \",\")", "null")]
    [InlineData("number(\"1.5\", \",\", \";\")", "null")]
    [InlineData("number(\"1.5\", \".\", \".\")", "null")]
    [InlineData("number(\"1.5\", \" \", \",\")", "null")]
    [InlineData("number(1, \" \", \",\")", "null")]
    [InlineData("number(1)", "1")]
    [InlineData("number(true)", "null")]
    public void Functions_over_numbers_keep_to_their_limits(string feel, string value) =>
        Assert.Equal(value == "1E-10" ? "0.0000000001" : value, Evaluated.Text(feel));

    [Theory]
    [InlineData("90000000003000000000025 ** 1.5", "27000000001350000000022500000000120")]
    [InlineData("90000000009000000000225 ** 1.5", "27000000004050000000202500000003380")]
    [InlineData("exp(log(2)) - 2 < 1e-32", "true")]
    [InlineData("exp(99999) = null", "true")]
    [InlineData("exp(-99999)", "0")]
    [InlineData("exp(-1e6)", "0")]
    [InlineData("exp(1e-49) = 1", "true")]
    [InlineData("exp(1e-51) = 1", "true")]
    [InlineData("log(1e6144) > 14147", "true")]
    [InlineData("log(1e-6176) < -14220", "true")]
    [InlineData("log(3)", "1.098612288668109691395245236922526")]
    [InlineData("log(3.5)", "1.252762968495367995688120621985003")]
    [InlineData("log(0.5)", "-0.6931471805599453094172321214581766")]
    [InlineData("sqrt(0)", "0")]
    [InlineData("sqrt(1e-6176) = 1e-3088", "true")]
    [InlineData("sqrt(10)", "3.162277660168379331998893544432719")]
    [InlineData("sqrt(0.1)", "0.3162277660168379331998893544432719")]
    [InlineData("sqrt(12345678987654321)", "111111111")]
    [InlineData("0 ** 1", "0")]
    [InlineData("0 ** 0.5", "0")]
    [InlineData("(-2) ** 2", "4")]
    [InlineData("(-2) ** -1", "-0.5")]
    [InlineData("(-2) ** -2", "0.25")]
    [InlineData("(-1) ** 1e9 = 1", "true")]
    [InlineData("(-1) ** (1e9 + 1) = -1", "true")]
    [InlineData("(-1) ** 1e33 = 1", "true")]
    [InlineData("1 ** 1e33 = 1", "true")]
    [InlineData("10 ** 0", "1")]
    [InlineData("10 ** 6144 = 1e6144", "true")]
    [InlineData("10 ** -6176 = 1e-6176", "true")]
    [InlineData("2 ** 1", "2")]
    [InlineData("2 ** 3", "8")]
    [InlineData("2 ** 0.5 ** 2", "2")]
    public void Roots_powers_and_logarithms_end_on_their_last_digit(string feel, string value) =>
        Assert.Equal(value, Evaluated.Text(feel));

    [Fact]
    public void A_power_that_lies_halfway_between_two_numbers_goes_to_the_even_one()
    {
        for (var root = 300_000_000_005L; root < 300_000_000_605L; root += 10)
        {
            var (square, cube) = (System.Numerics.BigInteger.Pow(root, 2), System.Numerics.BigInteger.Pow(root, 3));
            var power = FeelNumber.Read($"{square}")!.Power(FeelNumber.Read("1.5")!);
            Assert.True(new Exact(cube, 1).Is(power), $"{root}");
        }
    }

    [Theory]
    [InlineData("1e-30", "{\"$number\":\"0.000000000000000000000000000001\"}")]
    [InlineData("1e30", "{\"$number\":\"1000000000000000000000000000000\"}")]
    [InlineData("0.5", "0.5")]
    [InlineData("-7", "-7")]
    public void A_number_that_no_decimal_holds_is_tagged_in_json(string feel, string json)
    {
        Assert.Equal(json, FeelJson.ToJson(Evaluated.Value(feel)));
        Assert.Equal(Evaluated.Value(feel), FeelJson.Parse(json));
    }

    [Fact]
    public void In_plain_json_every_number_is_a_number()
    {
        Assert.Equal("0.000000000000000000000000000001", FeelJson.Plain(FeelNumber.Read("1e-30")!));
        Assert.Equal("12345678901234567890", FeelJson.Plain(FeelNumber.Read("12345678901234567890")!));
    }

    [Fact]
    public void The_nearest_decimal_of_a_number_beyond_them_is_their_last_or_their_zero()
    {
        Assert.Equal(decimal.MaxValue, FeelNumber.Read("1e30")!.Value);
        Assert.Equal(decimal.MinValue, FeelNumber.Read("-1e30")!.Value);
        Assert.Null(FeelNumber.Read("1e30")!.ToDecimal());
        Assert.Equal(0m, FeelNumber.Read("1e-30")!.Value);
        Assert.Equal(0.3333333333333333333333333333m, ((FeelNumber)Evaluated.Value("1/3")).Value);
    }

    [Fact]
    public void How_many_digits_stand_after_the_point_is_known_of_each_number()
    {
        Assert.True(FeelNumber.Read("1.25")!.HasAtMost(2));
        Assert.False(FeelNumber.Read("1.25")!.HasAtMost(1));
        Assert.True(FeelNumber.Read("1e-30")!.HasAtMost(30));
        Assert.False(FeelNumber.Read("1e-30")!.HasAtMost(29));
        Assert.True(FeelNumber.Read("1e40")!.HasAtMost(0));
    }
}
