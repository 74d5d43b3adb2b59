using Genggam.Web.Tests.Harness;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Genggam.Web.Tests.Shell;

public sealed class EveryEndpointTests(Host host)
{
    /// <summary>The framework's own, for navigation by script, which no page uses: the fallback policy refuses it.</summary>
    private const string Closed = "Blazor Opaque Redirection";

    [Fact]
    public void Says_who_may_come()
    {
        var endpoints = host.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).ToList();
        Assert.NotEmpty(endpoints);
        Assert.Empty(
            endpoints
                .Where(e =>
                    e.Metadata.GetMetadata<IAllowAnonymous>() is null
                    && e.Metadata.GetOrderedMetadata<IAuthorizeData>().All(a => a.Policy is null)
                )
                .Select(e => e.DisplayName)
                .Except([Closed])
        );
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/tidak-ada")]
    [InlineData("/mark.svg")]
    [InlineData("/healthz")]
    public async Task Sends_the_headers_that_keep_strangers_out(string path)
    {
        using var client = host.Client();
        using var response = await client.GetAsync(path, TestContext.Current.CancellationToken);
        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy);
        Assert.Contains("frame-ancestors 'none'", policy);
        Assert.DoesNotContain("unsafe", policy);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("same-origin", Assert.Single(response.Headers.GetValues("Referrer-Policy")));
    }
}
