using Genggam.Office.Changes;
using Genggam.Office.People;
using Genggam.Web.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace Genggam.Web.Tests.Verbs;

/// <summary>An engineer publishes from files, and gets the files of a release back.</summary>
public sealed class PublishVerbTests : IDisposable
{
    private const string Service = "nib-mikro-risiko-rendah";
    private readonly string folder = Directory.CreateTempSubdirectory("genggam-publish-").FullName;

    private string Data => Path.Combine(folder, "data");

    private string Services => Path.Combine(folder, "services");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task What_is_written_out_and_published_again_has_the_same_hash()
    {
        await Begin();
        var listed = await Prompt.Genggam("release", Service, "--data", Data);
        var hash = listed.Printed.Split('\t')[3];
        var written = await Prompt.Genggam("release", Service, "--to", Path.Combine(folder, "out"), "--data", Data);
        Assert.Equal(0, written.Code);
        var published = await Prompt.Genggam("publish", Path.Combine(folder, "out", Service), "--data", Data);
        Assert.Equal(0, published.Code);
        Assert.Contains(hash, published.Printed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_folder_is_in_force_from_the_day_that_is_named_and_what_fails_its_check_is_not()
    {
        await Begin();
        Installation.CopyServices(Services);
        var texts = Path.Combine(Services, Service, "texts", "id.yaml");
        var was = await File.ReadAllTextAsync(texts, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(texts, $"{was}\n", TestContext.Current.CancellationToken);
        var day = DateTime.Today.AddDays(40).ToString("yyyy-MM-dd");
        var published = await Prompt.Genggam(
            "publish",
            Path.Combine(Services, Service),
            "--from",
            day,
            "--note",
            "SK 12",
            "--data",
            Data
        );
        Assert.Equal(0, published.Code);
        var listed = await Prompt.Genggam("release", Service, "--data", Data);
        Assert.Contains($"released\t{day}\t", listed.Printed, StringComparison.Ordinal);
        Assert.Contains("SK 12", listed.Printed, StringComparison.Ordinal);

        var late = await Prompt.Genggam(
            "publish",
            Path.Combine(Services, Service),
            "--from",
            "2020-01-01",
            "--data",
            Data
        );
        Assert.Equal(1, late.Code);
        Assert.Contains("CHG-110", late.Printed, StringComparison.Ordinal);
        File.Delete(texts);
        var broken = await Prompt.Genggam("publish", Path.Combine(Services, Service), "--data", Data);
        Assert.Equal(1, broken.Code);
        Assert.Contains("CHG-106", broken.Printed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_is_handed_to_a_server_where_a_second_person_finds_it()
    {
        await using var server = new Installation(data: Data);
        var address = server.Start();
        await using var scope = server.Services.CreateAsyncScope();
        var owner = (AddClientResult.Added)
            await scope
                .ServiceProvider.GetRequiredService<Clients>()
                .Add("Git", "bkpm", [ClientScopes.Publish], [Ownership.Owner], TestContext.Current.CancellationToken);
        Environment.SetEnvironmentVariable("GENGGAM_CLIENT_SECRET", owner.Secret);
        Installation.CopyServices(Services);
        var texts = Path.Combine(Services, Service, "texts", "id.yaml");
        var was = await File.ReadAllTextAsync(texts, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(texts, $"{was}\n", TestContext.Current.CancellationToken);

        var asked = await Publish();
        Assert.True(asked.Code == 0, asked.Printed);
        Assert.Contains("/terbit", asked.Printed, StringComparison.Ordinal);
        Assert.Equal(asked.Printed, (await Publish()).Printed);
        var changes = server.Services.GetRequiredService<ChangeDesk>();
        Assert.Equal("asked", Assert.Single(await changes.Of(Service, 10)).State);

        var promise = Path.Combine(Services, Service, "service.yaml");
        var limits = await File.ReadAllTextAsync(promise, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            promise,
            limits.Replace("amount: 0", "amount: 1", StringComparison.Ordinal),
            TestContext.Current.CancellationToken
        );
        Assert.Contains("CHG-120", (await Publish()).Printed, StringComparison.Ordinal);
        var minuted = await Publish(
            Service,
            "--minutes",
            "BA 7/2026",
            "--minutes-day",
            "2026-11-02",
            "--minutes-link",
            "https://example.go.id/ba7"
        );
        Assert.True(minuted.Code == 0, minuted.Printed);

        await File.WriteAllTextAsync(promise, limits, TestContext.Current.CancellationToken);
        File.Delete(texts);
        var broken = await Publish();
        Assert.Equal(1, broken.Code);
        Assert.Contains("CHG-106", broken.Printed, StringComparison.Ordinal);
        var strange = await Publish("akta-kelahiran");
        Assert.Contains("CHG-101", strange.Printed, StringComparison.Ordinal);

        Task<Ended> Publish(string service = Service, params string[] more) =>
            Prompt.Genggam([
                "publish",
                Path.Combine(Services, service),
                "--to",
                address.ToString(),
                "--client",
                owner.Client.Id,
                .. more,
            ]);
    }

    private async Task Begin()
    {
        await using var installation = new Installation(data: Data);
        installation.Start();
    }
}
