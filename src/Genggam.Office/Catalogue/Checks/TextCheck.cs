using System.Text.RegularExpressions;
using Genggam.Engine;
using Genggam.Standards;
using Genggam.Standards.Forms;

namespace Genggam.Office.Catalogue.Checks;

/// <summary>The texts of a service: each in every language, slots that something fills, FEEL that can be read.</summary>
internal static partial class TextCheck
{
    private static readonly string[] Languages = ["id", "en"];
    private static readonly string[] NoticeSlots = ["case", "code", "name", "link"];

    /// <param name="unread">Files that could not be read, where all texts would be missing.</param>
    public static IEnumerable<Problem> Problems(Release release, IReadOnlySet<string> unread)
    {
        var asked = TextKeys.Of(release).ToHashSet(StringComparer.Ordinal);
        var read = Languages.Where(language => !unread.Contains(File(language))).ToList();
        return (read.Count == Languages.Length ? Nowhere(release, asked) : [])
            .Concat(read.SelectMany(language => Missing(release, language, read, asked)))
            .Concat(Notices(release))
            .Concat(Templates(release));
    }

    /// <summary>Texts that a page will ask for and no language has.</summary>
    private static IEnumerable<Problem> Nowhere(Release release, IEnumerable<string> asked)
    {
        var all = release.Texts.Values.SelectMany(book => book.Entries.Keys).ToHashSet(StringComparer.Ordinal);
        foreach (var key in asked)
            if (!all.Contains(key) && !all.Contains(key + ".1"))
                yield return Wrong("SVC-201", $"The text {key} is missing in every language.", "id", key);
    }

    /// <summary>Texts that another language has. A mistyped key is told where it stands, and not as missing in the other.</summary>
    private static IEnumerable<Problem> Missing(
        Release release,
        string language,
        List<string> read,
        HashSet<string> asked
    )
    {
        if (!release.Texts.TryGetValue(language, out var book))
        {
            yield return new Problem("SVC-202", $"There is no {File(language)}.", new Place(File(language)));
            yield break;
        }
        var others = read.Select(release.Texts.GetValueOrDefault).OfType<TextBook>().Where(b => b != book).ToList();
        var own = others.SelectMany(other => Without(book, other)).ToHashSet(StringComparer.Ordinal);
        foreach (var key in others.SelectMany(other => Without(other, book)).Distinct().Order(StringComparer.Ordinal))
            if (Mistyped(key, own) is not { } typed || asked.Contains(key) == asked.Contains(typed))
                yield return Wrong("SVC-203", $"The text {key} is missing.", language, key);
            else if (asked.Contains(key))
                yield return Wrong(
                    "SVC-203",
                    $"The text {key} is missing: did you mean it by {typed}?",
                    language,
                    typed
                );
    }

    /// <summary>A key of as many words of which one is nearly the same, and all others are.</summary>
    private static string? Mistyped(string key, IEnumerable<string> own)
    {
        var words = key.Split('.');
        return own.FirstOrDefault(other =>
            other.Split('.') is var typed
            && typed.Length == words.Length
            && words.Zip(typed).Where(pair => pair.First != pair.Second).ToList() is [var odd]
            && Nearest.To(odd.First, [odd.Second]) is not null
        );
    }

    /// <summary>Keys of a book that another has not. What people type in a search differs from language to language.</summary>
    private static IEnumerable<string> Without(TextBook book, TextBook other) =>
        book.Entries.Keys.Where(key =>
            !other.Entries.ContainsKey(key) && !key.StartsWith("search.", StringComparison.Ordinal)
        );

    /// <summary>A notice with a slot that nothing fills would be sent with it.</summary>
    private static IEnumerable<Problem> Notices(Release release)
    {
        foreach (var (language, book) in release.Texts)
        foreach (var (key, text) in book.Entries.Where(e => e.Key.StartsWith("notices.", StringComparison.Ordinal)))
        foreach (var slot in Slot().Matches(text).Select(match => match.Value))
        {
            var word = slot[1..^1];
            if (!NoticeSlots.Contains(word))
                yield return Wrong(
                    "SVC-205",
                    $"A notice has no slot {{{word}}}; slots are {{{string.Join("}, {", NoticeSlots)}}}{Nearest.Meant(word, NoticeSlots)}",
                    language,
                    key
                );
        }
    }

    /// <summary>The FEEL in texts of forms.</summary>
    private static IEnumerable<Problem> Templates(Release release) =>
        from text in release.Texts
        from form in release.Forms
        from passage in form.Value.Pages.SelectMany(p => p.Parts).OfType<FormPart.Words>()
        let key = $"forms.{form.Key}.texts.{passage.Id}"
        from words in text.Value.List(key)
        from problem in FormTemplate.Parse(words, new Place(File(text.Key), key)).Problems
        select problem;

    [GeneratedRegex(@"\{[^{}]*\}")]
    private static partial Regex Slot();

    private static string File(string language) => $"texts/{language}.yaml";

    private static Problem Wrong(string number, string message, string language, string element) =>
        new(number, message, new Place(File(language), element));
}
