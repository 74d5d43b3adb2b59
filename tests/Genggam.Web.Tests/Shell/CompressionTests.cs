using Genggam.Web.Tests.Harness;

namespace Genggam.Web.Tests.Shell;

public sealed class CompressionTests(Host host)
{
    [Theory]
    [InlineData("same-origin", true)]
    [InlineData("none", true)]
    [InlineData("cross-site", false)]
    [InlineData("same-site", false)]
    public async Task A_page_is_compressed_only_where_no_other_site_asked_for_it(string site, bool compressed)
    {
        using var client = host.Client();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/layanan?cari=akta");
        request.Headers.Add("Sec-Fetch-Site", site);
        request.Headers.Add("Accept-Encoding", "br");
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(compressed, response.Content.Headers.ContentEncoding.Contains("br"));
    }
}
