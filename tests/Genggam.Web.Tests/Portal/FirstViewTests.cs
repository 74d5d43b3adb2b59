using System.Text.Json;
using Genggam.Web.Tests.Harness;

namespace Genggam.Web.Tests.Portal;

public sealed class FirstViewTests(Host host)
{
    private const int MostBytes = 50 * 1024;
    private const int MostRequests = 5;

    [Theory]
    [InlineData("/")]
    [InlineData("/layanan")]
    [InlineData("/layanan?cari=akta&wilayah=35.78")]
    [InlineData("/layanan/akta-kelahiran")]
    [InlineData("/layanan/akta-kelahiran/cek")]
    public async Task A_first_visit_costs_little_and_asks_no_one_else(string path)
    {
        await using var visitor = await host.Visitor(Screen.Phone, first: true);
        var line = await visitor.Page.Context.NewCDPSessionAsync(visitor.Page);
        var bytes = 0.0;
        var asked = new List<Uri>();
        line.Event("Network.loadingFinished").OnEvent += (_, e) => bytes += Number(e, "encodedDataLength");
        visitor.Page.Request += (_, request) => asked.Add(new Uri(request.Url));
        await line.SendAsync("Network.enable");
        await visitor.Page.GotoAsync(path, new() { WaitUntil = WaitUntilState.NetworkIdle });

        Assert.InRange(bytes, 1, MostBytes);
        Assert.InRange(asked.Count, 1, MostRequests);
        Assert.All(asked, uri => Assert.Equal(host.Address.Authority, uri.Authority));
        TestContext.Current.TestOutputHelper!.WriteLine($"{path}: {bytes} bytes, {asked.Count} requests");
    }

    private static double Number(JsonElement? e, string name) => e!.Value.GetProperty(name).GetDouble();
}
