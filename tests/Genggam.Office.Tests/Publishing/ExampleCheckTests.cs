namespace Genggam.Office.Tests.Publishing;

/// <summary>An example answers what its form asks, and nothing else: the counter and programs could not send it.</summary>
public sealed class ExampleCheckTests : IDisposable
{
    private const string Kitchen = "laik-higiene-sanitasi";
    private const string Nib = "nib-mikro-risiko-rendah";
    private readonly ServicesCopy services = new();

    public void Dispose() => services.Dispose();

    [Theory]
    [InlineData("          modal: ", "          modl: ", "usaha.modl: did you mean usaha.modal?", "usaha.modl")]
    [InlineData("        pernyataan:", "        lain: 1\n        pernyataan:", "lain.", "lain")]
    public void An_answer_to_no_question_is_refused_with_its_step(string right, string wrong, string said, string key)
    {
        services.Change($"{Nib}/examples/01-warung-makan.yaml", right, wrong);

        var fault = Assert.Single(services.ErrorsOf(Nib), p => p.Number == "SVC-124");

        Assert.Equal($"The form permohonan does not ask for {said}", fault.Message);
        Assert.Equal(
            ("examples/01-warung-makan.yaml", $"steps[0].submit.data.{key}"),
            (fault.Place.File, fault.Place.Element)
        );
    }

    [Fact]
    public void So_is_an_answer_of_an_officer()
    {
        const string name = "examples/01-lulus-sekali.yaml";
        services.Change($"{Kitchen}/{name}", "        nomor_hasil:", "        nomor:");

        Assert.Contains(
            services.ErrorsOf(Kitchen),
            p =>
                p.Number == "SVC-124"
                && p.Place.File == name
                && p.Message == "The form uji_laboratorium does not ask for nomor."
        );
    }
}
