using System.Buffers;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Genggam.Office.Notices;
using MimeKit;
using SmtpServer;
using SmtpServer.ComponentModel;
using SmtpServer.Mail;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace Genggam.Office.Tests.Notices;

public sealed class SmtpChannelTests : IAsyncLifetime
{
    private readonly Mailbox mailbox = new();
    private readonly CancellationTokenSource stop = new();
    private int port;
    private Task serving = Task.CompletedTask;

    public async ValueTask InitializeAsync()
    {
        port = FreePort();
        var provider = new ServiceProvider();
        provider.Add(mailbox);
        provider.Add(new OnlyContoh());
        var server = new SmtpServer.SmtpServer(
            new SmtpServerOptionsBuilder().ServerName("contoh").Port(port).Build(),
            provider
        );
        serving = server.StartAsync(stop.Token);
        await Task.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await serving;
        stop.Dispose();
    }

    private Task<Sending> Send(string to, int? toPort = null) =>
        new SmtpChannel(new SmtpOptions("127.0.0.1", toPort ?? port, "Genggam <layanan@contoh.id>", "none")).SendAsync(
            new Message(
                new Contact(Carrier.Email, to),
                "Kode Anda",
                "Kode: 123456\nBerlaku 10 menit — jangan dibagikan."
            ),
            TestContext.Current.CancellationToken
        );

    [Fact]
    public async Task A_message_arrives_with_its_subject_and_text()
    {
        Assert.IsType<Sending.Accepted>(await Send("siti@contoh.id"));
        var mail = Assert.Single(mailbox.Mails);
        Assert.Equal("Kode Anda", mail.Subject);
        Assert.Equal(
            "Kode: 123456\nBerlaku 10 menit — jangan dibagikan.",
            mail.TextBody!.ReplaceLineEndings("\n").TrimEnd()
        );
        Assert.Equal("siti@contoh.id", ((MailboxAddress)mail.To[0]).Address);
    }

    [Fact]
    public async Task An_address_the_server_does_not_take_is_refused_for_good() =>
        Assert.Equal("NOTICE-201", Assert.IsType<Sending.Refused>(await Send("siti@salah.id")).Number);

    [Fact]
    public async Task A_server_that_is_away_is_tried_later() =>
        Assert.Equal("NOTICE-301", Assert.IsType<Sending.TryLater>(await Send("siti@contoh.id", FreePort())).Number);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private sealed class Mailbox : MessageStore
    {
        public ConcurrentBag<MimeMessage> Mails { get; } = [];

        public override Task<SmtpResponse> SaveAsync(
            ISessionContext context,
            IMessageTransaction transaction,
            ReadOnlySequence<byte> buffer,
            CancellationToken cancel
        )
        {
            using var stream = new MemoryStream(buffer.ToArray());
            Mails.Add(MimeMessage.Load(stream, cancel));
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
