using Genggam.Engine;
using Genggam.Office.Documents;
using Genggam.Office.Effects;

namespace Genggam.Office.Catalogue.Checks;

/// <summary>A letter as an example would have it issued: in the name of nobody, marked as an example.</summary>
internal static class LetterSample
{
    public static LetterOrder Order(Release release, Letter letter, AskedLetter asked, LetterWording words)
    {
        var content = new LetterContent(
            "id",
            words.Title,
            words.OtherTitle,
            LetterNumber.Of(letter.NumberPattern, "CONTOH", asked.At, 1),
            new LetterAgency(asked.Case.Agency ?? ""),
            words.Opening,
            words.Rows,
            words.Closing,
            LetterDates.Indonesian.Write(DateOnly.FromDateTime(asked.At.Date)),
            new LetterSigner("Pejabat Contoh", "Kepala Kantor"),
            null,
            Demo: true
        );
        return new LetterOrder(
            $"/{release.Id}/{letter.Template}",
            LetterFacts.Files(release),
            content,
            DocumentCode.New(),
            words.Title,
            "Contoh",
            asked.At,
            null,
            "/periksa",
            LetterFacts.Of(asked.Case)
        );
    }

    /// <summary>A template's path as the service's owner knows it.</summary>
    public static string InFolder(string path, Release release) =>
        path.StartsWith($"/{release.Id}/", StringComparison.Ordinal)
            ? path[(release.Id.Length + 2)..]
            : path.TrimStart('/');
}
