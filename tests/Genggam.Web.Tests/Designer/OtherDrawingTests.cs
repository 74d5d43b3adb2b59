using Genggam.Web.Tests.Harness;

namespace Genggam.Web.Tests.Designer;

/// <summary>Decisions and forms are drawn, and read as tables without script.</summary>
public sealed class OtherDrawingTests(Workshop workshop) : IClassFixture<Workshop>
{
    [Fact]
    public async Task A_decision_renamed_in_the_diagram_is_saved_with_its_rules()
    {
        await using var owner = await workshop.Owner("Rina Contoh");
        var change = await workshop.Begin(owner, "Nama aturan");
        var drawing = await Drawing.Open(owner, $"{change}/gambar/keterlambatan.dmn");
        var before = await drawing.Stored();
        await owner
            .Page.Locator("[data-drawing]")
            .EvaluateAsync(
                """
                place => {
                    const viewer = place.modeler.getActiveViewer();
                    const element = viewer.get('elementRegistry').get('input_laporan')
                        ?? viewer.get('elementRegistry').find(e => e.businessObject?.$type === 'dmn:Decision');
                    viewer.get('modeling').updateProperties(element, { description: 'Ditulis di gambar' });
                }
                """
            );
        await drawing.Save();
        var after = await drawing.Stored();
        Assert.Contains("Ditulis di gambar", after, StringComparison.Ordinal);
        Assert.Equal(before.Split("<rule ").Length, after.Split("<rule ").Length);
        Assert.Equal(before.Split("DMNShape ").Length, after.Split("DMNShape ").Length);
    }

    [Fact]
    public async Task Somebody_who_only_opens_a_table_of_rules_changes_nothing()
    {
        await using var owner = await workshop.Owner("Rina Contoh");
        var change = await workshop.Begin(owner, "Melihat aturan");
        var drawing = await Drawing.Open(owner, $"{change}/gambar/keterlambatan.dmn");
        var before = await drawing.Stored();
        await owner.Page.Locator(".g-drawing__view").Last.ClickAsync();
        await owner.Page.WaitForSelectorAsync(".dmn-decision-table-container, .dmn-literal-expression-container");
        await drawing.LookedAt(".bjs-powered-by", "[data-drawing]");
        await drawing.Save();
        Assert.Equal(before, await drawing.Stored());
    }

    [Fact]
    public async Task A_form_laid_out_otherwise_keeps_its_fields()
    {
        await using var owner = await workshop.Owner("Rina Contoh");
        var change = await workshop.Begin(owner, "Formulir");
        var drawing = await Drawing.Open(owner, $"{change}/gambar/cek.form");
        await drawing.LookedAt(".fjs-powered-by", "[data-drawing]");
        await owner
            .Page.Locator("[data-drawing]")
            .EvaluateAsync(
                """
                place => {
                    const field = place.modeler.get('formFieldRegistry').getAll().find(f => f.key === 'anak.asal');
                    place.modeler.get('modeling').editFormField(field, 'label', 'Siapa yang lahir?');
                }
                """
            );
        await drawing.Save();
        var after = await drawing.Stored();
        Assert.Contains("Siapa yang lahir?", after, StringComparison.Ordinal);
        Assert.Contains("\"key\": \"anak.lahir_hidup\"", after, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("keterlambatan.dmn", Screen.Phone)]
    [InlineData("cek.form", Screen.Phone)]
    public async Task On_a_telephone_without_script_the_file_is_a_table(string file, Screen screen)
    {
        await using var owner = await workshop.Owner("Rina Contoh", screen, script: false);
        var change = await workshop.Begin(owner, "Tanpa gambar");
        await owner.Open($"{change}/gambar/{file}");
        Assert.True(await owner.Page.Locator("#tabel table tbody tr").CountAsync() > 1);
    }

    [Theory]
    [InlineData("process.bpmn")]
    [InlineData("bukti.dmn")]
    [InlineData("permohonan.form")]
    public async Task The_first_view_is_at_most_1200_kilobytes(string file)
    {
        await using var owner = await workshop.Owner("Rina Contoh");
        var change = await workshop.Begin(owner, "Ukuran");
        var sizes = new List<Task<Microsoft.Playwright.RequestSizesResult>>();
        owner.Page.RequestFinished += (_, request) => sizes.Add(request.SizesAsync());
        await Drawing.Open(owner, $"{change}/gambar/{file}");
        var bytes = (await Task.WhenAll(sizes)).Sum(s => s.ResponseBodySize + s.ResponseHeadersSize);
        TestContext.Current.TestOutputHelper?.WriteLine($"{file}: {bytes} bytes");
        Assert.InRange(bytes, 50_000, 1_200_000);
    }
}
