using Genggam.Engine;
using Genggam.Standards;
using Genggam.Standards.Bpmn;
using Genggam.Standards.Forms;

namespace Genggam.Office.Catalogue;

/// <summary>What a case of a service can hold: answers by their path, and the results of rules and scripts by their name.</summary>
internal sealed class LetterData
{
    private static readonly string[] OfficerAnswers = ["outcome", "reasons", "on"];
    private readonly Dictionary<string, FieldKind> answers = new(StringComparer.Ordinal);
    private readonly HashSet<string> results = new(StringComparer.Ordinal);

    public static LetterData Of(Release release)
    {
        var data = new LetterData();
        data.Add(release.Form(release.Service.Apply.Form), "");
        foreach (var node in release.Process.Everything)
            switch (node)
            {
                case UserTask task when task.CandidateGroups.Contains(OpenTask.ApplicantRole):
                    data.Add(release.Form(task.FormId), "");
                    break;
                case UserTask task:
                    data.Add(release.Form(task.FormId), $"{task.Id}.");
                    foreach (var answer in OfficerAnswers)
                        data.answers[$"{task.Id}.{answer}"] = FieldKind.Text;
                    break;
                case BusinessRuleTask { ResultVariable: { } result }:
                    data.results.Add(result);
                    break;
                case ScriptTask { ResultVariable: { } result }:
                    data.results.Add(result);
                    break;
            }
        return data;
    }

    /// <summary>Why a letter cannot print what stands under the path; null where it can.</summary>
    public string? WhyNot(string path)
    {
        if (results.Contains(path.Split('.')[0]))
            return null;
        if (!answers.TryGetValue(path, out var kind))
            return $"No form and no rule gives {path}{Nearest.Meant(path, answers.Keys)}";
        return kind is FieldKind.Choices or FieldKind.File or FieldKind.Rows
            ? $"{path} is a list, which a letter cannot print."
            : null;
    }

    private void Add(FormModel? form, string prefix)
    {
        foreach (var field in form?.Fields ?? [])
            answers[prefix + field.Key] = field.Kind;
    }
}
