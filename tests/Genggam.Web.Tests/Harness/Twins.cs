using System.Collections.Concurrent;
using System.Text.Json;
using Deque.AxeCore.Commons;

namespace Genggam.Web.Tests.Harness;

/// <summary>What is found in a page: violations of axe's rules, and how wide it came out.</summary>
internal sealed record Found(string[] Violations, int Width);

/// <summary>
/// Pages that stay open with axe in them and are given the content of one page after the other. Axe takes several times longer
/// to start than to look, and a page of a browser without script cannot run it at all. What was given is read and laid out
/// like the page it comes from, with its style sheets; frames stay empty, for what stands in them is a page of its own, and so
/// do drawings, which a script styles and which are looked at where they were drawn.
/// </summary>
internal sealed class Twins(IBrowser browser, Uri address)
{
    private const string Show = """
        async html => {
            const given = new DOMParser().parseFromString(html, 'text/html').documentElement;
            given.querySelectorAll('iframe').forEach(f => f.removeAttribute('src'));
            given.querySelectorAll('[data-drawing]').forEach(d => d.replaceChildren());
            const sheets = [...given.querySelectorAll('link[rel=stylesheet]')]
                .map(l => new Promise((done, fail) => { l.onload = done; l.onerror = () => fail(l.href); }));
            document.replaceChild(document.adoptNode(given), document.documentElement);
            await Promise.all(sheets);
            const seen = await axe.run(document, { resultTypes: ['violations'], iframes: false });
            return {
                violations: seen.violations.map(v => `${v.id}: ${v.help}\n  ${v.nodes.map(n => n.html).join('\n  ')}`),
                width: document.documentElement.scrollWidth,
            };
        }
        """;

    private readonly ConcurrentDictionary<Screen, ConcurrentBag<IPage>> idle = new();

    public async Task<Found> Look(string html, Screen screen)
    {
        var waiting = idle.GetOrAdd(screen, _ => []);
        var twin = waiting.TryTake(out var one) ? one : await Open(screen);
        var found = await twin.EvaluateAsync<JsonElement>(Show, html);
        waiting.Add(twin);
        return found.Deserialize<Found>(JsonSerializerOptions.Web)!;
    }

    private async Task<IPage> Open(Screen screen)
    {
        var size = new ViewportSize { Width = (int)screen, Height = 800 };
        var context = await browser.NewContextAsync(new() { BaseURL = address.ToString(), ViewportSize = size });
        await context.AddInitScriptAsync(new BundledAxeScriptProvider().GetScript());
        var twin = await context.NewPageAsync();
        await twin.GotoAsync("/");
        return twin;
    }
}
