using System.Net;
using Genggam.Web.Shell;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;

namespace Genggam.Web.Tests.Shell;

public sealed class TrustedProxiesTests
{
    [Theory]
    [InlineData("10.1.2.3", "10.0.0.0/8", "203.0.113.9", "https")]
    [InlineData("10.1.2.3", "10.1.2.3", "203.0.113.9", "https")]
    [InlineData("192.0.2.1", "10.0.0.0/8", "192.0.2.1", "http")]
    [InlineData("10.1.2.3", null, "10.1.2.3", "http")]
    public async Task Who_asks_is_believed_only_from_a_proxy_that_is_named(
        string proxy,
        string? trusted,
        string address,
        string scheme
    )
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        if (trusted is not null)
            builder.Configuration["Genggam:TrustedProxies:0"] = trusted;
        builder.Services.AddTrustedProxies(builder.Configuration);
        await using var app = builder.Build();
        app.UseForwardedHeaders();
        app.Run(_ => Task.CompletedTask);
        await app.StartAsync(TestContext.Current.CancellationToken);

        var seen = await app.GetTestServer()
            .SendAsync(
                http =>
                {
                    http.Connection.RemoteIpAddress = IPAddress.Parse(proxy);
                    http.Request.Headers["X-Forwarded-For"] = "203.0.113.9";
                    http.Request.Headers["X-Forwarded-Proto"] = "https";
                },
                TestContext.Current.CancellationToken
            );
        Assert.Equal(address, seen.Connection.RemoteIpAddress!.ToString());
        Assert.Equal(scheme, seen.Request.Scheme);
    }

    [Fact]
    public void A_proxy_that_is_no_address_is_refused_at_start()
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("Genggam:TrustedProxies:0", "proxy")]);
        Assert.Throws<InvalidDataException>(() =>
            WebApplication.CreateSlimBuilder().Services.AddTrustedProxies(settings.Build())
        );
    }
}
