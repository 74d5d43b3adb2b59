using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Genggam.Web.Tests.Harness;

/// <summary>The real program as it is published, on a port and a data folder of its own.</summary>
/// <param name="settings">What differs from a demo without cases.</param>
/// <param name="data">A data folder that stays; without one, a new one that goes with the installation.</param>
/// <param name="configure">Services that are to be set otherwise.</param>
internal sealed class Installation(
    IReadOnlyDictionary<string, string>? settings = null,
    string? data = null,
    Action<IServiceCollection>? configure = null
) : WebApplicationFactory<global::Program>
{
    private readonly string folder = data ?? Directory.CreateTempSubdirectory("genggam-").FullName;

    public string Data => folder;

    public Uri Start()
    {
        UseKestrel(0);
        StartServer();
        return ClientOptions.BaseAddress;
    }

    /// <summary>The shipped services in a folder of the test's own, to be changed there.</summary>
    public static void CopyServices(string to)
    {
        var from = Path.Combine(AppContext.BaseDirectory, "services");
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (data is null)
            Directory.Delete(folder, recursive: true);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseStaticWebAssets();
        // As published: files compressed at build time, not read again while running.
        builder.UseSetting("ReloadStaticAssetsAtRuntime", "false");
        builder.ConfigureLogging(logging => logging.ClearProviders());
        builder.UseSetting("Genggam:Data", folder);
        builder.UseSetting("Genggam:Demo", "true");
        builder.UseSetting("Genggam:DemoCases", "0");
        // All tests come from one address.
        builder.UseSetting("RateLimits:sign-in", "1000");
        builder.UseSetting("RateLimits:lookup", "1000");
        builder.UseSetting("RateLimits:token", "0");
        foreach (var (name, value) in settings ?? new Dictionary<string, string>())
            builder.UseSetting(name, value);
        // What keeps a stolen hash from being guessed is of no use here, and was a sixth of what the program did.
        builder.ConfigureTestServices(services => services.Configure<PasswordHasherOptions>(o => o.IterationCount = 1));
        if (configure is not null)
            builder.ConfigureTestServices(configure);
    }
}
