using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Genggam.Web.Tests.Harness.Host))]

namespace Genggam.Web.Tests.Harness;

/// <summary>The real program on a port of its own, and one browser, for all tests of the assembly.</summary>
public sealed class Host : IAsyncLifetime
{
    private readonly Installation program = new();
    private IPlaywright playwright = null!;
    private IBrowser browser = null!;
    private Twins twins = null!;

    /// <summary>The headless shell is the same engine without windows of its own, and so lighter.</summary>
    private static readonly string[] Browsers = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"];

    public Uri Address { get; private set; } = null!;

    public IServiceProvider Services => program.Services;

    public static string Root { get; } = FindRoot();

    public async ValueTask InitializeAsync()
    {
        Address = program.Start();
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? Browsers.First(File.Exists),
                Args =
                [
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                ],
            }
        );
        twins = new Twins(browser, Address);
    }

    /// <summary>A person with a fresh browser.</summary>
    /// <param name="address">Where the program is reached, if not at its own address.</param>
    public async Task<Visitor> Visitor(Screen screen = Screen.Wide, bool script = true, Uri? address = null)
    {
        var context = await browser.NewContextAsync(
            new()
            {
                BaseURL = (address ?? Address).ToString(),
                JavaScriptEnabled = script,
                Locale = "id-ID",
                ViewportSize = new() { Width = (int)screen, Height = screen == Screen.Phone ? 740 : 900 },
            }
        );
        return new Visitor(context, await context.NewPageAsync(), twins, screen);
    }

    public HttpClient Client() => new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = Address };

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
        await program.DisposeAsync();
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Genggam.slnx")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("Genggam.slnx stands in no folder above.");
        return folder.FullName;
    }
}
