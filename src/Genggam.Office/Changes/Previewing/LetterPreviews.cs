using System.Collections.Immutable;
using System.Text;
using Genggam.Engine;
using Genggam.Office.Catalogue;
using Genggam.Office.Catalogue.Checks;
using Genggam.Office.Documents;
using Genggam.Office.Effects;

namespace Genggam.Office.Changes;

/// <summary>
/// Lays out letters of a draft as an example would have them issued: unsigned, marked as an example, with the limits of every
/// letter and in a process apart from those that are signed.
/// </summary>
public sealed class LetterPreviews(LetterWorker worker, ServiceCatalogue catalogue)
{
    /// <summary>Null where the draft has no such letter, or cannot be read.</summary>
    public LetterSheet? Find(Draft draft, string letter)
    {
        if (draft.Release?.Service.Letters.GetValueOrDefault(letter) is not { } found)
            return null;
        var report = draft.Check(catalogue.Calendar);
        var examples = Asking(report.Examples, letter);
        // While something else in the draft is broken, its letters are tried on the cases of the release it began from.
        if (examples.IsEmpty)
            examples = Asking(ExampleCheck.Run(draft.Base, catalogue.Calendar, []), letter);
        return new LetterSheet(
            found,
            examples,
            [
                .. report.Problems.Where(p =>
                    p.Place.File == found.Template
                    || p.Place.Element?.StartsWith($"letters.{letter}", StringComparison.Ordinal) == true
                ),
            ]
        );
    }

    /// <param name="template">What somebody typed.</param>
    public async Task<LetterPreview> Of(
        Draft draft,
        Letter letter,
        PreviewExample example,
        string template,
        CancellationToken cancel
    )
    {
        var release = draft.Release!;
        switch (LetterFacts.Words(release, example.Asked.Case, letter, "id", "en"))
        {
            case WordingResult.Refused no:
                return new LetterPreview.Refused(no.Refusal, []);
            case WordingResult.Worded { Wording: var words }:
                var order = LetterSample.Order(release, letter, example.Asked, words);
                order = order with { Files = order.Files.SetItem(order.Template, Encoding.UTF8.GetBytes(template)) };
                return await Letters.PreviewAsync(worker, order, PageFormat.Svg, cancel) switch
                {
                    RenderResult.Rendered pages => new LetterPreview.Shown(order.Content, pages.Bytes, pages.Pages),
                    RenderResult.Broken broken => new LetterPreview.Refused(
                        broken.Refusal,
                        [.. broken.Problems.Select(p => FaultOf(p, order, release))]
                    ),
                    RenderResult.Refused no => new LetterPreview.Refused(
                        no.Refusal,
                        [new LetterFault(letter.Template, 0, no.Refusal.English, null)]
                    ),
                    _ => throw new InvalidOperationException("The set is closed."),
                };
            default:
                throw new InvalidOperationException("The set is closed.");
        }
    }

    private static ImmutableArray<PreviewExample> Asking(IReadOnlyList<ExampleReport> examples, string letter) =>
        [
            .. examples.SelectMany(e =>
                e.Letters.Where(l => l.Letter == letter).Take(1).Select(l => new PreviewExample(e.File, e.Name, l))
            ),
        ];

    private static LetterFault FaultOf(TemplateProblem problem, LetterOrder order, Release release)
    {
        var lines = order.Files.TryGetValue(problem.File, out var file)
            ? Encoding.UTF8.GetString(file).Split('\n')
            : [];
        return new LetterFault(
            LetterSample.InFolder(problem.File, release),
            problem.Line,
            problem.Message,
            problem.Line > 0 && problem.Line <= lines.Length ? lines[problem.Line - 1].Trim() : null
        );
    }
}
