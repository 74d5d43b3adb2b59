using Genggam.Web.Tests.Harness;

namespace Genggam.Web.Tests.Designer;

/// <summary>Releases come into force while people read and ask.</summary>
public sealed class PublishWhileServingTests(Host host) : IAsyncLifetime
{
    private const int Releases = 5;
    private const int Readers = 4;
    private readonly Workshop workshop = new(host);

    public ValueTask InitializeAsync() => workshop.InitializeAsync();

    public ValueTask DisposeAsync() => workshop.DisposeAsync();

    [Fact]
    public async Task No_request_fails_while_releases_come_into_force_one_after_another()
    {
        using var client = new HttpClient { BaseAddress = workshop.Program.ClientOptions.BaseAddress };
        using var over = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var readers = Enumerable.Range(0, Readers).Select(i => Read(client, i, over.Token)).ToList();
        for (var release = 1; release <= Releases; release++)
        {
            await workshop.Publish($"Rilis nomor {release}");
            var page = await client.GetStringAsync($"/layanan/{Workshop.Service}", over.Token);
            Assert.Contains($"Rilis nomor {release}", page, StringComparison.Ordinal);
        }
        await over.CancelAsync();
        var answered = await Task.WhenAll(readers);
        Assert.All(answered, Assert.NotEmpty);
        Assert.All(answered.SelectMany(a => a), status => Assert.Equal(200, status));
    }

    private static async Task<List<int>> Read(HttpClient client, int reader, CancellationToken over)
    {
        string[] pages = [$"/layanan/{Workshop.Service}", $"/layanan/{Workshop.Service}/cek", "/layanan", "/"];
        var answered = new List<int>();
        for (var i = reader; !over.IsCancellationRequested; i++)
        {
            using var answer = await client.GetAsync(pages[i % pages.Length], CancellationToken.None);
            answered.Add((int)answer.StatusCode);
        }
        return answered;
    }
}
