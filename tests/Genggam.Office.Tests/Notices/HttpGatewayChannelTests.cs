using System.Text.Json;
using Genggam.Office.Notices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Genggam.Office.Tests.Notices;

public sealed class HttpGatewayChannelTests : IAsyncLifetime
{
    private WebApplication gateway = null!;
    private string? authorization;
    private string? key;
    private JsonElement body;
    private int status = 200;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        gateway = builder.Build();
        gateway.MapPost(
            "/kirim",
            async (HttpContext context) =>
            {
                authorization = context.Request.Headers.Authorization;
                key = context.Request.Headers["Idempotency-Key"];
                body = await context.Request.ReadFromJsonAsync<JsonElement>();
                return Results.Json(new { id = "gw-7" }, statusCode: status);
            }
        );
        gateway.MapPost("/pindah/kirim", () => Results.Redirect("/kirim", preserveMethod: true));
        await gateway.StartAsync();
    }

    public async ValueTask DisposeAsync() => await gateway.DisposeAsync();

    private async Task<Sending> Send(string? at = null)
    {
        using var client = HttpGatewayChannel.Client();
        var options = new HttpGatewayOptions(
            new Uri((at ?? gateway.Urls.First()) + "/kirim"),
            "rahasia",
            Carrier.WhatsApp,
            "msisdn"
        );
        return await new HttpGatewayChannel(client, options).SendAsync(
            new Message(new Contact(Carrier.WhatsApp, "+6281234567890"), "", "Kode: 123456"),
            TestContext.Current.CancellationToken
        );
    }

    [Fact]
    public async Task A_gateway_that_sends_elsewhere_is_not_followed()
    {
        Assert.IsType<Sending.TryLater>(await Send(gateway.Urls.First() + "/pindah"));
        Assert.Null(authorization);
    }

    [Fact]
    public async Task The_gateway_is_asked_in_its_own_words()
    {
        Assert.Equal("gw-7", Assert.IsType<Sending.Accepted>(await Send()).Reference);
        Assert.Equal("+6281234567890", body.GetProperty("msisdn").GetString());
        Assert.Equal("whatsapp", body.GetProperty("channel").GetString());
        Assert.Equal("Bearer rahasia", authorization);
        Assert.True(Guid.TryParse(key, out _));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(422)]
    public async Task A_number_the_gateway_does_not_know_is_refused_for_good(int code)
    {
        status = code;
        Assert.Equal("NOTICE-201", Assert.IsType<Sending.Refused>(await Send()).Number);
    }

    [Theory]
    [InlineData(401, "NOTICE-301")]
    [InlineData(429, "NOTICE-302")]
    [InlineData(503, "NOTICE-301")]
    public async Task A_gateway_in_trouble_is_tried_later(int code, string number)
    {
        status = code;
        Assert.Equal(number, Assert.IsType<Sending.TryLater>(await Send()).Number);
    }

    [Fact]
    public async Task A_gateway_that_is_away_is_tried_later()
    {
        var address = gateway.Urls.First();
        await gateway.StopAsync(TestContext.Current.CancellationToken);
        Assert.Equal("NOTICE-301", Assert.IsType<Sending.TryLater>(await Send(address)).Number);
    }
}
