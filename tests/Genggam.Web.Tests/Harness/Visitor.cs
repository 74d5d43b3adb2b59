using Microsoft.Playwright;

namespace Genggam.Web.Tests.Harness;

/// <summary>One person's browser. It looks around on every page it comes to (<see cref="Look"/>).</summary>
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
        var target = await Target(name);
        await Turn(() => target.ClickAsync());
    }

    /// <summary>The button of this name in the main part of the page, else the first button or link.</summary>
    internal async Task<ILocator> Target(string name)
    {
        var button = page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
        var inMain = page.GetByRole(AriaRole.Main).Locator(button);
        return await inMain.CountAsync() > 0
            ? inMain.First
            : button.Or(page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true })).First;
    }

    /// <summary>Does what leads to another page, waits until it is there and looks at it.</summary>
    internal async Task Turn(Func<Task> act)
    {
        var there = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Arrive(object? sender, IPage arrived) => there.TrySetResult();
        page.Load += Arrive;
        try
        {
            await act();
            await there.Task.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        }
        finally
        {
            page.Load -= Arrive;
        }
        await LookAround();
    }

    /// <summary>What a screen reader finds in the main part of the page.</summary>
    public Task<string> Heard() => page.GetByRole(AriaRole.Main).AriaSnapshotAsync();

    public async Task LookAround()
    {
        var html = await page.ContentAsync();
        if (!Look.IsNew(html, screen, script))
            return;
        if (Look.TakesPictures)
            await page.ScreenshotAsync(new() { Path = Look.Picture(page.Url, screen), FullPage = true });
        await Look.At(script ? page : await Twin(html), page.Url, screen);
    }

    public async ValueTask DisposeAsync()
    {
        if (reader is not null)
            await reader.DisposeAsync();
        await context.DisposeAsync();
    }

    /// <summary>A browser without script cannot run axe: a second one is given the very same page.</summary>
    private async Task<IPage> Twin(string html)
    {
        reader ??= await Reader();
        var twin = reader.Pages[0];
        await twin.UnrouteAllAsync();
        await twin.RouteAsync(
            page.Url,
            route => route.FulfillAsync(new() { Body = html, ContentType = "text/html; charset=utf-8" })
        );
        await twin.GotoAsync(page.Url);
        return twin;
    }

    private async Task<IBrowserContext> Reader()
    {
        var size = new ViewportSize { Width = (int)screen, Height = 800 };
        var made = await browser.NewContextAsync(new() { ViewportSize = size });
        await made.AddInitScriptAsync(Look.Axe);
        await made.NewPageAsync();
        return made;
    }
}
