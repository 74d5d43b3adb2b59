using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Genggam.Office.Notices;

/// <summary><paramref name="Security"/>: "tls", "starttls" or "none" (only for a relay on the same machine).</summary>
public sealed record SmtpOptions(
    string Host,
    int Port,
    string From,
    string Security = "starttls",
    string? User = null,
    string? Password = null
);

/// <summary>E-mail by an SMTP relay, plain text, one connection a message.</summary>
public sealed class SmtpChannel(SmtpOptions options) : IMessageChannel
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    public bool Carries(Carrier carrier) => carrier == Carrier.Email;

    public async Task<Sending> SendAsync(Message message, CancellationToken cancel)
    {
        if (!MailboxAddress.TryParse(message.To.Address, out var to))
            return new Sending.Refused("NOTICE-201");

        using var mail = new MimeMessage();
        mail.From.Add(MailboxAddress.Parse(options.From));
        mail.To.Add(to);
        mail.Subject = message.Subject;
        mail.MessageId = $"{message.Key:N}@genggam";
        mail.Headers.Add("Auto-Submitted", "auto-generated");
        mail.Body = new TextPart("plain") { Text = message.Body };

        using var client = new SmtpClient { Timeout = (int)Patience.TotalMilliseconds };
        try
        {
            await client.ConnectAsync(options.Host, options.Port, SecurityOf(options.Security), cancel);
            if (options.User is { } user)
                await client.AuthenticateAsync(user, options.Password ?? "", cancel);
            await client.SendAsync(mail, cancel);
            await client.DisconnectAsync(quit: true, cancel);
            return new Sending.Accepted(mail.MessageId);
        }
        catch (SmtpCommandException refused)
            when (refused.ErrorCode == SmtpErrorCode.RecipientNotAccepted && (int)refused.StatusCode >= 500)
        {
            return new Sending.Refused("NOTICE-201");
        }
        catch (Exception broken)
            when (broken
                    is SocketException
                        or IOException
                        or ProtocolException
                        or CommandException
                        or AuthenticationException
                        or SslHandshakeException
                        or TimeoutException
                        or ServiceNotConnectedException
            )
        {
            return new Sending.TryLater("NOTICE-301");
        }
    }

    private static SecureSocketOptions SecurityOf(string security) =>
        security switch
        {
            "tls" => SecureSocketOptions.SslOnConnect,
            "none" => SecureSocketOptions.None,
            _ => SecureSocketOptions.StartTls,
        };
}
