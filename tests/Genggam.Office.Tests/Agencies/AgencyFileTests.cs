using Genggam.Office.Agencies;

namespace Genggam.Office.Tests.Agencies;

public sealed class AgencyFileTests
{
    private static readonly Regions Shipped = Regions.Load(Regions.ShippedFolder);

    private const string Three = """
        agencies:
          - {id: bkpm, level: central, zone: Asia/Jakarta, name: {id: BKPM}, unit_head: {id: Kepala, en: Head}, services: [nib, akta]}
          - {id: dukcapil-surabaya, level: regency, region: "35.78", zone: Asia/Jakarta, name: {id: Dukcapil Surabaya, en: Surabaya Registry}, services: [akta]}
          - {id: dukcapil-jayapura, level: regency, region: "91.71", zone: Asia/Jayapura, name: {id: Dukcapil Jayapura}, services: [akta]}
        """;

    private static Genggam.Office.Agencies.Agencies Read() => AgencyFile.Read(Three, "agencies.yaml", Shipped).Value!;

    [Fact]
    public void The_nearest_agency_that_offers_a_service_comes_first() =>
        Assert.Equal(["dukcapil-surabaya", "bkpm"], Read().Offering("akta", "35.78.01.1001").Select(a => a.Id));

    [Theory]
    [InlineData("35.78", "dukcapil-surabaya")]
    [InlineData("35", "dukcapil-surabaya")]
    [InlineData("34.04", "bkpm")]
    public void Who_lives_in_a_province_is_near_the_agencies_of_its_regencies(string region, string nearest) =>
        Assert.Equal(nearest, Read().Nearest("akta", region)?.Id);

    [Fact]
    public void Of_two_agencies_of_one_province_none_is_the_nearest()
    {
        var two = Three.Replace("\"91.71\"", "\"35.79\"", StringComparison.Ordinal);
        var read = AgencyFile.Read(two, "agencies.yaml", Shipped).Value!;
        Assert.Null(read.Nearest("akta", "35"));
        Assert.Equal("dukcapil-jayapura", read.Nearest("akta", "35.79")?.Id);
    }

    [Fact]
    public void A_service_without_a_place_is_offered_by_all_who_have_it() =>
        Assert.Equal(3, Read().Offering("akta").Count);

    [Fact]
    public void A_name_without_the_language_asked_for_is_read_in_Indonesian()
    {
        Assert.Equal("Surabaya Registry", Read().Find("dukcapil-surabaya")!.Name.In("en"));
        Assert.Equal("BKPM", Read().Find("bkpm")!.Name.In("en"));
    }

    [Theory]
    [InlineData("id: dukcapil-surabaya", "id: bkpm", "AGENCY-102")]
    [InlineData("level: central", "level: global", "AGENCY-103")]
    [InlineData("level: regency, region: \"35.78\"", "level: regency, region: \"35\"", "AGENCY-104")]
    [InlineData("level: regency, region: \"35.78\"", "level: regency, region: \"35.99\"", "AGENCY-104")]
    [InlineData("level: central", "level: provincial", "AGENCY-104")]
    [InlineData("zone: Asia/Jayapura", "zone: Europe/Paris", "AGENCY-105")]
    [InlineData("name: {id: BKPM}", "name: {en: BKPM}", "AGENCY-106")]
    [InlineData("id: bkpm,", "id: bkpm, code: bkpm,", "AGENCY-107")]
    [InlineData("id: bkpm,", "id: bkpm, code: BK,", "AGENCY-107")]
    [InlineData("id: bkpm,", "id: bkpm, code: BKPM-RI,", "AGENCY-107")]
    [InlineData("agencies:", "agencies: [", "AGENCY-101")]
    [InlineData("agencies:", "instansi:", "AGENCY-101")]
    public void A_broken_file_is_refused_with_a_number(string right, string wrong, string number)
    {
        var reading = AgencyFile.Read(Three.Replace(right, wrong, StringComparison.Ordinal), "agencies.yaml", Shipped);
        Assert.False(reading.Usable);
        Assert.Equal(number, Assert.Single(reading.Problems).Number);
    }

    [Theory]
    [InlineData("\n  -", "AGENCY-102")]
    [InlineData("\n  - {id: kpk, level: central, zone: Asia/Jakarta, name: {id: KPK}, services: [~, lhkpn]}", null)]
    public void A_row_and_a_service_that_were_left_empty_break_nothing_else(string more, string? number)
    {
        var reading = AgencyFile.Read(Three + more, "agencies.yaml", Shipped);

        Assert.Equal(number, reading.Problems.FirstOrDefault()?.Number);
        if (number is null)
            Assert.Equal(["lhkpn"], reading.Value!.Find("kpk")!.Services);
    }

    [Fact]
    public void Two_agencies_whose_numbers_would_meet_are_refused_at_the_line_of_the_second()
    {
        var met = Three.Replace("dukcapil-jayapura", "dukcapil-surakarta", StringComparison.Ordinal);
        var problem = Assert.Single(AgencyFile.Read(met, "agencies.yaml", Shipped).Problems);
        Assert.Equal(("AGENCY-107", 4), (problem.Number, problem.Place.Line));

        var apart = met.Replace(
            "id: dukcapil-surakarta,",
            "id: dukcapil-surakarta, code: DUKSKA,",
            StringComparison.Ordinal
        );
        var read = AgencyFile.Read(apart, "agencies.yaml", Shipped);
        Assert.Equal(["BKPM", "DUKSUR", "DUKSKA"], read.Value!.All.Select(a => a.Code));
    }

    [Fact]
    public void A_service_has_one_owner()
    {
        var file = Path.Combine(RepositoryRoot(), "services", "agencies.yaml");
        var shipped = File.ReadAllText(file);
        var agencies = AgencyFile.Read(shipped, file, Shipped).Value!;
        Assert.Equal("ditjen-dukcapil", agencies.Owner("akta-kelahiran")!.Id);
        Assert.Null(agencies.Owner("layanan-lain"));
        var twice = shipped.Replace(
            "owns: [laik-higiene-sanitasi]",
            "owns: [laik-higiene-sanitasi, akta-kelahiran]",
            StringComparison.Ordinal
        );
        var problem = Assert.Single(AgencyFile.Read(twice, file, Shipped).Problems);
        Assert.Equal(("AGENCY-108", "kemenkes"), (problem.Number, problem.Place.Element));
    }

    [Fact]
    public void The_shipped_agencies_keep_the_codes_their_numbers_began_with()
    {
        var file = Path.Combine(RepositoryRoot(), "services", "agencies.yaml");
        Assert.Equal(
            "BKPM DJDUKC KMKES DPMJAW DUKSUR DUKSLE DUKMAK DUKAMB DINBLI DINSUR DINMAK DESCAT",
            string.Join(' ', AgencyFile.Read(File.ReadAllText(file), file, Shipped).Value!.All.Select(a => a.Code))
        );
    }

    [Fact]
    public void The_shipped_agencies_decide_in_all_three_time_zones()
    {
        var file = Path.Combine(RepositoryRoot(), "services", "agencies.yaml");
        var reading = AgencyFile.Read(File.ReadAllText(file), file, Shipped);
        Assert.Empty(reading.Problems);
        Assert.Equal(3, reading.Value!.All.Select(a => a.Zone).Distinct().Count());
    }

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Genggam.slnx")))
            folder = folder.Parent!;
        return folder.FullName;
    }
}
