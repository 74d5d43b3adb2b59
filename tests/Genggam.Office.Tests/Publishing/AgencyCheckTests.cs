using Genggam.Office.Agencies;
using Genggam.Office.Catalogue;
using Genggam.Office.Catalogue.Checks;
using Genggam.Standards;

namespace Genggam.Office.Tests.Publishing;

/// <summary>A service is offered by an agency that there is, and its examples are told of such; without examples it is said so.</summary>
public sealed class AgencyCheckTests : IDisposable
{
    private const string Kitchen = "laik-higiene-sanitasi";
    private readonly ServicesCopy services = new();

    public void Dispose() => services.Dispose();

    [Theory]
    [InlineData("akta-kelahiran")]
    [InlineData(Kitchen)]
    [InlineData("nib-mikro-risiko-rendah")]
    public void The_shipped_services_are_offered_and_their_examples_name_agencies(string service) =>
        Assert.Empty(Problems(service));

    [Fact]
    public void An_agency_of_an_example_that_is_none_is_told_with_its_place_and_the_one_that_was_meant()
    {
        services.Change($"{Kitchen}/examples/01-lulus-sekali.yaml", "agency: dinkes-blitar", "agency: dinkes-bliter");

        var fault = Assert.Single(Problems(Kitchen));

        Assert.Equal("examples/01-lulus-sekali.yaml:3:9 (agency)", fault.Place.ToString());
        Assert.Equal("SVC-123", fault.Number);
        Assert.EndsWith("did you mean dinkes-blitar?", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_service_that_no_agency_offers_is_told_with_what_an_agency_has_instead()
    {
        services.Change("agencies.yaml", Kitchen, "laik-higiene-sanitsi");

        var fault = Assert.Single(Problems(Kitchen));

        Assert.Equal(("SVC-122", "service.yaml:1:5 (id)"), (fault.Number, fault.Place.ToString()));
        Assert.Contains("has laik-higiene-sanitsi)", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_service_without_examples_passes_with_a_warning()
    {
        Directory.Delete(Path.Combine(services.Folder, Kitchen, "examples"), recursive: true);

        var report = services.Check(Kitchen);

        Assert.True(report.Passed);
        var fault = Assert.Single(report.Problems);
        Assert.Equal(("SVC-121", Severity.Warning), (fault.Number, fault.Severity));
    }

    private IReadOnlyList<Problem> Problems(string service)
    {
        var file = Path.Combine(services.Folder, "agencies.yaml");
        var agencies = AgencyFile.Read(File.ReadAllText(file), file, Regions.Load(Regions.ShippedFolder)).Value!;
        return [.. AgencyCheck.Problems(agencies, services.Check(service).Release!)];
    }
}
