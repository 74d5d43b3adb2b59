namespace Genggam.Office.Tests.Publishing;

/// <summary>What is wrong with a text is told once, where it stands.</summary>
public sealed class TextCheckTests : IDisposable
{
    private const string Nib = "nib-mikro-risiko-rendah";
    private readonly ServicesCopy services = new();

    public void Dispose() => services.Dispose();

    [Fact]
    public void A_file_that_cannot_be_read_is_one_fault_at_the_place_of_the_slip()
    {
        services.Change($"{Nib}/texts/en.yaml", "\nsummary:", "\n\tsummary:");

        var fault = Assert.Single(services.ErrorsOf(Nib));

        Assert.Equal("YAML-001", fault.Number);
        Assert.Equal(("texts/en.yaml", 3, 1), (fault.Place.File, fault.Place.Line, fault.Place.Column));
    }

    [Theory]
    [InlineData("id", "texts/id.yaml")]
    [InlineData("en", "texts/en.yaml")]
    public void A_mistyped_key_is_told_where_it_stands(string language, string file)
    {
        services.Change($"{Nib}/texts/{language}.yaml", "\nsummary:", "\nsumary:");

        var fault = Assert.Single(services.ErrorsOf(Nib));

        Assert.Equal(("SVC-203", file, "sumary"), (fault.Number, fault.Place.File, fault.Place.Element));
        Assert.Equal("The text summary is missing: did you mean it by sumary?", fault.Message);
    }

    [Fact]
    public void A_key_mistyped_in_both_languages_is_missing_in_both()
    {
        services.Change($"{Nib}/texts/id.yaml", "\nsummary:", "\nsumary:");
        services.Change($"{Nib}/texts/en.yaml", "\nsummary:", "\nsumary:");

        var fault = Assert.Single(services.ErrorsOf(Nib));

        Assert.Equal(("SVC-201", "summary"), (fault.Number, fault.Place.Element));
    }

    [Fact]
    public void A_text_of_one_language_only_is_missing_in_the_other()
    {
        services.Change($"{Nib}/texts/id.yaml", "\nsummary:", "\ntambahan: Apa saja\nsummary:");

        var fault = Assert.Single(services.ErrorsOf(Nib));

        Assert.Equal(
            ("SVC-203", "texts/en.yaml", "The text tambahan is missing."),
            (fault.Number, fault.Place.File, fault.Message)
        );
    }

    [Fact]
    public void A_language_without_a_file_is_one_fault()
    {
        File.Delete(Path.Combine(services.Folder, Nib, "texts", "en.yaml"));

        var fault = Assert.Single(services.ErrorsOf(Nib));

        Assert.Equal(("SVC-202", "There is no texts/en.yaml."), (fault.Number, fault.Message));
    }
}
