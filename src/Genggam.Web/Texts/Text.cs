using System.Globalization;

namespace Genggam.Web.Texts;

/// <summary>The sentences of the pages in the language of this request.</summary>
public sealed class Text
{
    private readonly IReadOnlyDictionary<string, string> texts;

    internal Text(TextCatalogue catalogue, string language)
    {
        Language = language;
        Languages = catalogue.Languages;
        texts = catalogue.In(language);
        LanguageNames = catalogue.Languages.ToDictionary(l => l, l => catalogue.In(l)["language.name"]);
    }

    /// <summary>The value for <c>lang</c>: id, en and so on.</summary>
    public string Language { get; }

    public IReadOnlyList<string> Languages { get; }

    /// <summary>What each language calls itself.</summary>
    public IReadOnlyDictionary<string, string> LanguageNames { get; }

    /// <summary>The text, or the key itself where there is none (a test keeps that from happening).</summary>
    public string this[string key] => texts.TryGetValue(key, out var text) ? text : key;

    /// <summary>The text with <c>{0}</c>, <c>{1}</c> filled in.</summary>
    public string this[string key, params object[] values] =>
        string.Format(CultureInfo.InvariantCulture, this[key], values);

    public string? Find(string key) => texts.TryGetValue(key, out var text) ? text : null;

    /// <summary>The text in this language among several, Indonesian where it is missing.</summary>
    public string Choose(IReadOnlyDictionary<string, string> byLanguage) =>
        byLanguage.TryGetValue(Language, out var text) || byLanguage.TryGetValue(TextCatalogue.Default, out text)
            ? text
            : byLanguage.Values.FirstOrDefault() ?? "";
}
