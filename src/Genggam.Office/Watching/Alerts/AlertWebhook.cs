using System.Collections.Immutable;
using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace Genggam.Office.Watching.Alerts;

/// <summary>
/// Tells another program by a POST of JSON. Its header <c>X-Genggam-Signature: t=SECONDS,v1=HEX</c> holds the HMAC-SHA-256,
/// under the secret both know, of the seconds, a full stop and the body.
/// </summary>
internal sealed class AlertWebhook(
    HttpClient client,
    AlertOptions options,
    OfficeOptions office,
    TellCondition tell,
    TimeProvider clock,
    ILogger<AlertWebhook> log
) : IAlertChannel
{
    public const string Signature = "X-Genggam-Signature";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly AlertOptions.WebhookOptions webhook = options.Webhook!;

    public string Name => "webhook";

    public async Task<bool> Send(ImmutableArray<Alert> alerts, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var body = JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                Installation = office.PublicUrl,
                At = now,
                Alerts = alerts.Select(Written),
            },
            Json
        );
        using var request = new HttpRequestMessage(HttpMethod.Post, webhook.Address);
        request.Content = new ByteArrayContent(body);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        if (webhook.Secret is { } secret)
            request.Headers.Add(Signature, Sign(secret, now, body));
        try
        {
            // What the other side answers is not read: its status says whether it has the alert.
            using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
            if (answer.IsSuccessStatusCode)
                return true;
            log.LogWarning("The webhook answers {Status}; the alert is tried again", (int)answer.StatusCode);
        }
        catch (Exception away)
            when (away is HttpRequestException or TaskCanceledException && !cancel.IsCancellationRequested)
        {
            log.LogWarning("The webhook cannot be reached; the alert is tried again");
        }
        return false;
    }

    private object Written(Alert alert)
    {
        var words = tell(alert.Condition, options.Language);
        return new
        {
            Topic = Name(alert.Condition.Topic),
            Change = Name(alert.Change),
            Was = Name(alert.Was),
            State = Name(alert.Condition.State),
            words.Title,
            words.Means,
            words.Do,
        };

        static string Name(Enum value) => value.ToString().ToLowerInvariant();
    }

    private static string Sign(string secret, DateTimeOffset now, byte[] body)
    {
        var seconds = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        byte[] signed = [.. Encoding.ASCII.GetBytes($"{seconds}."), .. body];
        var mac = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed);
        return $"t={seconds},v1={Convert.ToHexStringLower(mac)}";
    }
}
