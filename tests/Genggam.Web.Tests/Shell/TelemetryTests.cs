using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Genggam.Office.People;
using Genggam.Office.Watching;
using Genggam.Web.Tests.Api;
using Genggam.Web.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Genggam.Web.Tests.Shell;

/// <summary>What the program tells about itself to a collector, and into its log.</summary>
public sealed partial class TelemetryTests
{
    private const string Nik = Forms.Mother;
    private const string Name = "Dewi Lestari Contoh";
    private const string Business = "Warung Rahasia Dewi";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Main_pages_and_the_API_are_told_by_their_templates_and_nothing_of_a_person_or_a_case()
    {
        await using var collector = await Collector.Start();
        using var log = new LogBook();
        await using var program = new Installation(
            new Dictionary<string, string> { ["Genggam:Telemetry:Endpoint"] = collector.Address },
            configure: services => services.AddLogging(to => to.AddProvider(log).AddOpenTelemetry())
        );
        program.Start();
        var secrets = new List<string> { Nik, Name, Business, Uri.EscapeDataString(Name), DemoPeople.Password };
        var ids = new List<string>();
        await AsProgram(program, secrets, ids);
        await AsCitizen(program, secrets, ids);
        await program.Services.GetRequiredService<Watch>().Look(Cancel);
        program
            .Services.GetRequiredService<ILoggerFactory>()
            .CreateLogger("Uji")
            .LogError(new InvalidDataException(Name), "Something failed");

        program.Services.GetRequiredService<TracerProvider>().ForceFlush();
        program.Services.GetRequiredService<MeterProvider>().ForceFlush();
        program.Services.GetRequiredService<LoggerProvider>().ForceFlush();
        var (traces, metrics, logs) = (collector.Of("traces"), collector.Of("metrics"), collector.Of("logs"));

        foreach (var expected in new[] { "GET /berkas/{Id:guid}", "POST /masuk", "/api/v1/", "append", "effect" })
            Assert.Contains(expected, traces, StringComparison.Ordinal);
        foreach (
            var expected in new[]
            {
                "genggam.appends",
                "genggam.refusals",
                "GG-102",
                "genggam.letters",
                "genggam.page.duration",
                "genggam.deadlines.overdue",
                "genggam.outbox.given_up",
                "genggam.condition",
                "/berkas/{Id:guid}",
            }
        )
            Assert.Contains(expected, metrics, StringComparison.Ordinal);
        Assert.Contains("Something failed", logs, StringComparison.Ordinal);
        Assert.Contains("System.IO.InvalidDataException", logs, StringComparison.Ordinal);

        foreach (var secret in secrets)
        {
            Assert.All(new[] { traces, metrics, logs }, sent => Assert.DoesNotContain(secret, sent));
            Assert.All(log.Lines, line => Assert.DoesNotContain(secret, line));
        }
        foreach (var id in ids)
            Assert.All(new[] { traces, metrics }, sent => Assert.DoesNotContain(id, sent));
    }

    /// <summary>Hands in, also wrongly, and reads what came of it.</summary>
    private static async Task AsProgram(Installation program, List<string> secrets, List<string> ids)
    {
        using var machine = await Machine.Of(program, "bkpm");
        var stall = Forms.FoodStall();
        stall["applicant"] = new JsonObject
        {
            ["nik"] = Nik,
            ["name"] = Name,
            ["phone"] = "081234567802",
        };
        stall["answers"]!["usaha"]!["nama"] = Business;
        var receipt = await machine.Apply(Forms.Nib, stall);
        receipt.Ok(201);
        var @case = receipt.Location!.ToString();
        var id = Guid.Parse(@case.Split('/')[^1]);
        secrets.AddRange([receipt["number"]!, receipt["followCode"]!]);
        ids.AddRange([$"{id:N}", $"{id:D}"]);
        await machine.Until($"{@case}/documents", body => body["items"]!.AsArray().Count > 0);

        var wrong = stall.DeepClone();
        wrong["answers"]!["usaha"]!["modal"] = Name;
        Assert.Equal(422, (await machine.Apply(Forms.Nib, wrong)).Status);
        var cut = stall.ToJsonString()[..^9];
        Assert.Equal(
            400,
            (await machine.Send(HttpMethod.Post, $"/api/v1/services/{Forms.Nib}/applications", cut, "kunci")).Status
        );
        Assert.Equal(404, (await machine.Get($"/api/v1/documents/{Nik}")).Status);
        await machine.Get($"/api/v1/cases?number={Uri.EscapeDataString(Name)}&limit={Nik}");
    }

    /// <summary>Signs in, looks at the case, follows it without signing in, and asks for what is not there.</summary>
    private static async Task AsCitizen(Installation program, List<string> secrets, List<string> ids)
    {
        using var client = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer() })
        {
            BaseAddress = program.ClientOptions.BaseAddress,
        };
        await Send(client, "/masuk", ("nik", Nik), ("password", "salah sekali"));
        await Send(client, "/masuk", ("nik", Nik), ("password", DemoPeople.Password));
        var (number, code) = (secrets[^2], secrets[^1]);
        foreach (
            var path in new[]
            {
                "/",
                $"/layanan?cari={Uri.EscapeDataString(Name)}",
                "/berkas",
                $"/berkas/{ids[1]}",
                $"/berkas/{ids[1]}/jawaban",
                $"/berkas/{Nik}",
                $"/lacak?nomor={number}&kode={code}",
                $"/periksa?kode={Uri.EscapeDataString(number)}",
                $"/periksa?kode={Nik}",
                $"/{Nik}/{Uri.EscapeDataString(Name)}",
            }
        )
            (await client.GetAsync(path, Cancel)).Dispose();
    }

    private static async Task Send(HttpClient client, string path, params (string Name, string Value)[] typed)
    {
        var page = await client.GetStringAsync(path, Cancel);
        var fields = Hidden()
            .Matches(page)
            .Select(m => KeyValuePair.Create(m.Groups[1].Value, WebUtility.HtmlDecode(m.Groups[2].Value)))
            .Concat(typed.Select(t => KeyValuePair.Create(t.Name, t.Value)));
        using var form = new FormUrlEncodedContent(fields);
        (await client.PostAsync(path, form, Cancel)).Dispose();
    }

    [GeneratedRegex("""<input type="hidden" name="([^"]*)" value="([^"]*)" ?/>""")]
    private static partial Regex Hidden();
}
