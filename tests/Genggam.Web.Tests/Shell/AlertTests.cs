using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Genggam.Journal;
using Genggam.Office.Tests.Notices;
using Genggam.Office.Watching;
using Genggam.Web.Tests.Harness;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Genggam.Web.Tests.Shell;

/// <summary>Operators hear of trouble by mail and by webhook: a real SMTP server, a real HTTP listener.</summary>
public sealed class AlertTests : IAsyncLifetime
{
    private const string Secret = "rahasia-bersama";
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("genggam-alerts-");
    private readonly ConcurrentQueue<JsonElement> posted = new();
    private readonly MovedClock clock = new();
    private WebApplication listener = null!;
    private int answer = StatusCodes.Status204NoContent;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        listener = builder.Build();
        listener.MapPost("/", Take);
        await listener.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await listener.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task What_becomes_worse_or_better_is_told_once_each_also_over_a_restart_and_an_alarm_once_a_day()
    {
        var port = MailServer.FreePort();
        await using (var office = Open(port))
        {
            // Nobody takes the alert at first.
            answer = StatusCodes.Status503ServiceUnavailable;
            await Looks(office, 4);
            Assert.NotEmpty(posted);
            posted.Clear();
            answer = StatusCodes.Status204NoContent;
        }

        await using var mails = new MailServer(port);
        await using (var office = Open(port))
        {
            await Looks(office, 9);
            var alerts = Assert.Single(posted).GetProperty("alerts");
            Assert.Equal(
                ["disk worse good alarm", "drill worse good look"],
                alerts.EnumerateArray().Select(Line).Order()
            );
            Assert.Equal(
                "Jalankan genggam drill dengan cadangan terbaru.",
                alerts.EnumerateArray().Single(a => Line(a).StartsWith("drill")).GetProperty("do").GetString()
            );
            var mail = Assert.Single(mails.Mails);
            Assert.Equal("Genggam: Penyimpanan (Gawat), Latihan memulihkan cadangan (Perlu dilihat)", mail.Subject);
            Assert.Contains("Belum pernah terbukti", mail.TextBody, StringComparison.Ordinal);
            Assert.Contains("/kelola/keadaan", mail.TextBody, StringComparison.Ordinal);
        }

        posted.Clear();
        await using (var office = Open(port))
        {
            await Looks(office, 9);
            Assert.Empty(posted);

            await office
                .Services.GetRequiredService<JournalStore>()
                .Drills.Add(new DrillRow(clock.Now, "baru", 1, 2, 3, 4, clock.Now, null));
            await Looks(office, 9);
            Assert.Equal("drill better look good", Line(Assert.Single(posted).GetProperty("alerts")[0]));

            posted.Clear();
            clock.Now += TimeSpan.FromDays(1);
            await Looks(office, 9);
            Assert.Equal("disk still alarm alarm", Line(Assert.Single(posted).GetProperty("alerts")[0]));
            Assert.Equal(3, mails.Mails.Count);
        }
    }

    private Installation Open(int mailPort) =>
        new(
            new Dictionary<string, string>
            {
                // A disk that is always too full.
                ["Genggam:Watch:DiskFreeAlarm"] = "1.1",
                ["Genggam:Watch:DiskFree"] = "1.2",
                ["Genggam:Watch:Every"] = "23:00:00",
                ["Genggam:Alerts:Mail:To:0"] = "operator@contoh.id",
                ["Genggam:Alerts:Mail:Smtp:Host"] = "127.0.0.1",
                ["Genggam:Alerts:Mail:Smtp:Port"] = mailPort.ToString(CultureInfo.InvariantCulture),
                ["Genggam:Alerts:Mail:Smtp:From"] = "genggam@contoh.id",
                ["Genggam:Alerts:Mail:Smtp:Security"] = "none",
                ["Genggam:Alerts:Webhook:Address"] = listener.Urls.First(),
                ["Genggam:Alerts:Webhook:Secret"] = Secret,
            },
            folder.FullName,
            services => services.AddSingleton<TimeProvider>(clock)
        );

    /// <summary>A look a minute.</summary>
    private async Task Looks(Installation office, int minutes)
    {
        for (var minute = 0; minute < minutes; minute++)
        {
            await office.Services.GetRequiredService<Watch>().Look(TestContext.Current.CancellationToken);
            clock.Now += TimeSpan.FromMinutes(1);
        }
    }

    private async Task Take(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var parts = context.Request.Headers["X-Genggam-Signature"].ToString().Split(',');
        byte[] signed = [.. Encoding.ASCII.GetBytes(parts[0][2..] + "."), .. body.ToArray()];
        var mac = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), signed));
        Assert.Equal($"v1={mac}", parts[1]);
        posted.Enqueue(JsonDocument.Parse(body.ToArray()).RootElement);
        context.Response.StatusCode = answer;
    }

    private static string Line(JsonElement alert) =>
        string.Join(
            ' ',
            new[] { "topic", "change", "was", "state" }.Select(name => alert.GetProperty(name).GetString())
        );

    /// <summary>A clock that the test moves.</summary>
    private sealed class MovedClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = DateTimeOffset.UtcNow;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
