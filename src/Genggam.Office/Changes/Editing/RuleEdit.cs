using System.Collections.Immutable;
using Genggam.Office.Catalogue;
using Genggam.Standards.Dmn;
using Genggam.Standards.Dmn.Sentences;

namespace Genggam.Office.Changes;

/// <summary>A file of decisions as sentences; <paramref name="Tables"/> is empty where it cannot be read.</summary>
public sealed record RuleFile(string Path, ImmutableArray<TableSentences> Tables);

/// <summary>A value that somebody typed over the one they saw.</summary>
public sealed record TypedValue(string Id, string Was, string Now);

/// <summary>The rules of a draft, read as sentences and changed value by value.</summary>
public static class RuleEdit
{
    /// <param name="language">One of <see cref="DecisionSentences.Languages"/>.</param>
    public static IEnumerable<RuleFile> Read(Draft draft, string language)
    {
        var labels = draft.Release is { } release ? SentenceLabels.Of(release, language) : null;
        foreach (var source in Sources(draft))
            yield return new RuleFile(
                source.File,
                DecisionSentences.Read(source, language, labels, Others(draft, source)).Value?.Tables ?? []
            );
    }

    /// <summary>The file with all values changed, or why one cannot be: none is changed then.</summary>
    /// <param name="language">Of the words why not.</param>
    public static EditOutcome Change(Draft draft, string path, IEnumerable<TypedValue> values, string language)
    {
        if (Sources(draft).FirstOrDefault(s => s.File == path) is not { } source)
            return EditOutcome.No(ChangeRefusal.Unknown);
        foreach (var value in values.Where(v => v.Now != v.Was))
            switch (ValueChange.Of(source, value.Id, value.Was, value.Now, [.. Others(draft, source)]))
            {
                case ValueChange.Made made:
                    source = source with { Xml = made.Xml };
                    break;
                // Whoever was faster wrote just this.
                case ValueChange.ChangedMeanwhile { Value.Value: var there } when there == value.Now:
                    break;
                case ValueChange.ChangedMeanwhile no:
                    return EditOutcome.No(ChangeRefusal.Conflict, value.Id, no.Why(language)!);
                case var no:
                    return EditOutcome.No(ChangeRefusal.CannotEdit, value.Id, no.Why(language)!);
            }
        return EditOutcome.Of(path, source.Xml);
    }

    private static IEnumerable<DmnSource> Sources(Draft draft) =>
        draft
            .Parts.Keys.Where(path => path.EndsWith(".dmn", StringComparison.Ordinal))
            .Select(path => new DmnSource(path, draft.Text(path)!));

    private static IEnumerable<DmnSource> Others(Draft draft, DmnSource source) =>
        Sources(draft).Where(other => other.File != source.File);
}
