using Genggam.Web.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Genggam.Web.Tests.Security;

/// <summary>An installation that people reach by HTTPS, behind a proxy on the same machine, with a clock that can be put ahead.</summary>
public sealed class HttpsInstallation : IAsyncDisposable
{
    public const string Name = "layanan.contoh.id";

    private readonly Installation program;
    private readonly Ahead clock = new();
    private readonly LogBook log = new();

    public HttpsInstallation()
    {
        program = new(
            new Dictionary<string, string>
            {
                ["Genggam:PublicUrl"] = $"https://{Name}",
                ["Genggam:TrustedProxies:0"] = "127.0.0.1",
                ["Genggam:TrustedProxies:1"] = "::1",
            },
            configure: services => services.AddSingleton<ILoggerProvider>(log).AddSingleton<TimeProvider>(clock)
        );
        Address = program.Start();
    }

    public Uri Address { get; }

    /// <summary>What the program wrote into its log so far.</summary>
    public IReadOnlyList<string> Log => [.. log.Lines];

    internal PlainBrowser Browser() => new(Address, Name);

    public void Later(TimeSpan time) => clock.By += time;

    public async ValueTask DisposeAsync()
    {
        await program.DisposeAsync();
        log.Dispose();
    }

    private sealed class Ahead : TimeProvider
    {
        public TimeSpan By { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + By;
    }
}
