using Microsoft.Playwright;

namespace Genggam.Web.Tests.Harness;

/// <summary>One person's browser. It looks around on every page it comes to (<see cref="Look"/>).</summary>
public sealed class Visitor : IAsyncDisposable
{
    private readonly IPage page;
    private readonly Twins twins;
    private readonly Screen screen;
    private readonly Func<Task> leave;

    internal Visitor(IPage page, Twins twins, Screen screen, Func<Task> leave) =>
        (this.page, this.twins, this.screen, this.leave) = (page, twins, screen, leave);

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
        if (!Look.IsNew(html, screen))
            return;
        if (Look.TakesPictures)
            await page.ScreenshotAsync(new() { Path = Look.Picture(page.Url, screen), FullPage = true });
        Look.At(await twins.Look(html, screen), page.Url, screen);
    }

    public async ValueTask DisposeAsync() => await leave();
}
