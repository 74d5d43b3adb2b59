using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Genggam.Web.Tests.Isolation;

/// <summary>What came back: everything that could carry a secret, also of files.</summary>
internal sealed record Heard(int Status, string Text)
{
    public static async Task<Heard> From(HttpResponseMessage answer, CancellationToken cancel)
    {
        var bytes = await answer.Content.ReadAsByteArrayAsync(cancel);
        var headers = string.Join('\n', answer.Headers.Concat(answer.Content.Headers).SelectMany(h => h.Value));
        return new Heard(
            (int)answer.StatusCode,
            WebUtility.HtmlDecode(Uri.UnescapeDataString(headers) + "\n" + Encoding.UTF8.GetString(bytes))
        )
        {
            Html = Encoding.UTF8.GetString(bytes),
        };
    }

    private string Html { get; init; } = "";

    /// <summary>The forms of the page.</summary>
    /// <param name="path">Where it stands, which is where a form without an address goes.</param>
    public IEnumerable<SeenForm> Forms(string path) => SeenForm.In(Html, path);
}

/// <summary>A form of a page with every field and the value it would be sent with.</summary>
internal sealed partial record SeenForm(
    string Path,
    bool IsPost,
    bool IsMultipart,
    IReadOnlyList<KeyValuePair<string, string>> Fields
)
{
    public const string Token = "_form";

    /// <summary>Two of the same kind: a form whose values differ is sent once.</summary>
    public string Kind =>
        $"{Path} {string.Join(' ', Fields.Select(f => f.Key == "_handler" ? f.Value : f.Key).Order(StringComparer.Ordinal))}";

    public static IEnumerable<SeenForm> In(string html, string path)
    {
        foreach (Match form in FormTag().Matches(html))
        {
            var tag = form.Groups[1].Value;
            var fields = new List<KeyValuePair<string, string>>();
            foreach (Match field in FieldTag().Matches(form.Groups[2].Value))
                if (Attribute(field.Value, "name") is { } name)
                    fields.Add(KeyValuePair.Create(name, Attribute(field.Value, "value") ?? "x"));
            yield return new SeenForm(
                Attribute(tag, "action") is { Length: > 0 } to
                    ? new Uri(new Uri("http://a" + path), to).PathAndQuery
                    : path,
                Attribute(tag, "method")?.Equals("post", StringComparison.OrdinalIgnoreCase) == true,
                tag.Contains("multipart", StringComparison.Ordinal),
                fields
            );
        }
    }

    private static string? Attribute(string tag, string name) =>
        Regex.Match(tag, $"\\b{name}=\"([^\"]*)\"") is { Success: true } found
            ? WebUtility.HtmlDecode(found.Groups[1].Value)
            : null;

    [GeneratedRegex("<form\\b([^>]*)>(.*?)</form>", RegexOptions.Singleline)]
    private static partial Regex FormTag();

    [GeneratedRegex("<(input|textarea|select|button)\\b[^>]*>")]
    private static partial Regex FieldTag();
}
