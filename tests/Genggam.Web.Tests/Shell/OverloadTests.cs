using System.Net;
using Genggam.Web.Shell.Overload;
using Genggam.Web.Tests.Api;
using Genggam.Web.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace Genggam.Web.Tests.Shell;

/// <summary>A program with one place for readers and one for writers, and one to wait in for each.</summary>
public sealed class NarrowProgram : IAsyncLifetime
{
    private readonly Installation program = new(
        new Dictionary<string, string>
        {
            ["Genggam:Capacity:Reads"] = "1",
            ["Genggam:Capacity:ReadQueue"] = "1",
            ["Genggam:Capacity:Writes"] = "1",
            ["Genggam:Capacity:WriteQueue"] = "1",
            ["Genggam:Capacity:RetryAfter"] = "00:00:07",
        }
    );

    internal Installation Program => program;

    public ValueTask InitializeAsync()
    {
        program.Start();
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => program.DisposeAsync();
}

/// <summary>The test holds the places itself, so that nothing depends on how fast anything is.</summary>
public sealed class OverloadTests(Host host, NarrowProgram narrow) : IClassFixture<NarrowProgram>, IDisposable
{
    private readonly HttpClient client = new(new HttpClientHandler { AllowAutoRedirect = false })
    {
        BaseAddress = narrow.Program.ClientOptions.BaseAddress,
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private Capacity Places => narrow.Program.Services.GetRequiredService<Capacity>();

    public void Dispose() => client.Dispose();

    [Fact]
    public async Task Readers_beyond_capacity_are_told_in_every_language_when_to_come_again_and_who_waits_is_served()
    {
        var held = await Places.Reads.Enter(Cancel);
        var waiting = client.GetAsync("/", Cancel);
        await Until(() => Places.Reads.Waiting == 1);

        using (var turned = await client.GetAsync("/layanan", Cancel))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, turned.StatusCode);
            Assert.Equal(TimeSpan.FromSeconds(7), turned.Headers.RetryAfter!.Delta);
            Assert.Contains("default-src 'none'", turned.Headers.GetValues("Content-Security-Policy").Single());
            var page = await turned.Content.ReadAsStringAsync(Cancel);
            Assert.Contains("Sedang terlalu banyak pengunjung", page, StringComparison.Ordinal);
            Assert.Contains("Tunggu 7 detik", page, StringComparison.Ordinal);
            Assert.Contains("""<section lang="en">""", page, StringComparison.Ordinal);
            Assert.Contains("Wait 7 seconds", page, StringComparison.Ordinal);
        }
        using (var turned = await client.GetAsync("/api/v1/services", Cancel))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, turned.StatusCode);
            Assert.Equal(TimeSpan.FromSeconds(7), turned.Headers.RetryAfter!.Delta);
            Assert.Contains("GG-717", await turned.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        }
        Assert.Equal(HttpStatusCode.OK, await Status("/healthz"));
        Assert.Equal(HttpStatusCode.OK, await Status("/dist/site.css"));
        Assert.Equal(HttpStatusCode.Found, await Status("/kelola/keadaan"));
        Assert.False(waiting.IsCompleted);

        held.Dispose();
        using var served = await waiting;
        Assert.Equal(HttpStatusCode.OK, served.StatusCode);
        Assert.Equal(HttpStatusCode.OK, await Status("/layanan"));
    }

    [Fact]
    public async Task What_is_handed_in_has_places_of_its_own_and_what_was_turned_away_is_taken_when_it_comes_again()
    {
        using var machine = await Machine.Of(narrow.Program, "bkpm");
        using (await Places.Reads.Enter(Cancel))
            (await machine.Apply(Forms.Nib, Forms.FoodStall())).Ok(201);

        var key = Guid.NewGuid().ToString();
        var held = await Places.Writes.Enter(Cancel);
        var waiting = machine.Apply(Forms.Nib, Forms.FoodStall(), "menunggu");
        await Until(() => Places.Writes.Waiting == 1);
        (await machine.Apply(Forms.Nib, Forms.FoodStall(), key)).Refused(503, "GG-717");
        using (var form = new FormUrlEncodedContent([new("nik", Forms.Mother)]))
        using (var turned = await client.PostAsync("/masuk", form, Cancel))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, turned.StatusCode);
            Assert.Equal(TimeSpan.FromSeconds(7), turned.Headers.RetryAfter!.Delta);
            var page = await turned.Content.ReadAsStringAsync(Cancel);
            Assert.Contains("yang Anda ketik belum hilang", page, StringComparison.Ordinal);
            Assert.Contains("what you typed is not lost", page, StringComparison.Ordinal);
        }
        Assert.Equal(HttpStatusCode.OK, await Status("/"));

        held.Dispose();
        var taken = (await waiting).Ok(201);
        Assert.Equal(
            taken.ToJsonString(),
            (await machine.Apply(Forms.Nib, Forms.FoodStall(), "menunggu")).Ok(201).ToJsonString()
        );
        (await machine.Apply(Forms.Nib, Forms.FoodStall(), key)).Ok(201);
    }

    [Fact]
    public async Task Who_goes_away_while_waiting_leaves_the_place_to_others()
    {
        var held = await Places.Reads.Enter(Cancel);
        using var patience = new CancellationTokenSource();
        var waiting = client.GetAsync("/", patience.Token);
        await Until(() => Places.Reads.Waiting == 1);
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        await Until(() => Places.Reads.Waiting == 0);
        held.Dispose();
        Assert.Equal(HttpStatusCode.OK, await Status("/"));
    }

    [Fact]
    public async Task A_visitor_who_is_turned_away_comes_in_by_loading_the_page_again()
    {
        await using var visitor = await host.Visitor(Screen.Phone, script: false, client.BaseAddress);
        var held = await Places.Reads.Enter(Cancel);
        var waiting = client.GetAsync("/", Cancel);
        await Until(() => Places.Reads.Waiting == 1);
        Assert.Equal(503, (await visitor.Open("/layanan")).Status);
        Assert.Contains("terlalu banyak pengunjung", await visitor.Heard(), StringComparison.Ordinal);
        held.Dispose();
        (await waiting).Dispose();
        await visitor.Turn(() => visitor.Page.ReloadAsync());
        Assert.Contains("Layanan", await visitor.Heard(), StringComparison.Ordinal);
    }

    private async Task<HttpStatusCode> Status(string path)
    {
        using var response = await client.GetAsync(path, Cancel);
        return response.StatusCode;
    }

    private static async Task Until(Func<bool> happened)
    {
        while (!happened())
        {
            Cancel.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
