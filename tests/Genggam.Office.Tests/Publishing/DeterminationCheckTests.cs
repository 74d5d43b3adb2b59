using Genggam.Office.Catalogue;

namespace Genggam.Office.Tests.Publishing;

/// <summary>Reasons, legal bases and outcomes that a service does not know are refused where they are written.</summary>
public sealed class DeterminationCheckTests : IDisposable
{
    private const string Kitchen = "laik-higiene-sanitasi";
    private readonly ServicesCopy services = new();

    public void Dispose() => services.Dispose();

    [Theory]
    [InlineData("akta-kelahiran")]
    [InlineData(Kitchen)]
    [InlineData("nib-mikro-risiko-rendah")]
    public void The_shipped_services_know_all_that_their_rules_say(string service) =>
        Assert.Empty(services.ErrorsOf(service));

    [Theory]
    [InlineData("SVC-118", "penetapan.dmn", "<text>\"laik\"</text>", "<text>\"laikk\"</text>", "laik?")]
    [InlineData("SVC-118", "kelayakan.dmn", "\"perlu_kursus\"", "\"perlu_kurus\"", "perlu_kursus?")]
    [InlineData("SVC-118", "penetapan.dmn", "<text>\"laik\"</text>", "<text>[\"laik\", \"lik\"]</text>", "laik?")]
    [InlineData("SVC-118", "process.bpmn", "=penetapan.alasan", "layak_sekali", "reasons.layak_sekali in texts/.")]
    [InlineData("SVC-118", "process.bpmn", "=penetapan.alasan", "=&quot;lak&quot;", "laik?")]
    [InlineData("SVC-119", "penetapan.dmn", "\"sp-pembinaan\"", "\"sp-pembinan\"", "sp-pembinaan?")]
    [InlineData("SVC-119", "batas_pembinaan.dmn", "\"sp-pembinaan\"", "\"sp-pembinan\"", "sp-pembinaan?")]
    [InlineData("SVC-119", "process.bpmn", "=penolakan.dasar", "uu-30-2015", "did you mean")]
    [InlineData("SVC-120", "process.bpmn", "value=\"granted\"", "value=\"grantd\"", "granted?")]
    public void What_the_service_does_not_know_is_told_where_it_stands_with_what_was_meant(
        string number,
        string file,
        string right,
        string wrong,
        string remedy
    )
    {
        services.Change($"{Kitchen}/{file}", right, wrong);

        var fault = Assert.Single(services.ErrorsOf(Kitchen), p => p.Number != "DMN-105");
        Assert.Equal((number, file), (fault.Number, fault.Place.File));
        Assert.Contains(remedy, fault.Message, StringComparison.Ordinal);
        Assert.True(fault.Place is { Line: > 1, Column: > 1, Element: not null }, $"{fault} has no place");
    }

    [Fact]
    public void An_outcome_is_followed_to_the_decision_that_gives_it()
    {
        services.Change($"{Kitchen}/process.bpmn", "value=\"granted\"", "value=\"=penetapan.hasil\"");
        services.Change($"{Kitchen}/penetapan.dmn", "\"rejected\"", "\"ditolak\"");

        var fault = Assert.Single(services.ErrorsOf(Kitchen));

        Assert.Equal(("SVC-120", "penetapan.dmn"), (fault.Number, fault.Place.File));
        Assert.Contains("ditolak", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<text>\"laik\"</text>", "<text>\"\"</text>")]
    [InlineData(
        "</definitions>",
        "<decision id=\"catatan\" name=\"catatan\"><variable name=\"catatan\"/><literalExpression><text>{alasan: \"Perlu dikunjungi\", dasar: \"adat\"}</text></literalExpression></decision></definitions>"
    )]
    public void An_empty_reason_and_a_decision_that_nobody_asks_are_let_pass(string right, string instead)
    {
        services.Change($"{Kitchen}/penetapan.dmn", right, instead);

        Assert.Empty(services.ErrorsOf(Kitchen));
    }

    [Fact]
    public void Texts_that_are_no_key_of_the_service_may_stand_in_any_other_output()
    {
        services.Change($"{Kitchen}/penetapan.dmn", "\"granted\"", "\"apa saja\"");

        Assert.Empty(services.ErrorsOf(Kitchen));
    }
}
