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
    private Seats seats = null!;

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
        (twins, seats) = (new Twins(browser, Address), new Seats(browser));
    }

    /// <summary>A person with a browser that knows nothing of them.</summary>
    /// <param name="address">Where the program is reached, if not at its own address.</param>
    /// <param name="first">The browser has nothing of the program, not even its style sheet.</param>
    public async Task<Visitor> Visitor(
        Screen screen = Screen.Wide,
        bool script = true,
        Uri? address = null,
        bool first = false
    )
    {
        if (first || address is not null)
        {
            var own = await seats.Open(screen, script, address ?? Address);
            return new Visitor(own, twins, screen, () => own.Context.DisposeAsync().AsTask());
        }
        var page = await seats.Take(screen, script, Address);
        return new Visitor(page, twins, screen, () => seats.Leave(page, screen, script));
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
