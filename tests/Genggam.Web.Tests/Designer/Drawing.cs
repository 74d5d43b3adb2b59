using System.Text.Json;
using Deque.AxeCore.Commons;
using Genggam.Web.Tests.Harness;
using Microsoft.Playwright;

namespace Genggam.Web.Tests.Designer;

/// <summary>A file of a draft, open in its modeller in somebody's browser.</summary>
internal sealed class Drawing
{
    /// <summary>What a page of drawings waits for: the modeller, or both pictures of a difference.</summary>
    internal const string Modeller = "[data-drawing=ready]";
    internal const string Pictures = "[data-pictures=ready]";

    private readonly Visitor visitor;
    private readonly string ready;
    private readonly List<string> refused = [];

    private Drawing(Visitor visitor, string ready) => (this.visitor, this.ready) = (visitor, ready);

    private IPage Page => visitor.Page;

    private ILocator Place => Page.Locator("[data-drawing]");

    public static async Task<Drawing> Open(Visitor visitor, string path, string ready = Modeller)
    {
        var drawing = new Drawing(visitor, ready);
        visitor.Page.Console += (_, line) =>
        {
            if (line.Type == "error")
                drawing.refused.Add(line.Text);
        };
        await visitor.Open(path);
        await drawing.Drawn();
        return drawing;
    }

    /// <summary>The file as the draft has it.</summary>
    public async Task<string> Stored()
    {
        var address = Page.Url.Replace("/gambar/", "/unduh/", StringComparison.Ordinal);
        return await (await Page.Context.APIRequest.GetAsync(address)).TextAsync();
    }

    public Task Choose(string element) =>
        Place.EvaluateAsync(
            """
            (place, id) => {
                const get = name => place.modeler.get(name);
                const element = get('elementRegistry').get(id);
                get('canvas').scrollToElement(element);
                get('canvas').focus();
                get('selection').select(element);
            }
            """,
            element
        );

    public Task Rename(string element, string name) =>
        Place.EvaluateAsync(
            """
            (place, [id, name]) => place.modeler.get('modeling')
                .updateProperties(place.modeler.get('elementRegistry').get(id), { name })
            """,
            new[] { element, name }
        );

    public Task<string> NameOf(string element) =>
        Place.EvaluateAsync<string>(
            "(place, id) => place.modeler.get('elementRegistry').get(id).businessObject.name",
            element
        );

    public async Task Save()
    {
        await visitor.Press("Simpan gambar");
        await Drawn();
    }

    /// <summary>
    /// Looks at the page as it is drawn: nothing wider than the screen, the watermark to be seen with nothing over it, nothing
    /// that the page's policy refused, and no violation of axe's rules outside of <paramref name="others"/>.
    /// </summary>
    /// <param name="others">What a library draws and the table beside it says too.</param>
    public async Task LookedAt(string watermark, params string[] others)
    {
        if (Look.TakesPictures)
            await Page.ScreenshotAsync(new() { Path = Look.Picture(Page.Url + "-drawn", Width), FullPage = true });
        Assert.Empty(refused);
        Assert.True(await Page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= (int)Width);
        var mark = Page.Locator(watermark).First;
        await mark.ScrollIntoViewIfNeededAsync();
        Assert.True(
            await mark.EvaluateAsync<bool>(
                """
                mark => {
                    const box = mark.getBoundingClientRect();
                    const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
                    return box.width > 20 && mark.contains(top);
                }
                """
            )
        );
        await Page.EvaluateAsync(new BundledAxeScriptProvider().GetScript());
        var found = await Page.EvaluateAsync<JsonElement>(
            """
            async others => (await axe.run({ exclude: others.map(o => [o]) }, { resultTypes: ['violations'] })).violations
                .map(v => `${v.id}: ${v.help}\n  ${v.nodes.map(n => n.html).join('\n  ')}`)
            """,
            others
        );
        Assert.Empty(found.EnumerateArray().Select(v => v.GetString()));
    }

    private Screen Width => (Screen)Page.ViewportSize!.Width;

    private Task Drawn() => Page.WaitForSelectorAsync(ready);
}
