using System.Net;
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
    [InlineData("/readyz")]
    public async Task Sends_the_headers_that_keep_strangers_out(string path)
    {
        using var client = host.Client();
        using var response = await client.GetAsync(path, TestContext.Current.CancellationToken);
        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy);
        Assert.Contains("object-src 'none'", policy);
        Assert.Contains("base-uri 'none'", policy);
        Assert.Contains("frame-ancestors 'none'", policy);
        Assert.DoesNotContain("unsafe", policy);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("same-origin", Assert.Single(response.Headers.GetValues("Referrer-Policy")));
        Assert.Equal("same-origin", Assert.Single(response.Headers.GetValues("Cross-Origin-Opener-Policy")));
        Assert.Equal("same-origin", Assert.Single(response.Headers.GetValues("Cross-Origin-Resource-Policy")));
        Assert.Equal("utf-8", response.Content.Headers.ContentType?.CharSet);
        Assert.False(response.Headers.Contains("Access-Control-Allow-Origin"));
        Assert.False(response.Headers.Contains("Server"));
    }

    [Theory]
    [InlineData("/.git/config")]
    [InlineData("/dist/")]
    [InlineData("/appsettings.json")]
    [InlineData("/%2e%2e/appsettings.json")]
    public async Task Shows_no_folder_and_no_file_that_the_build_does_not_list(string path)
    {
        using var client = host.Client();
        using var response = await client.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Theory]
    [InlineData("TRACE")]
    [InlineData("PUT")]
    public async Task Takes_no_method_that_it_does_not_know(string method)
    {
        using var client = host.Client();
        using var request = new HttpRequestMessage(new HttpMethod(method), "/masuk");
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
    }
}
