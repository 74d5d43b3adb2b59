using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;

namespace Genggam.Web.Tests.Harness;

/// <summary>Where in a request the line goes dead.</summary>
internal enum Cut
{
    /// <summary>Half of what the browser sends has passed.</summary>
    Sending,

    /// <summary>All was sent, and half a kilobyte of the answer has come back.</summary>
    Answering,
}

/// <summary>
/// A bad telephone line to the office: a fixed rate each way, shared by all connections; a delay; and it can go dead in the
/// middle of a request until it is mended. The pacing is the line itself, in real time.
/// </summary>
internal sealed class SlowLine : IAsyncDisposable
{
    private const int Packet = 512;
    private readonly Uri office;
    private readonly Lane up;
    private readonly Lane down;
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource closed = new();
    private readonly Lock gate = new();
    private readonly HashSet<Socket> sockets = [];
    private (string Request, Cut Where)? planned;
    private TaskCompletionSource dead = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool isDead;

    public SlowLine(Uri office, int bitsPerSecond, TimeSpan roundTrip)
    {
        this.office = office;
        (up, down) = (new Lane(bitsPerSecond / 8.0, roundTrip / 2), new Lane(bitsPerSecond / 8.0, roundTrip / 2));
        listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");
        _ = Accept();
    }

    public Uri Address { get; }

    /// <summary>Bytes that passed, both ways.</summary>
    public long Bytes => up.Bytes + down.Bytes;

    /// <summary>How often the line went dead.</summary>
    public int Cuts { get; private set; }

    /// <summary>The next request whose first line begins so kills the line.</summary>
    /// <returns>Done when it is dead.</returns>
    public Task CutDuring(string request, Cut where)
    {
        lock (gate)
            planned = (request, where);
        return dead.Task;
    }

    public void Mend()
    {
        dead = new(TaskCreationOptions.RunContinuationsAsynchronously);
        isDead = false;
    }

    public async ValueTask DisposeAsync()
    {
        await closed.CancelAsync();
        listener.Stop();
        HangUp();
        closed.Dispose();
    }

    private async Task Accept()
    {
        while (!closed.IsCancellationRequested)
        {
            Socket browser;
            try
            {
                browser = await listener.AcceptSocketAsync(closed.Token);
            }
            catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }
            _ = Connect(browser);
        }
    }

    private async Task Connect(Socket browser)
    {
        browser.LingerState = new LingerOption(true, 0);
        if (isDead)
        {
            browser.Dispose();
            return;
        }
        var server = new Socket(SocketType.Stream, ProtocolType.Tcp) { LingerState = new LingerOption(true, 0) };
        lock (gate)
            sockets.UnionWith([browser, server]);
        try
        {
            await server.ConnectAsync(office.Host, office.Port, closed.Token);
            var request = new PassingRequest();
            // The handshake of TCP costs a round trip before the first byte.
            var open = Stopwatch.GetTimestamp() + (long)(2 * up.Delay.TotalSeconds * Stopwatch.Frequency);
            await Task.WhenAny(
                Pass(browser, server, up, open, bytes => Sent(request, bytes)),
                Pass(server, browser, down, open, bytes => Answered(request, bytes))
            );
        }
        catch (SocketException)
        {
            // The other end went away, as it may on such a line.
        }
        finally
        {
            lock (gate)
                sockets.ExceptWith([browser, server]);
            browser.Dispose();
            server.Dispose();
        }
    }

    /// <param name="allowed">How many of these bytes may pass before the line is dead; null: all.</param>
    private async Task Pass(Socket from, Socket to, Lane lane, long open, Func<ReadOnlyMemory<byte>, int?> allowed)
    {
        var travelling = Channel.CreateUnbounded<(byte[] Bytes, long Due)>();
        var arrival = Arrive(to, travelling.Reader);
        try
        {
            var buffer = new byte[Packet];
            for (int read; (read = await from.ReceiveAsync(buffer, closed.Token)) > 0; )
            {
                var passing = allowed(buffer.AsMemory(0, read));
                var bytes = buffer[..(passing ?? read)];
                var due = await lane.Send(bytes.Length, open, closed.Token);
                await travelling.Writer.WriteAsync((bytes, due), closed.Token);
                if (passing is not null)
                {
                    travelling.Writer.TryComplete();
                    await arrival;
                    Die();
                    return;
                }
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // Hung up.
        }
        finally
        {
            travelling.Writer.TryComplete();
        }
        await arrival;
    }

    private async Task Arrive(Socket to, ChannelReader<(byte[] Bytes, long Due)> travelling)
    {
        try
        {
            await foreach (var (bytes, due) in travelling.ReadAllAsync(closed.Token))
            {
                await Lane.Until(due, closed.Token);
                await to.SendAsync(bytes, closed.Token);
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // Hung up.
        }
    }

    private int? Sent(PassingRequest request, ReadOnlyMemory<byte> bytes)
    {
        request.Add(bytes.Span);
        lock (gate)
        {
            if (planned is not { } cut || !request.FirstLine.StartsWith(cut.Request, StringComparison.Ordinal))
                return null;
            if (cut.Where == Cut.Answering)
            {
                request.Doomed = true;
                planned = null;
                return null;
            }
            if (!request.IsHalf)
                return null;
            planned = null;
            return request.IsWhole ? bytes.Length / 2 : bytes.Length;
        }
    }

    private static int? Answered(PassingRequest request, ReadOnlyMemory<byte> bytes) =>
        request.Doomed ? bytes.Length / 2 : null;

    private void Die()
    {
        isDead = true;
        Cuts++;
        HangUp();
        dead.TrySetResult();
    }

    private void HangUp()
    {
        lock (gate)
        {
            foreach (var socket in sockets)
                socket.Dispose();
            sockets.Clear();
        }
    }

    /// <summary>One direction: bytes leave one after the other at the line's rate and arrive after its delay.</summary>
    private sealed class Lane(double bytesPerSecond, TimeSpan delay)
    {
        private readonly Lock turn = new();
        private long free;
        private long bytes;

        public TimeSpan Delay => delay;

        public long Bytes => Interlocked.Read(ref bytes);

        /// <summary>Waits until the bytes have left.</summary>
        /// <returns>When they arrive.</returns>
        public async Task<long> Send(int count, long open, CancellationToken cancel)
        {
            long left;
            lock (turn)
                left = free =
                    Math.Max(Math.Max(Stopwatch.GetTimestamp(), free), open)
                    + (long)(count / bytesPerSecond * Stopwatch.Frequency);
            Interlocked.Add(ref bytes, count);
            await Until(left, cancel);
            return left + (long)(delay.TotalSeconds * Stopwatch.Frequency);
        }

        public static async Task Until(long moment, CancellationToken cancel)
        {
            var wait = Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), moment);
            if (wait > TimeSpan.Zero)
                await Task.Delay(wait, cancel);
        }
    }
}
