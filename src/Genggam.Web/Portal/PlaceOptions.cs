using System.Collections.Concurrent;
using System.Text;
using System.Text.Encodings.Web;
using Genggam.Office.Agencies;
using Genggam.Web.Texts;
using Microsoft.AspNetCore.Components;

namespace Genggam.Web.Portal;

/// <summary>
/// Provinces, regencies and cities as the options of a list. Written once a language: five hundred of them would cost more
/// than the rest of a page.
/// </summary>
internal sealed class PlaceOptions(Regions regions)
{
    private readonly ConcurrentDictionary<string, string> written = new(StringComparer.Ordinal);

    /// <param name="chosen">The code of the chosen place; null, or one that is not in the list, chooses none.</param>
    public MarkupString In(Text text, string? chosen)
    {
        var all = written.GetOrAdd(text.Language, _ => Write(text));
        return new(
            chosen is null
                ? all
                : all.Replace($"value=\"{chosen}\"", $"value=\"{chosen}\" selected", StringComparison.Ordinal)
        );
    }

    /// <summary>The whole of a province first, then its regencies and cities.</summary>
    private string Write(Text text)
    {
        var html = new StringBuilder();
        foreach (var province in regions.Children(null))
        {
            html.Append($"<optgroup label=\"{Encode(province.Name)}\">");
            Option(html, province.Code, text["find.whole", province.Name]);
            foreach (var place in regions.Children(province.Code))
                Option(html, place.Code, place.Name);
            html.Append("</optgroup>");
        }
        return html.ToString();
    }

    private static void Option(StringBuilder html, string code, string name) =>
        html.Append($"<option value=\"{Encode(code)}\">{Encode(name)}</option>");

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);
}
