using System.Collections.Immutable;
using System.Text;
using Genggam.Engine;
using Genggam.Office.Catalogue.Overlays;

namespace Genggam.Office.Changes;

/// <summary>What of a service rests on a law.</summary>
public enum CitationKind
{
    Fee,
    Deadline,
    Standard,
    Rule,
    Process,
    Text,
    Letter,
}

/// <summary>A place of a service that cites a law.</summary>
/// <param name="Service">Its key: of what a region varies <c>service@region</c>.</param>
/// <param name="Place">File, and in it the value, rule or key.</param>
/// <param name="Words">What stands there, as far as it can be said in a sentence.</param>
public sealed record Citation(string Service, string Law, CitationKind Kind, string Place, string? Words)
{
    /// <summary>Everything that a release cites; of an overlay what it cites otherwise than its core.</summary>
    /// <param name="language">Of the sentences of rules.</param>
    public static IEnumerable<Citation> Of(Release release, string language) =>
        release.Over is { } core
            ? Promises(release, OverlayFolder.File)
                .ExceptBy(Promises(core, OverlayFolder.File).Select(c => (c.Law, c.Place)), c => (c.Law, c.Place))
            : Promises(release, PromiseEdit.File).Concat(Rules(release, language)).Concat(Elsewhere(release));

    private static IEnumerable<Citation> Promises(Release release, string file)
    {
        var service = release.Service;
        (CitationKind Kind, string Place, string? Law)[] cited =
        [
            (CitationKind.Fee, "fee", service.Fee.LegalBasis),
            (CitationKind.Deadline, "time_limit", service.TimeLimit.LegalBasis),
            (CitationKind.Deadline, "deemed_approval", service.DeemedApproval.LegalBasis),
            (CitationKind.Standard, "retention", service.Retention.LegalBasis),
            (CitationKind.Deadline, "opening", service.Opening.LegalBasis),
            .. service.Standard.Select(s => (CitationKind.Standard, $"standard.{s.Key}", s.Value)),
            .. release.Variation?.Optional.Select(o =>
                (CitationKind.Rule, $"optional.{o.Field}", (string?)o.LegalBasis)
            ) ?? [],
        ];
        return cited
            .Where(c => c.Law is not null)
            .Select(c => new Citation(release.Key, c.Law!, c.Kind, $"{file}: {c.Place}", null));
    }

    private static IEnumerable<Citation> Rules(Release release, string language) =>
        from file in RuleEdit.Read(release, language)
        from table in file.Tables
        from sentence in table.All
        from law in sentence.Values.Select(v => v.Value).Where(release.LegalBases.ContainsKey).Distinct()
        select new Citation(release.Id, law, CitationKind.Rule, $"{file.Path}: {sentence.Id}", sentence.Text);

    private static IEnumerable<Citation> Elsewhere(Release release)
    {
        (CitationKind Kind, IEnumerable<(string Path, string Text)> Files)[] kinds =
        [
            (CitationKind.Process, Files(release, ".bpmn")),
            (
                CitationKind.Text,
                Files(release, ".yaml").Where(f => f.Path.StartsWith("texts/", StringComparison.Ordinal))
            ),
            (CitationKind.Letter, Files(release, ".typ")),
        ];
        return from kind in kinds
            from file in kind.Files
            from law in release.LegalBases.Keys
            where Names(file.Text, law)
            select new Citation(release.Id, law, kind.Kind, file.Path, null);
    }

    private static IEnumerable<(string Path, string Text)> Files(Release release, string extension) =>
        release
            .Parts.Where(p => p.Key.EndsWith(extension, StringComparison.Ordinal))
            .Select(p => (p.Key, Encoding.UTF8.GetString(p.Value.AsSpan())));

    /// <summary>The key as a word of its own: <c>uu-24-2013</c> is not named where <c>uu-24-2013-ps-27</c> stands.</summary>
    private static bool Names(string text, string law)
    {
        for (var at = text.IndexOf(law, StringComparison.Ordinal); at >= 0; )
        {
            var end = at + law.Length;
            if ((at == 0 || !IsOfKey(text[at - 1])) && (end == text.Length || !IsOfKey(text[end])))
                return true;
            at = text.IndexOf(law, at + 1, StringComparison.Ordinal);
        }
        return false;
    }

    private static bool IsOfKey(char c) => char.IsAsciiLetterOrDigit(c) || c == '-';
}
