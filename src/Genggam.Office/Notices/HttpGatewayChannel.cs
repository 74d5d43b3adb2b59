using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Genggam.Office.Notices;

/// <summary>How a gateway wants to be asked. The names are the JSON members of its request.</summary>
public sealed record HttpGatewayOptions(
    Uri Address,
    string? Token,
    Carrier Carrier = Carrier.Sms,
    string ToName = "to",
    string TextName = "text",
    string ReferenceName = "id"
);

/// <summary>
/// SMS or WhatsApp by a gateway that takes one JSON request a message: <c>{to, text, channel}</c>, bearer token,
/// <c>Idempotency-Key</c>. 4xx is a refusal except 401, 403, 408 and 429, which an operator or time can mend.
/// </summary>
public sealed class HttpGatewayChannel(HttpClient client, HttpGatewayOptions options) : IMessageChannel
{
    /// <summary>Follows no redirect: the token and the message are for the address that was set, and no other.</summary>
    public static HttpClient Client() =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
        {
            Timeout = TimeSpan.FromSeconds(15),
        };

    public bool Carries(Carrier carrier) => carrier == options.Carrier;

    public async Task<Sending> SendAsync(Message message, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, options.Address);
        request.Headers.Add("Idempotency-Key", message.Key.ToString());
        if (options.Token is { } token)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Content = JsonContent.Create(
            new Dictionary<string, string>
            {
                [options.ToName] = message.To.Address,
                [options.TextName] = message.Body,
                ["channel"] = options.Carrier == Carrier.WhatsApp ? "whatsapp" : "sms",
            }
        );

        try
        {
            using var answer = await client.SendAsync(request, cancel);
            return answer.StatusCode switch
            {
                >= HttpStatusCode.OK and < HttpStatusCode.Ambiguous => new Sending.Accepted(
                    await ReferenceAsync(answer, cancel) ?? message.Key.ToString()
                ),
                HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => new Sending.TryLater("NOTICE-301"),
                HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests => new Sending.TryLater("NOTICE-302"),
                >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError => new Sending.Refused(
                    "NOTICE-201"
                ),
                _ => new Sending.TryLater("NOTICE-301"),
            };
        }
        catch (HttpRequestException)
        {
            return new Sending.TryLater("NOTICE-301");
        }
        catch (TaskCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new Sending.TryLater("NOTICE-302");
        }
    }

    private async Task<string?> ReferenceAsync(HttpResponseMessage answer, CancellationToken cancel)
    {
        try
        {
            using var body = await JsonDocument.ParseAsync(
                await answer.Content.ReadAsStreamAsync(cancel),
                default,
                cancel
            );
            return
                body.RootElement.ValueKind == JsonValueKind.Object
                && body.RootElement.TryGetProperty(options.ReferenceName, out var reference)
                ? reference.ToString()
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
