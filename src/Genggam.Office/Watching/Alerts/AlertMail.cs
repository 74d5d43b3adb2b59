using System.Collections.Immutable;
using Genggam.Office.Notices;
using Microsoft.Extensions.Logging;

namespace Genggam.Office.Watching.Alerts;

/// <summary>Tells one operator by mail.</summary>
internal sealed class AlertMail(SmtpChannel mail, string to, string language, TellAlerts tell, ILogger<AlertMail> log)
    : IAlertChannel
{
    public string Name => $"mail {to}";

    public async Task<bool> Send(ImmutableArray<Alert> alerts, CancellationToken cancel)
    {
        var letter = tell(alerts, language);
        var message = new Message(new Contact(Carrier.Email, to), letter.Subject, letter.Body);
        switch (await mail.SendAsync(message, cancel))
        {
            case Sending.Accepted:
                return true;
            case Sending.Refused refused:
                log.LogError("An address of Genggam:Alerts:Mail:To takes no mail: {Number}", refused.Number);
                return true;
            case Sending.TryLater later:
                log.LogWarning("An alert could not be mailed and is tried again: {Number}", later.Number);
                return false;
            default:
                return false;
        }
    }
}
