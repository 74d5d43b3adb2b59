using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Genggam.Benchmarks;

/// <summary>The published program on a free port, with its data in a folder.</summary>
internal sealed class Server : IAsyncDisposable
{
    private const double TicksPerSecond = 100;
    private readonly Process process;

    private Server(Process process, Uri address, TimeSpan firstAnswer)
    {
        this.process = process;
        (Address, FirstAnswer) = (address, firstAnswer);
    }

    public Uri Address { get; }

    /// <summary>From the start of the process to the first answered request.</summary>
    public TimeSpan FirstAnswer { get; }

    public static async Task<Server> Start(string program, string data, params (string Name, string Value)[] settings)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo(Path.Combine(program, "genggam"))
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in (string[])["serve", "--urls", address.ToString(), "--data", data, "--demo"])
            start.ArgumentList.Add(argument);
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        var watch = Stopwatch.StartNew();
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, line) => Console.Error.WriteLine(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var client = new HttpClient { BaseAddress = address };
        while (!await Answers(client))
        {
            if (process.HasExited)
                throw new InvalidOperationException($"The program ended with {process.ExitCode}.");
            await Task.Delay(5);
        }
        return new Server(process, address, watch.Elapsed);
    }

    /// <summary>User and system time of the server's process so far, without its children.</summary>
    public TimeSpan Cpu()
    {
        var fields = File.ReadAllText($"/proc/{process.Id}/stat").Split(") ")[1].Split(' ');
        var ticks =
            long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture);
        return TimeSpan.FromSeconds(ticks / TicksPerSecond);
    }

    /// <summary>Resident megabytes of the server and everything it started.</summary>
    public double Resident() => Tree(process.Id).Sum(ResidentOf) / 1024.0;

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static IEnumerable<int> Tree(int id) =>
        File.ReadAllText($"/proc/{id}/task/{id}/children")
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(child => Tree(int.Parse(child, CultureInfo.InvariantCulture)))
            .Prepend(id);

    private static long ResidentOf(int id) =>
        long.Parse(
            File.ReadLines($"/proc/{id}/status")
                .First(l => l.StartsWith("VmRSS:", StringComparison.Ordinal))[6..^2]
                .Trim(),
            CultureInfo.InvariantCulture
        );

    private static async Task<bool> Answers(HttpClient client)
    {
        try
        {
            return (await client.GetAsync("/")).IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
