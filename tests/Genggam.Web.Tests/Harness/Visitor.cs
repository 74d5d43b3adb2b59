using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Genggam.Web.Tests.Harness;

/// <summary>
/// One person's browser. Every page it comes to must be free of axe violations and fit the screen's width; each leaves a
/// picture in <c>artifacts/screens</c>.
/// </summary>
public sealed class Visitor(IBrowserContext context, IPage page, IBrowser browser, Screen screen, bool script)
    : IAsyncDisposable
{
    private IBrowserContext? reader;

    public IPage Page => page;

    public async Task<IResponse> Open(string path)
    {
        var response = await page.GotoAsync(path);
        await LookAround();
        return response!;
    }

    /// <summary>Presses a button or link by its accessible name and looks at the page that comes.</summary>
    public async Task Press(string name)
    {
        var target = page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true })
            .Or(page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true }))
            .First;
        await target.ClickAsync();
        await page.WaitForLoadStateAsync();
        await LookAround();
    }

    /// <summary>What a screen reader finds in the main part of the page.</summary>
    public Task<string> Heard() => page.GetByRole(AriaRole.Main).AriaSnapshotAsync();

    public async Task LookAround()
    {
        await page.ScreenshotAsync(new() { Path = Picture(), FullPage = true });
        var twin = await Twin();
        var result = await twin.RunAxe();
        Assert.True(
            result.Violations.Length == 0,
            $"{page.Url}\n"
                + string.Join(
                    "\n",
                    result.Violations.Select(v =>
                        $"{v.Id}: {v.Help}\n  {string.Join("\n  ", v.Nodes.Select(n => n.Html))}"
                    )
                )
        );
        var width = await twin.EvaluateAsync<int>("document.documentElement.scrollWidth");
        Assert.True(width <= (int)screen, $"{page.Url} is {width} pixels wide on a screen of {(int)screen}.");
    }

    public async ValueTask DisposeAsync()
    {
        if (reader is not null)
            await reader.DisposeAsync();
        await context.DisposeAsync();
    }

    /// <summary>A browser without script cannot run axe: a second one is given the very same page.</summary>
    private async Task<IPage> Twin()
    {
        if (script)
            return page;
        var html = await page.ContentAsync();
        reader ??= await browser.NewContextAsync(
            new()
            {
                ViewportSize = new() { Width = (int)screen, Height = 800 },
            }
        );
        var twin = reader.Pages.Count > 0 ? reader.Pages[0] : await reader.NewPageAsync();
        await twin.UnrouteAllAsync();
        await twin.RouteAsync(
            page.Url,
            route => route.FulfillAsync(new() { Body = html, ContentType = "text/html; charset=utf-8" })
        );
        await twin.GotoAsync(page.Url);
        return twin;
    }

    private string Picture()
    {
        var uri = new Uri(page.Url);
        var name = string.Concat(
            $"beranda{uri.PathAndQuery.TrimEnd('/')}".Select(c => char.IsLetterOrDigit(c) ? c : '-')
        );
        var folder = Path.Combine(Host.Root, "artifacts", "screens");
        Directory.CreateDirectory(folder);
        return Path.Combine(folder, $"{name[..Math.Min(name.Length, 80)]}-{(int)screen}.png");
    }
}
