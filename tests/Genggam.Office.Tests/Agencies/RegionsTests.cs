using Genggam.Office.Agencies;

namespace Genggam.Office.Tests.Agencies;

public sealed class RegionsTests
{
    private static readonly Regions Shipped = Regions.Load(Regions.ShippedFolder);

    [Fact]
    public void Every_province_and_regency_of_the_country_is_known()
    {
        var provinces = Shipped.Children(null);
        Assert.Equal(38, provinces.Count);
        Assert.Equal(514, provinces.Sum(p => Shipped.Children(p.Code).Count));
    }

    [Theory]
    [InlineData("35", "Jawa Timur")]
    [InlineData("35.78", "Kota Surabaya")]
    [InlineData("31", "Daerah Khusus Ibukota Jakarta")]
    [InlineData("11.01.01", "Bakongan")]
    [InlineData("11.01.01.2001", "Keude Bakongan")]
    public void A_code_gives_the_name_people_read(string code, string name) =>
        Assert.Equal(name, Shipped.Find(code)?.Name);

    [Theory]
    [InlineData("99")]
    [InlineData("35.7")]
    [InlineData("11.01.01.9999")]
    [InlineData("")]
    [InlineData("..")]
    public void An_unknown_code_gives_nothing(string code) => Assert.Null(Shipped.Find(code));

    [Fact]
    public void A_village_is_read_with_the_areas_it_lies_in() =>
        Assert.Equal(
            ["Aceh", "Kabupaten Aceh Selatan", "Bakongan", "Keude Bakongan"],
            Shipped.PathTo("11.01.01.2001").Select(r => r.Name)
        );

    [Fact]
    public void The_villages_of_a_district_can_be_chosen_from() =>
        Assert.Contains(Shipped.Children("11.01.01"), v => v.Code == "11.01.01.2001");

    [Fact]
    public void A_city_does_not_cover_a_city_whose_code_begins_alike() =>
        Assert.False(new Region("35.7", "").Covers("35.78"));
}
