namespace Genggam.Office.Tests.Publishing;

/// <summary>What a transitional provision must say to be understood.</summary>
public sealed class ProvisionCheckTests : IDisposable
{
    private const string Kitchen = "laik-higiene-sanitasi";
    private readonly ServicesCopy services = new();

    public void Dispose() => services.Dispose();

    [Fact]
    public void One_that_knows_its_words_passes()
    {
        Provide("\"pindah\"", "\"tetap\"");
        Assert.Empty(services.ErrorsOf(Kitchen));
    }

    [Theory]
    [InlineData("\"pinda\"", "\"baru\"", "pindah?")]
    [InlineData("\"pindah\"", "\"teta\"", "tetap?")]
    public void A_word_that_no_migration_understands_is_told_where_it_stands(string act, string deadline, string meant)
    {
        Provide(act, deadline);
        var fault = Assert.Single(services.ErrorsOf(Kitchen));
        Assert.Equal(("SVC-127", "peralihan.dmn"), (fault.Number, fault.Place.File));
        Assert.Contains(meant, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_that_is_not_there_is_told()
    {
        services.Change($"{Kitchen}/service.yaml", "edition: 1", "edition: 1\ntransition: peralihan");
        Assert.Equal("SVC-104", Assert.Single(services.ErrorsOf(Kitchen)).Number);
    }

    private void Provide(string act, string deadline)
    {
        services.Change($"{Kitchen}/service.yaml", "edition: 1", "edition: 1\ntransition: peralihan");
        File.WriteAllText(
            Path.Combine(services.Folder, Kitchen, "peralihan.dmn"),
            $"""
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="Peralihan" namespace="urn:contoh:peralihan">
              <inputData id="i" name="berkas"><variable name="berkas"/></inputData>
              <decision id="peralihan" name="peralihan"><variable name="peralihan"/>
                <informationRequirement id="r"><requiredInput href="#i"/></informationRequirement>
                <decisionTable id="t" hitPolicy="FIRST">
                  <input id="i1"><inputExpression id="e1" typeRef="string"><text>berkas.langkah</text></inputExpression></input>
                  <output id="o1" name="tindakan" typeRef="string"/><output id="o2" name="tenggat" typeRef="string"/>
                  <rule id="a"><inputEntry id="a1"><text>"verifikasi_berkas"</text></inputEntry>
                    <outputEntry id="a2"><text>{act}</text></outputEntry><outputEntry id="a3"><text>{deadline}</text></outputEntry></rule>
                  <rule id="b"><inputEntry id="b1"><text>-</text></inputEntry>
                    <outputEntry id="b2"><text>"selesai"</text></outputEntry><outputEntry id="b3"><text>null</text></outputEntry></rule>
                </decisionTable></decision>
            </definitions>
            """
        );
    }
}
