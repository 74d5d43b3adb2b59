using Genggam.Engine;
using Genggam.Standards;
using Genggam.Standards.Forms;

namespace Genggam.Office.Catalogue.Checks;

public static partial class ServiceCheck
{
    /// <summary>Every key that the pages of forms will ask for.</summary>
    private static IEnumerable<string> FormWords(Release release)
    {
        foreach (var (id, form) in release.Forms)
        {
            foreach (var page in form.Pages)
                yield return $"forms.{id}.{page.Id}.title";
            foreach (var key in form.Pages.SelectMany(p => p.Parts).SelectMany(Shown))
                yield return $"forms.{id}.{key}";
            foreach (var field in form.Fields.SelectMany(f => (f.Rows?.Fields ?? []).Prepend(f)))
            {
                var words = $"forms.{id}.fields.{field.TextKey}";
                yield return $"{words}.label";
                foreach (var option in field.Options)
                    yield return $"{words}.options.{option.Value}";
                if (field.HasPrefix)
                    yield return $"{words}.prefix";
                if (field.HasSuffix)
                    yield return $"{words}.suffix";
                if (field.Rows is null)
                    continue;
                yield return $"{words}.row";
                if (!field.Rows.Fixed)
                    yield return $"{words}.add";
            }
        }
    }

    /// <summary>The words of what a page shows and does not ask.</summary>
    private static IEnumerable<string> Shown(FormPart part) =>
        part switch
        {
            FormPart.Words => [$"texts.{part.Id}"],
            FormPart.Table table =>
            [
                $"tables.{part.Id}.caption",
                .. table.ColumnsFrom is null ? table.Columns.Select(c => $"tables.{part.Id}.columns.{c.Key}") : [],
            ],
            _ => [],
        };

    /// <summary>The FEEL in texts of forms.</summary>
    private static void Templates(Release release, List<Problem> problems)
    {
        foreach (var (language, book) in release.Texts)
        foreach (var (id, form) in release.Forms)
        foreach (var passage in form.Pages.SelectMany(p => p.Parts).OfType<FormPart.Words>())
        foreach (var text in book.List($"forms.{id}.texts.{passage.Id}"))
            problems.AddRange(
                FormTemplate.Parse(text, new Place($"texts/{language}.yaml", $"forms.{id}.texts.{passage.Id}")).Problems
            );
    }
}
