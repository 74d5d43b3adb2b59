using Microsoft.Extensions.Logging;

namespace Genggam.Office.Notices;

/// <summary>Sends by the first channel that carries the message. The log says how it went, never to whom or what.</summary>
public sealed class Dispatch(IEnumerable<IMessageChannel> channels, ILogger<Dispatch> log)
{
    public bool Carries(Carrier carrier) => channels.Any(c => c.Carries(carrier));

    public async Task<Sending> SendAsync(Message message, CancellationToken cancel)
    {
        var channel = channels.FirstOrDefault(c => c.Carries(message.To.Carrier));
        var sending = channel is null ? new Sending.Refused("NOTICE-202") : await channel.SendAsync(message, cancel);
        switch (sending)
        {
            case Sending.Accepted:
                log.LogInformation("Message {Key} by {Carrier}: accepted", message.Key, message.To.Carrier);
                break;
            case Sending.Refused refused:
                log.LogWarning("Message {Key} by {Carrier}: {Number}", message.Key, message.To.Carrier, refused.Number);
                break;
            case Sending.TryLater later:
                log.LogWarning("Message {Key} by {Carrier}: {Number}", message.Key, message.To.Carrier, later.Number);
                break;
        }
        return sending;
    }
}
