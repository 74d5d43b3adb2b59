using Genggam.Office.Notices;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Genggam.Office.Tests.Notices;

public sealed class EncryptedWaysTests
{
    [Theory]
    [InlineData("Smtp:Port=25;Smtp:From=a@contoh.id;Smtp:Security=none;Smtp:Host=localhost", true)]
    [InlineData("Smtp:Port=25;Smtp:From=a@contoh.id;Smtp:Security=none;Smtp:Host=surat.contoh.id", false)]
    [InlineData("Smtp:Port=25;Smtp:From=a@contoh.id;Smtp:Security=starttls;Smtp:Host=surat.contoh.id", true)]
    [InlineData("Gateways:Sms:Token=t;Gateways:Sms:Address=https://sms.contoh.id/kirim", true)]
    [InlineData("Gateways:Sms:Token=t;Gateways:Sms:Address=http://127.0.0.1:9000/kirim", true)]
    [InlineData("Gateways:Sms:Token=t;Gateways:Sms:Address=http://sms.contoh.id/kirim", false)]
    public void A_message_leaves_the_machine_encrypted_or_not_at_all(string settings, bool taken)
    {
        var read = new ConfigurationBuilder()
            .AddInMemoryCollection(
                settings.Split(';').Select(s => KeyValuePair.Create(s.Split('=')[0], (string?)s.Split('=')[1]))
            )
            .Build();
        var refused = Record.Exception(() => new ServiceCollection().AddNotices(read, demo: false));
        Assert.Equal(taken, refused is null);
        if (!taken)
            Assert.IsType<InvalidDataException>(refused);
    }

    [Theory]
    [InlineData("Host=/var/run/postgresql;Database=g", false, true)]
    [InlineData("Host=127.0.0.1;Database=g", false, true)]
    [InlineData("Host=basis.contoh.id;Database=g", false, false)]
    [InlineData("Host=basis.contoh.id;Database=g;SSL Mode=Require", false, false)]
    [InlineData("Host=basis.contoh.id;Database=g;SSL Mode=VerifyFull", false, true)]
    [InlineData("Host=basis.contoh.id;Database=g", true, true)]
    public void A_database_elsewhere_proves_its_name(string connection, bool plain, bool taken)
    {
        var office = new OfficeOptions { Postgres = connection, PlainPostgres = plain };
        var refused = Record.Exception(() => EncryptedWays.Check(office));
        Assert.Equal(taken, refused is null);
    }
}
