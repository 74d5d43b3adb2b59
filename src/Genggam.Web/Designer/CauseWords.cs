using Genggam.Engine;
using Genggam.Office.Catalogue;
using Genggam.Standards.Dmn;
using Genggam.Standards.Dmn.Sentences;
using Genggam.Web.Texts;

namespace Genggam.Web.Designer;

/// <summary>What made a difference, in the words of the rules, fields and tasks that it was.</summary>
public sealed class CauseWords
{
    private readonly Text text;
    private readonly Release release;
    private readonly Dictionary<string, string> was;
    private readonly Dictionary<string, string> wouldBe;

    internal CauseWords(Release before, Release draft, Text text)
    {
        (this.text, release) = (text, draft);
        (was, wouldBe) = (Rules(before), Rules(draft));
    }

    public string Kind(Cause cause) => text[$"designer.dry_run.causes.{cause.Kind}"];

    /// <summary>The decision, field or task.</summary>
    public string Where(Cause cause)
    {
        var texts = release.TextsIn(text.Language);
        return cause.Kind switch
        {
            CauseKind.Field => Field(texts, cause.Where) ?? cause.Where,
            _ => texts.Find($"tasks.{cause.Where}.name") ?? cause.Where,
        };
    }

    /// <summary>The rules that held then, as sentences; what is no rule as it is called.</summary>
    public IEnumerable<string> Was(Cause cause) => cause.Was.Select(id => Said(id, was));

    public IEnumerable<string> WouldBe(Cause cause) => cause.WouldBe.Select(id => Said(id, wouldBe));

    /// <param name="id">Of a rule behind its decision and a slash.</param>
    private string Said(string id, Dictionary<string, string> rules) =>
        rules.GetValueOrDefault(id[(id.LastIndexOf('/') + 1)..])
        ?? release.TextsIn(text.Language).Find($"tasks.{id}.name")
        ?? id;

    private string? Field(TextBook texts, string key) =>
        release
            .Forms.Values.Select(form => (Form: form.Id, Field: form.Field(key)))
            .Where(f => f.Field is not null)
            .Select(f => texts.Find($"forms.{f.Form}.fields.{f.Field!.TextKey}.label"))
            .FirstOrDefault(label => label is not null);

    private Dictionary<string, string> Rules(Release release)
    {
        var language = DecisionSentences.Languages.Contains(text.Language)
            ? text.Language
            : DecisionSentences.Languages[0];
        var sources = release
            .Parts.Where(p => p.Key.EndsWith(".dmn", StringComparison.Ordinal))
            .Select(p => new DmnSource(p.Key, System.Text.Encoding.UTF8.GetString(p.Value.AsSpan())))
            .ToList();
        var labels = SentenceLabels.Of(release, language);
        var rules = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var source in sources)
        foreach (
            var table in DecisionSentences.Read(source, language, labels, sources.Where(s => s != source)).Value?.Tables
                ?? []
        )
        foreach (var sentence in table.Rules)
            rules.TryAdd(sentence.Id, sentence.Text);
        return rules;
    }
}
