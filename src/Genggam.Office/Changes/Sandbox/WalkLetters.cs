using System.Collections.Immutable;
using Genggam.Engine;
using Genggam.Office.Catalogue.Checks;
using Genggam.Office.Documents;
using Genggam.Office.Effects;
using Genggam.Standards.Feel;
using Genggam.Standards.Forms;

namespace Genggam.Office.Changes.Sandbox;

/// <summary>What would have gone out in a walk, and goes nowhere.</summary>
public sealed class WalkLetters(LetterWorker worker)
{
    /// <summary>The notices in order, as the applicant would read them.</summary>
    public static ImmutableArray<(DateTimeOffset At, NoticeText Text)> Notices(Walk walk, string language)
    {
        var slots = new NoticeSlots(walk.Case.Number, "CONTO-HKODE", Applicant(walk), "/berkas/contoh");
        return
        [
            .. from entry in walk.Told.Entries
            from notice in entry.Effects.OfType<Effect.SendNotice>()
            select (entry.Stamp.At, NoticeText.Of(walk.Release.TextsIn(language), notice.Notice, slots)),
        ];
    }

    /// <summary>What a letter says.</summary>
    public static WordingResult? Words(Walk walk, AskedLetter asked, string language) =>
        walk.Release.Service.Letters.TryGetValue(asked.Letter, out var letter)
            ? LetterFacts.Words(walk.Release, asked.Case, letter, language, language == "id" ? "en" : "id")
            : null;

    /// <summary>The letter laid out and marked as a sample, unsigned; null where a line of it has no data.</summary>
    public async Task<RenderResult?> LayOut(Walk walk, AskedLetter asked, CancellationToken cancel) =>
        walk.Release.Service.Letters.TryGetValue(asked.Letter, out var letter)
        && LetterCheck.Sample(walk.Release, letter, asked) is { } order
            ? await Letters.PreviewAsync(worker, order, PageFormat.Pdf, cancel)
            : null;

    private static string Applicant(Walk walk) =>
        walk.Release.Form(walk.Release.Service.Apply.Form)
            ?.Fields.Where(f => f is { Source: "person.name", Kind: FieldKind.Text })
            .Select(f => (walk.Case.Data.At(f.Key) as FeelString)?.Value)
            .FirstOrDefault(n => n is not null)
        ?? "Pemohon";
}
