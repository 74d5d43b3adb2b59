using Genggam.Engine;
using Genggam.Standards.Bpmn;
using Genggam.Standards.Forms;

namespace Genggam.Office.Catalogue.Checks;

/// <summary>The keys of the texts that the pages of a service will ask for.</summary>
internal static class TextKeys
{
    public static IEnumerable<string> Of(Release release)
    {
        yield return "name";
        yield return "summary";
        if (release.Service.DeemedApproval.Reason is { } reason)
            yield return reason;
        if (release.Service.Opening.Text is { } opening)
            yield return opening;
        foreach (var component in ServiceDefinition.StandardComponents)
            yield return $"standard.{component}";
        foreach (var key in FormWords(release))
            yield return key;
        foreach (var node in release.Process.Everything)
        {
            if (node is UserTask task)
            {
                yield return $"tasks.{task.Id}.name";
                foreach (var outcome in task.Outcomes)
                    yield return $"tasks.{task.Id}.outcomes.{outcome}";
            }
            var notice = node switch
            {
                ServiceTask { Type: ServiceKinds.SendNotice } service => service.Headers.GetValueOrDefault("notice"),
                SendTask send => send.Headers.GetValueOrDefault("notice"),
                _ => null,
            };
            if (notice is not null)
            {
                yield return $"notices.{notice}.subject";
                yield return $"notices.{notice}.body";
            }
        }
        foreach (var letter in release.Service.Letters.Keys)
            yield return $"letters.{letter}.name";
    }

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
}
