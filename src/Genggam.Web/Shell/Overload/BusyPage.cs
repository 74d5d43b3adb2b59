using System.Globalization;
using System.Net;
using System.Text;
using Genggam.Web.Texts;

namespace Genggam.Web.Shell.Overload;

/// <summary>What somebody reads who found no place: one plain page in every language, made once, so that it costs nothing.</summary>
internal sealed class BusyPage(TextCatalogue catalogue, CapacityOptions options)
{
    /// <summary>After a page was asked for.</summary>
    public ReadOnlyMemory<byte> Read { get; } = Written(catalogue, options, "errors.busy.read");

    /// <summary>After something was sent.</summary>
    public ReadOnlyMemory<byte> Write { get; } = Written(catalogue, options, "errors.busy.write");

    private static byte[] Written(TextCatalogue catalogue, CapacityOptions options, string remedy)
    {
        var seconds = Math.Ceiling(options.RetryAfter.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        var page = new StringBuilder();
        page.Append(
            $"""
            <!DOCTYPE html>
            <html lang="{TextCatalogue.Default}" class="govuk-template">
              <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <title>{Say(TextCatalogue.Default, "errors.busy.title")} – Genggam</title>
                <link rel="stylesheet" href="/dist/site.css" />
              </head>
              <body class="govuk-template__body">
                <main class="govuk-width-container govuk-main-wrapper">

            """
        );
        foreach (var (place, language) in catalogue.Languages.Index())
        {
            var (heading, size) = place == 0 ? ("h1", "l") : ("h2", "m");
            page.Append(
                $"""
                      <section lang="{language}">
                        <{heading} class="govuk-heading-{size}">{Say(language, "errors.busy.title")}</{heading}>
                        <p class="govuk-body">{Say(language, remedy)}</p>
                      </section>

                """
            );
        }
        page.Append(
            """
                  <p class="govuk-body-s">WEB-503</p>
                </main>
              </body>
            </html>

            """
        );
        return Encoding.UTF8.GetBytes(page.ToString());

        string Say(string language, string key) =>
            WebUtility.HtmlEncode(string.Format(CultureInfo.InvariantCulture, catalogue.In(language)[key], seconds));
    }
}
