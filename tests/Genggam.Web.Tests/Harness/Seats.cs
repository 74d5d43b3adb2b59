using System.Collections.Concurrent;

namespace Genggam.Web.Tests.Harness;

/// <summary>
/// Browsers that people sit down at one after the other: nobody finds a cookie or a page of who sat there before, and all but
/// the first have the style sheet already. A browser of its own costs a quarter of a second of CPU more.
/// </summary>
internal sealed class Seats(IBrowser browser)
{
    private readonly ConcurrentDictionary<(Screen, bool), ConcurrentBag<IPage>> free = new();

    public async Task<IPage> Take(Screen screen, bool script, Uri address) =>
        Free(screen, script).TryTake(out var page) ? page : await Open(screen, script, address);

    public async Task<IPage> Open(Screen screen, bool script, Uri address)
    {
        var context = await browser.NewContextAsync(
            new()
            {
                BaseURL = address.ToString(),
                JavaScriptEnabled = script,
                Locale = "id-ID",
                ViewportSize = new() { Width = (int)screen, Height = screen == Screen.Phone ? 740 : 900 },
            }
        );
        return await context.NewPageAsync();
    }

    public async Task Leave(IPage page, Screen screen, bool script)
    {
        await page.Context.ClearCookiesAsync();
        await page.GotoAsync("about:blank");
        Free(screen, script).Add(page);
    }

    private ConcurrentBag<IPage> Free(Screen screen, bool script) => free.GetOrAdd((screen, script), _ => []);
}
