using System.Net;
using Genggam.Office.Notices;
using Npgsql;

namespace Genggam.Office;

/// <summary>What leaves the machine is encrypted, to a server that proved its name; other settings are refused at start.</summary>
public static class EncryptedWays
{
    /// <exception cref="InvalidDataException">Mail would leave the machine in the open.</exception>
    public static void Check(SmtpOptions smtp)
    {
        if (smtp.Security == "none" && !IsHere(smtp.Host))
            throw new InvalidDataException(
                "Smtp:Security: none is only for a relay on this machine; take tls or starttls."
            );
    }

    /// <exception cref="InvalidDataException">Messages would leave the machine in the open.</exception>
    public static void Check(HttpGatewayOptions gateway)
    {
        if (gateway.Address.Scheme != Uri.UriSchemeHttps && !IsHere(gateway.Address.Host))
            throw new InvalidDataException(
                $"Gateways:{gateway.Carrier}:Address: a gateway elsewhere is reached by https."
            );
    }

    /// <exception cref="InvalidDataException">Data would leave the machine in the open, or to whoever answers.</exception>
    public static void Check(OfficeOptions office)
    {
        if (office.Postgres is not { } written || office.PlainPostgres)
            return;
        var connection = new NpgsqlConnectionStringBuilder(written);
        if (
            connection.SslMode is not (SslMode.VerifyFull or SslMode.VerifyCA)
            && (connection.Host ?? "").Split(',').Any(host => !IsHere(host))
        )
            throw new InvalidDataException(
                "Genggam:Postgres: a database elsewhere needs SSL Mode=VerifyFull, or Genggam:PlainPostgres where nobody else is on the way."
            );
    }

    /// <summary>This machine: by name, by address, or by a socket in a folder.</summary>
    private static bool IsHere(string host) =>
        host.Length == 0
        || host[0] is '/' or '@'
        || host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
