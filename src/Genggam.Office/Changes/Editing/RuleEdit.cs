using System.Collections.Immutable;
using System.Text;
using Genggam.Engine;
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
        return Read(Sources(draft.Parts), language, labels);
    }

    /// <summary>The rules of a release, each file as sentences; only one file where it is named.</summary>
    public static IEnumerable<RuleFile> Read(Release release, string language, string? only = null) =>
        Read(Sources(release.Parts), language, SentenceLabels.Of(release, language), only);

    private static IEnumerable<RuleFile> Read(
        IReadOnlyList<DmnSource> sources,
        string language,
        IReadOnlyDictionary<string, string>? labels,
        string? only = null
    ) =>
        sources
            .Where(source => only is null || source.File == only)
            .Select(source => new RuleFile(
                source.File,
                DecisionSentences.Read(source, language, labels, Others(sources, source)).Value?.Tables ?? []
            ));

    /// <summary>The files with all values changed, or why one cannot be: none is changed then.</summary>
    /// <param name="values">Their ids begin with the file: <c>limits.dmn/rule_1:1:1</c>.</param>
    /// <param name="language">Of the words why not.</param>
    public static EditOutcome Change(Draft draft, IEnumerable<TypedValue> values, string language)
    {
        var sources = Sources(draft.Parts).ToDictionary(s => s.File, StringComparer.Ordinal);
        var written = new Dictionary<string, byte[]?>(StringComparer.Ordinal);
        foreach (var value in values.Where(v => v.Now != v.Was))
        {
            var (file, id) = (
                value.Id[..Math.Max(0, value.Id.LastIndexOf('/'))],
                value.Id[(value.Id.LastIndexOf('/') + 1)..]
            );
            if (!sources.TryGetValue(file, out var source))
                return EditOutcome.No(ChangeRefusal.Unknown);
            switch (ValueChange.Of(source, id, value.Was, value.Now, [.. Others(sources.Values, source)]))
            {
                case ValueChange.Made made:
                    sources[file] = source with { Xml = made.Xml };
                    written[file] = Encoding.UTF8.GetBytes(made.Xml);
                    break;
                // Whoever was faster wrote just this.
                case ValueChange.ChangedMeanwhile { Value.Value: var there } when there == value.Now:
                    break;
                case ValueChange.ChangedMeanwhile no:
                    return EditOutcome.No(ChangeRefusal.Conflict, value.Id, no.Why(language)!);
                case var no:
                    return EditOutcome.No(ChangeRefusal.CannotEdit, value.Id, no.Why(language)!);
            }
        }
        return new EditOutcome.Files(written);
    }

    private static IReadOnlyList<DmnSource> Sources(ImmutableSortedDictionary<string, ImmutableArray<byte>> parts) =>
        [
            .. parts
                .Where(part => part.Key.EndsWith(".dmn", StringComparison.Ordinal))
                .Select(part => new DmnSource(part.Key, Encoding.UTF8.GetString(part.Value.AsSpan()))),
        ];

    private static IEnumerable<DmnSource> Others(IEnumerable<DmnSource> sources, DmnSource source) =>
        sources.Where(other => other.File != source.File);
}
