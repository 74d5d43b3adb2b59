using System.Net;
using Genggam.Web.Shell;
using Genggam.Web.Tests.Harness;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Genggam.Web.Tests.Shell;

public sealed class RateLimitTests(Host host)
{
    [Theory]
    [InlineData("/periksa", RateLimits.Lookup)]
    [InlineData("/lacak", RateLimits.Lookup)]
    [InlineData("/keluar", RateLimits.Lookup)]
    [InlineData("/api/v1/documents/{code}", RateLimits.Lookup)]
    [InlineData("/permohonan/{Draft:guid}/{PageId}", RateLimits.Upload)]
    [InlineData("/permohonan/{Draft:guid}/kirim", RateLimits.Upload)]
    [InlineData("/berkas/{Id:guid}/perbaiki", RateLimits.Upload)]
    public void Pages_that_can_be_guessed_at_or_filled_up_are_limited(string path, string limit) =>
        Assert.Contains(
            host.Services.GetServices<EndpointDataSource>()
                .SelectMany(source => source.Endpoints)
                .OfType<RouteEndpoint>()
                .Where(e => e.RoutePattern.RawText == path),
            e => e.Metadata.GetMetadata<EnableRateLimitingAttribute>()?.PolicyName == limit
        );

    [Fact]
    public async Task A_page_may_be_opened_as_often_as_one_likes_but_not_asked()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Configuration["RateLimits:lookup"] = "3";
        builder.Services.AddRateLimits(builder.Configuration);
        await using var app = builder.Build();
        app.UseRateLimiter();
        app.MapGet("/periksa", () => "ok").RequireRateLimiting(RateLimits.Lookup);
        app.MapGet("/api/v1/documents/{code}", () => "ok").RequireRateLimiting(RateLimits.Lookup);
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var client = app.GetTestClient();

        for (var times = 0; times < 10; times++)
            Assert.Equal(HttpStatusCode.OK, await Status("/periksa"));
        for (var times = 0; times < 3; times++)
            Assert.Equal(HttpStatusCode.OK, await Status($"/periksa?kode={times}"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await Status("/periksa?kode=4"));
        Assert.Equal(HttpStatusCode.OK, await Status("/periksa"));
        // The address of the API is the question itself.
        Assert.Equal(HttpStatusCode.TooManyRequests, await Status("/api/v1/documents/7K3M-9QXA-20FD-H8WZ"));

        async Task<HttpStatusCode> Status(string path)
        {
            using var response = await client.GetAsync(path, TestContext.Current.CancellationToken);
            return response.StatusCode;
        }
    }
}
