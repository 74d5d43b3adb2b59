using System.Text.RegularExpressions;
using Genggam.Engine;
using Genggam.Office.Documents;
using Genggam.Office.Effects;
using Genggam.Standards;

namespace Genggam.Office.Catalogue.Checks;

/// <summary>
/// Whether the letters of a service can be made: their numbers, their words, and, laid out once with the data of an
/// example, their templates.
/// </summary>
public static partial class LetterCheck
{
    private static readonly string[] Parts = ["title", "opening", "rows", "closing"];

    /// <summary>Patterns and slots that nothing ever fills.</summary>
    internal static IEnumerable<Problem> Words(Release release)
    {
        var known = LetterData.Of(release);
        foreach (var letter in release.Service.Letters.Values)
        {
            foreach (var fault in LetterNumber.Faults(letter.NumberPattern))
                yield return new Problem("SVC-110", fault, new("service.yaml", $"letters.{letter.Id}.number"));
            if (letter.Holder.Length > 0 && known.WhyNot(letter.Holder) is { } why)
                yield return new Problem("SVC-113", why, new("service.yaml", $"letters.{letter.Id}.holder"));
            foreach (var (language, book) in release.Texts)
            foreach (var part in Parts)
            foreach (var (key, line) in Lines(book, $"letters.{letter.Id}.{part}"))
            foreach (var fault in LineFaults(line, part == "rows", known, book))
                yield return new Problem("SVC-204", fault, new($"texts/{language}.yaml", key));
        }
    }

    /// <summary>DOC-107, once a letter: an example asks for it and a line of it has no data.</summary>
    internal static IEnumerable<Problem> Filled(Release release, IReadOnlyList<ExampleReport> examples)
    {
        foreach (var letter in release.Service.Letters.Values)
        foreach (var language in release.Texts.Keys)
        {
            var empty = examples
                .SelectMany(e => e.Letters.Where(l => l.Letter == letter.Id).Select(l => (e.File, l.Case)))
                .Select(l => (l.File, Result: LetterFacts.Words(release, l.Case, letter, language, language)))
                .FirstOrDefault(l => l.Result is WordingResult.Refused);
            if (empty.Result is WordingResult.Refused { Refusal: var no })
                yield return new Problem(
                    no.Number,
                    $"{no.English} So it is in {empty.File}.",
                    new($"texts/{language}.yaml", $"letters.{letter.Id}")
                );
        }
    }

    /// <summary>Lays out every letter with the first example that asks for it. Takes a second or two, and Node.js.</summary>
    public static async Task<IReadOnlyList<Problem>> LayOut(
        CheckReport report,
        LetterWorker worker,
        CancellationToken cancel
    )
    {
        var problems = new List<Problem>();
        foreach (var letter in report.Release?.Service.Letters.Values ?? [])
        {
            var place = new Place("service.yaml", $"letters.{letter.Id}");
            var asked = report.Examples.SelectMany(e => e.Letters).FirstOrDefault(l => l.Letter == letter.Id);
            if (asked is null)
                problems.Add(
                    new(
                        "SVC-114",
                        "No example issues this letter, so it was not laid out: write one.",
                        place,
                        Severity.Warning
                    )
                );
            else if (Sample(report.Release!, letter, asked) is { } order)
                problems.AddRange(
                    await Letters.PreviewAsync(worker, order, PageFormat.Pdf, cancel) switch
                    {
                        RenderResult.Broken broken => broken.Problems.Select(p => new Problem(
                            broken.Refusal.Number,
                            $"The letter {letter.Id} cannot be laid out: {p.Message}",
                            new(LetterSample.InFolder(p.File, report.Release!), null, p.Line, p.Column)
                        )),
                        RenderResult.Refused no => [new Problem(no.Refusal.Number, no.Refusal.English, place)],
                        _ => [],
                    }
                );
        }
        return problems;
    }

    /// <summary>The letter as it would go out, marked as a sample; null where a line of it has no data.</summary>
    internal static LetterOrder? Sample(Release release, Letter letter, AskedLetter asked) =>
        LetterFacts.Words(release, asked.Case, letter, "id", "en") is WordingResult.Worded { Wording: var words }
            ? LetterSample.Order(release, letter, asked, words)
            : null;

    private static IEnumerable<string> LineFaults(string line, bool row, LetterData known, TextBook book)
    {
        var parts = line.Split('|', StringSplitOptions.TrimEntries);
        if (row && parts is not [_, _] and not [_, _, "optional"])
            yield return "A row is \"Label | value\" or \"Label | value | optional\".";
        foreach (var (path, form) in LetterText.Slots(line))
        {
            if (known.WhyNot(path) is { } why)
                yield return why;
            if (
                form is not ("" or "date")
                && !book.Entries.Keys.Any(k => k.StartsWith(form + ".", StringComparison.Ordinal))
            )
                yield return $"There is no text under {form}, which {{{path}:{form}}} takes its words from.";
        }
        if (LetterText.WithoutSlots(line) is var rest && Brace().Match(rest) is { Success: true } stray)
            yield return $"{stray.Value} would be printed as it stands: a slot is a path of small letters, digits, _ and dots.";
    }

    private static IEnumerable<(string Key, string Line)> Lines(TextBook book, string key) =>
        book
            .Entries.Where(e =>
                e.Key == key
                || (e.Key.StartsWith(key + ".", StringComparison.Ordinal) && ListEntry().IsMatch(e.Key[key.Length..]))
            )
            .Select(e => (e.Key, e.Value));

    [GeneratedRegex(@"\{[^}]*\}?|\}")]
    private static partial Regex Brace();

    [GeneratedRegex(@"^\.\d+$")]
    private static partial Regex ListEntry();
}
