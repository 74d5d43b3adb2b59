using Genggam.Web.Tests.Harness;
using Microsoft.Playwright;

namespace Genggam.Web.Tests.Designer;

/// <summary>A process is drawn in the modeller that people know, and read as a table without it.</summary>
public sealed class ProcessDrawingTests(Workshop workshop) : IClassFixture<Workshop>
{
    [Fact]
    public async Task A_task_renamed_by_keyboard_is_saved_with_the_drawing_kept()
    {
        await using var owner = await workshop.Owner("Rina Contoh");
        var change = await workshop.Begin(owner, "Nama tugas");
        var drawing = await Drawing.Open(owner, $"{change}/gambar/process.bpmn");
        var before = await drawing.Stored();
        await drawing.Choose("verifikasi");
        await owner.Page.Keyboard.PressAsync("e");
        await owner.Page.Keyboard.PressAsync("Control+a");
        await owner.Page.Keyboard.TypeAsync("Periksa dua orang");
        await owner.Page.Keyboard.PressAsync("Enter");
        await drawing.Save();

        var after = await drawing.Stored();
        Assert.Contains("name=\"Periksa dua orang\"", after, StringComparison.Ordinal);
        Assert.Equal(Count(before, "BPMNShape "), Count(after, "BPMNShape "));
        Assert.Contains("<zeebe:assignmentDefinition candidateGroups=\"verifikator\"", after, StringComparison.Ordinal);
        Assert.Contains("Periksa dua orang", await owner.Heard(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_only_looked_at_is_not_written_anew()
    {
        await using var owner = await workshop.Owner("Rina Contoh");
        var change = await workshop.Begin(owner, "Hanya melihat");
        var drawing = await Drawing.Open(owner, $"{change}/gambar/process.bpmn");
        var before = await drawing.Stored();
        await drawing.Save();
        Assert.Equal(before, await drawing.Stored());
        await owner.Open(change);
        Assert.Contains("0 berkas diubah", await owner.Heard(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Extensions_of_other_vendors_survive_and_what_cannot_run_is_told_on_its_element()
    {
        await using var owner = await workshop.Owner("Rina Contoh");
        var change = await workshop.Begin(owner, "Dari alat lain");
        await workshop.Write(change, "process.bpmn", Foreign);
        var drawing = await Drawing.Open(owner, $"{change}/gambar/process.bpmn");
        Assert.Equal(1, await owner.Page.Locator("[data-container-id=verifikasi] .g-drawing__fault").CountAsync());
        await drawing.Rename("verifikasi", "Periksa lagi");
        await drawing.Save();

        var after = await drawing.Stored();
        Assert.Contains("name=\"Periksa lagi\"", after, StringComparison.Ordinal);
        foreach (
            var kept in new[]
            {
                "camunda:asyncBefore=\"true\"",
                "<camunda:taskListener event=\"create\" class=\"org.example.Pendengar\"",
                "<acme:penanda",
                "tingkat=\"7\"",
                "<acme:catatan>Simpan aku</acme:catatan>",
                "<zeebe:formDefinition formId=\"verifikasi\"",
            }
        )
            Assert.Contains(kept, after, StringComparison.Ordinal);
        Assert.Contains("camunda:asyncBefore", await owner.Heard(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_who_draw_at_once_lose_nothing()
    {
        await using var rina = await workshop.Owner("Rina Contoh");
        await using var made = await workshop.Owner("Made Contoh");
        var change = await workshop.Begin(rina, "Dua penggambar");
        var first = await Drawing.Open(rina, $"{change}/gambar/process.bpmn");
        var second = await Drawing.Open(made, $"{change}/gambar/process.bpmn");
        await first.Rename("verifikasi", "Kata Rina");
        await first.Save();
        await second.Rename("verifikasi", "Kata Made");
        await second.Save();
        Assert.Contains("CHG-103", await made.Heard(), StringComparison.Ordinal);
        Assert.Equal("Kata Made", await second.NameOf("verifikasi"));
        Assert.Contains("Kata Rina", await made.Page.Locator("#mereka").InputValueAsync(), StringComparison.Ordinal);
        await second.Save();
        Assert.Contains("Kata Made", await second.Stored(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Screen.Phone)]
    [InlineData(Screen.Wide)]
    public async Task The_drawing_breaks_no_rule_and_shows_whose_modeller_it_is(Screen screen)
    {
        await using var owner = await workshop.Owner("Rina Contoh", screen);
        var change = await workshop.Begin(owner, "Dilihat");
        var drawing = await Drawing.Open(owner, $"{change}/gambar/process.bpmn");
        await drawing.LookedAt(".bjs-powered-by");
    }

    [Theory]
    [InlineData(Screen.Phone)]
    [InlineData(Screen.Wide)]
    public async Task Without_script_the_process_is_a_table(Screen screen)
    {
        await using var owner = await workshop.Owner("Rina Contoh", screen, script: false);
        var change = await workshop.Begin(owner, "Tanpa gambar");
        await owner.Open($"{change}/gambar/process.bpmn");
        var row = owner.Page.Locator("#unsur-verifikasi");
        Assert.Contains("verifikator", await row.InnerTextAsync(), StringComparison.Ordinal);
        Assert.True(await row.Locator("a").CountAsync() >= 1);
        Assert.False(await owner.Page.GetByText("Simpan gambar").IsVisibleAsync());
    }

    private static string Foreign(string xml) =>
        xml.Replace(
                "xmlns:zeebe=",
                "xmlns:camunda=\"http://camunda.org/schema/1.0/bpmn\" xmlns:acme=\"urn:acme:alat\" xmlns:zeebe=",
                StringComparison.Ordinal
            )
            .Replace(
                "<bpmn:userTask id=\"verifikasi\"",
                "<bpmn:userTask camunda:asyncBefore=\"true\" id=\"verifikasi\"",
                StringComparison.Ordinal
            )
            .Replace(
                "<zeebe:formDefinition formId=\"verifikasi\" />",
                """
                <camunda:taskListener event="create" class="org.example.Pendengar" />
                <acme:penanda tingkat="7"><acme:catatan>Simpan aku</acme:catatan></acme:penanda>
                <zeebe:formDefinition formId="verifikasi" />
                """,
                StringComparison.Ordinal
            );

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
