using Genggam.Engine;
using Genggam.Office.Changes;
using Genggam.Standards.Dmn.Sentences;
using Genggam.Web.Texts;

namespace Genggam.Web.Designer.Replaying;

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
        var rules = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in RuleEdit.Read(release, DecisionSentences.LanguageFor(text.Language)))
        foreach (var sentence in file.Tables.SelectMany(table => table.Rules))
            rules.TryAdd(sentence.Id, sentence.Text);
        return rules;
    }
}
