using Genggam.Standards.Forms;

namespace Genggam.Standards.Tests.Forms;

public sealed class NikTests
{
    [Fact]
    public void A_womans_day_has_forty_added()
    {
        var nik = Assert.IsType<NikResult.Plausible>(Nik.Parse("3578015708450001"));
        Assert.Equal(("35.78.01", 17, 8, 45, true), (nik.Region, nik.Day, nik.Month, nik.YearOfCentury, nik.Female));
    }

    [Fact]
    public void A_mans_day_is_as_it_is() =>
        Assert.False(Assert.IsType<NikResult.Plausible>(Nik.Parse("3578013108450001")).Female);

    [Theory]
    [InlineData("", NikFault.NotSixteenDigits)]
    [InlineData("357801570845000", NikFault.NotSixteenDigits)]
    [InlineData("35780157084500011", NikFault.NotSixteenDigits)]
    [InlineData("357801570845000a", NikFault.NotSixteenDigits)]
    [InlineData("٣٥٧٨٠١٥٧٠٨٤٥٠٠٠١", NikFault.NotSixteenDigits)]
    [InlineData("1078015708450001", NikFault.NoSuchProvince)]
    [InlineData("9778015708450001", NikFault.NoSuchProvince)]
    [InlineData("3578010008450001", NikFault.NoSuchDate)]
    [InlineData("3578014008450001", NikFault.NoSuchDate)]
    [InlineData("3578013208450001", NikFault.NoSuchDate)]
    [InlineData("3578017208450001", NikFault.NoSuchDate)]
    [InlineData("3578011700450001", NikFault.NoSuchDate)]
    [InlineData("3578011713450001", NikFault.NoSuchDate)]
    [InlineData("3578012902010001", NikFault.NoSuchDate)]
    [InlineData("3578011708450000", NikFault.NoSerial)]
    public void A_number_that_cannot_be_a_NIK_says_why(string text, NikFault fault) =>
        Assert.Equal(new NikResult.Wrong(fault), Nik.Parse(text));

    [Theory]
    [InlineData("1178012902000001")]
    [InlineData("9678016902040001")]
    public void A_leap_day_of_some_century_is_plausible(string text) =>
        Assert.IsType<NikResult.Plausible>(Nik.Parse(text));
}
