using System.Collections.Immutable;
using Genggam.Web.Texts;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Genggam.Web.Api;

/// <summary>The sentences of the API in every language; which one a request reads, <c>Accept-Language</c> says.</summary>
internal sealed class ApiTexts(TextCatalogue catalogue)
{
    /// <summary>The default language first.</summary>
    public ImmutableArray<Text> All { get; } = [.. catalogue.Languages.Select(l => new Text(catalogue, l))];

    public Text For(HttpRequest request)
    {
        if (request.Headers.AcceptLanguage.Count == 0)
            return All[0];
        foreach (var asked in request.GetTypedHeaders().AcceptLanguage.OrderByDescending(a => a.Quality ?? 1))
            if (asked.Quality != 0 && Find(asked) is { } text)
                return text;
        return All[0];
    }

    private Text? Find(StringWithQualityHeaderValue asked) =>
        All.FirstOrDefault(t =>
            asked.Value.Equals(t.Language, StringComparison.OrdinalIgnoreCase)
            || asked.Value.StartsWith($"{t.Language}-", StringComparison.OrdinalIgnoreCase)
        );
}
