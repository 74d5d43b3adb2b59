using Genggam.Office.Changes;

namespace Genggam.Office.Tests.Changes;

public sealed class LetterPreviewTests(Bureau bureau) : IClassFixture<Bureau>
{
    private const string Letter = "kutipan";

    private async Task<LetterPreview> Tried(Func<string, string> typed, string? unreadable = null)
    {
        var previews = bureau.Get<LetterPreviews>();
        var change = await bureau.Open();
        if (unreadable is not null)
            await bureau.Write(change, bureau.Rina, Bureau.Rules, unreadable);
        var draft = await bureau.Load(change);
        var sheet = previews.Find(draft, Letter)!;
        return await previews.Of(
            draft,
            sheet.Letter,
            sheet.Examples[0],
            typed(draft.Text(sheet.Letter.Template)!),
            bureau.Cancel
        );
    }

    [Fact]
    public async Task A_letter_is_laid_out_with_an_example_and_says_that_it_is_one()
    {
        var shown = Assert.IsType<LetterPreview.Shown>(await Tried(t => t));
        Assert.Equal(1, shown.Pages);
        Assert.True(shown.Content.Demo);
        Assert.Contains("CONTOH", shown.Content.Number, StringComparison.Ordinal);
        Assert.NotEmpty(shown.Content.Rows);
        Assert.StartsWith("<svg", System.Text.Encoding.UTF8.GetString(shown.Svg), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_letter_that_reads_files_is_refused_at_its_line()
    {
        var refused = Assert.IsType<LetterPreview.Refused>(await Tried(t => $"{t}\n#read(\"/etc/passwd\")\n"));
        Assert.Equal("DOC-101", refused.Refusal.Number);
        var fault = Assert.Single(refused.Faults);
        Assert.Equal(("letters/kutipan.typ", "#read(\"/etc/passwd\")"), (fault.File, fault.Excerpt));
    }

    [Fact]
    public async Task A_letter_that_loops_for_ever_is_stopped_by_a_limit_and_the_next_one_is_laid_out()
    {
        const string loop = "#range(9000000).map(n => range(9000).fold(0, (a, b) => a + b + n)).len()";
        var refused = Assert.IsType<LetterPreview.Refused>(await Tried(t => $"{t}\n{loop}\n"));
        Assert.Contains(refused.Refusal.Number, (string[])["DOC-104", "DOC-105"]);
        Assert.Equal("letters/kutipan.typ", Assert.Single(refused.Faults).File);
        Assert.IsType<LetterPreview.Shown>(await Tried(t => t));
    }

    [Fact]
    public async Task While_a_rule_of_the_draft_cannot_be_read_its_letters_are_tried_all_the_same() =>
        Assert.IsType<LetterPreview.Shown>(await Tried(t => t, unreadable: "<definitions"));

    [Fact]
    public async Task There_is_no_preview_of_a_letter_that_the_service_has_not() =>
        Assert.Null(bureau.Get<LetterPreviews>().Find(await bureau.Load(await bureau.Open()), "lain"));
}
