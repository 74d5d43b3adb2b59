using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Genggam.Journal;
using Genggam.Office.Documents.Signing;

namespace Genggam.Office.Watching;

/// <summary>Measures the installation. Judges nothing and throws for nothing that is away: that is what it is for.</summary>
public sealed class Measuring(
    JournalStore journal,
    OfficeOptions office,
    WatchOptions options,
    DemoCertificates certificates,
    PageTimes pages,
    TimeProvider clock
)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>The last measures that were taken; null before the first.</summary>
    public Measured? Latest { get; private set; }

    public async Task<Measured> Measure(CancellationToken cancel)
    {
        var fault = await WriteFault(cancel);
        var (vitals, drill) = await Vitals(cancel);
        return Latest = new Measured
        {
            At = clock.GetUtcNow(),
            WriteFault = fault,
            Journal = vitals,
            Pages = pages.LastHour(),
            Disk = Disk(),
            Tls = await Tls(cancel),
            SigningUntil = certificates.FirstEnd(),
            LastDrill = drill,
            Memory = Memory(),
        };
    }

    private async Task<string?> WriteFault(CancellationToken cancel)
    {
        try
        {
            await journal.Vitals.Probe().WaitAsync(Patience, clock, cancel);
            return null;
        }
        catch (JournalException away)
        {
            return away.Number;
        }
        catch (TimeoutException)
        {
            return "GJ1001";
        }
    }

    private async Task<(JournalVitals?, DateTimeOffset?)> Vitals(CancellationToken cancel)
    {
        try
        {
            var vitals = await journal
                .Vitals.Read(clock.GetUtcNow(), options.DueSoon)
                .WaitAsync(Patience, clock, cancel);
            return (vitals, (await journal.Drills.LastGood().WaitAsync(Patience, clock, cancel))?.At);
        }
        catch (Exception away) when (away is JournalException or TimeoutException)
        {
            return (null, null);
        }
    }

    private Space? Disk()
    {
        try
        {
            var drive = new DriveInfo(Path.GetFullPath(office.Data));
            return new Space(drive.AvailableFreeSpace, drive.TotalSize);
        }
        catch (Exception silent) when (silent is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Of the machine, or of the container where one sets a limit.</summary>
    private static Space Memory()
    {
        var total = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        return new Space(Math.Max(0, total - Environment.WorkingSet), total);
    }

    private async Task<TlsCertificate> Tls(CancellationToken cancel)
    {
        try
        {
            if (options.TlsCertificate is { } file)
            {
                using var kept = X509CertificateLoader.LoadCertificateFromFile(file);
                return new TlsCertificate.Valid(kept.NotAfter);
            }
            var address = new Uri(office.PublicUrl);
            return address.Scheme == Uri.UriSchemeHttps ? await Ask(address, cancel)
                : address.IsLoopback ? new TlsCertificate.NotNeeded()
                : new TlsCertificate.Missing();
        }
        catch (Exception silent)
            when (silent is IOException or SocketException or AuthenticationException or CryptographicException
                || (silent is OperationCanceledException && !cancel.IsCancellationRequested)
            )
        {
            return new TlsCertificate.Unreachable();
        }
    }

    /// <summary>As a browser would see it, also where another program stands in front of this one.</summary>
    private static async Task<TlsCertificate> Ask(Uri address, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        using var connection = new TcpClient();
        await connection.ConnectAsync(address.Host, address.Port, patience.Token);
        await using var tls = new SslStream(connection.GetStream());
        await tls.AuthenticateAsClientAsync(
            new SslClientAuthenticationOptions
            {
                TargetHost = address.Host,
                // One that is not good any more is what is looked for; nothing is sent over this connection.
#pragma warning disable CA5359
                RemoteCertificateValidationCallback = (_, _, _, _) => true,
#pragma warning restore CA5359
            },
            patience.Token
        );
        return tls.RemoteCertificate is { } shown
            ? new TlsCertificate.Valid(new X509Certificate2(shown).NotAfter)
            : new TlsCertificate.Unreachable();
    }
}
