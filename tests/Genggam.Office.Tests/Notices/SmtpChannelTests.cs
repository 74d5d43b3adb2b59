using Genggam.Office.Notices;
using MimeKit;

namespace Genggam.Office.Tests.Notices;

public sealed class SmtpChannelTests : IAsyncDisposable
{
    private readonly MailServer server = new();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private Task<Sending> Send(string to, int? toPort = null) =>
        new SmtpChannel(
            new SmtpOptions("127.0.0.1", toPort ?? server.Port, "Genggam <layanan@contoh.id>", "none")
        ).SendAsync(
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
        var mail = Assert.Single(server.Mails);
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
        Assert.Equal(
            "NOTICE-301",
            Assert.IsType<Sending.TryLater>(await Send("siti@contoh.id", MailServer.FreePort())).Number
        );
}
