using System.Buffers;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using MimeKit;
using SmtpServer;
using SmtpServer.ComponentModel;
using SmtpServer.Mail;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace Genggam.Office.Tests.Notices;

/// <summary>An SMTP server on a port of its own that takes mail for <c>contoh.id</c> and keeps it.</summary>
internal sealed class MailServer : IAsyncDisposable
{
    private readonly Mailbox mailbox = new();
    private readonly CancellationTokenSource stop = new();
    private readonly Task serving;

    public MailServer(int? port = null)
    {
        Port = port ?? FreePort();
        var provider = new ServiceProvider();
        provider.Add(mailbox);
        provider.Add(new OnlyContoh());
        serving = new SmtpServer.SmtpServer(
            new SmtpServerOptionsBuilder().ServerName("contoh").Port(Port).Build(),
            provider
        ).StartAsync(stop.Token);
    }

    public int Port { get; }

    public IReadOnlyCollection<MimeMessage> Mails => mailbox.Mails;

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await serving;
        stop.Dispose();
    }

    private sealed class Mailbox : MessageStore
    {
        public ConcurrentQueue<MimeMessage> Mails { get; } = [];

        public override Task<SmtpResponse> SaveAsync(
            ISessionContext context,
            IMessageTransaction transaction,
            ReadOnlySequence<byte> buffer,
            CancellationToken cancel
        )
        {
            using var stream = new MemoryStream(buffer.ToArray());
            Mails.Enqueue(MimeMessage.Load(stream, cancel));
            return Task.FromResult(SmtpResponse.Ok);
        }
    }

    private sealed class OnlyContoh : MailboxFilter
    {
        public override Task<bool> CanDeliverToAsync(
            ISessionContext context,
            IMailbox to,
            IMailbox from,
            CancellationToken cancel
        ) => Task.FromResult(to.Host == "contoh.id");
    }
}
