using System.Diagnostics;
using System.Net;
using System.Text.Json;

namespace Genggam.Benchmarks.Nodes;

/// <summary>Three nodes and the proxy in front of them.</summary>
internal sealed class Cluster : IAsyncDisposable
{
    private const int Port = 5080;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(250);
    private readonly string folder = Directory.CreateTempSubdirectory("genggam-nodes-").FullName;
    private readonly HttpClient asking = new() { Timeout = TimeSpan.FromSeconds(2) };
    private readonly List<Node> nodes = [];
    private Network? network;
    private Daemon? front;

    public Uri Address { get; } = new($"http://{Network.Front}:{Port}");

    public IReadOnlyList<Node> Nodes => nodes;

    /// <summary>From nothing to three nodes that serve.</summary>
    public async Task Start(string program, CancellationToken stop)
    {
        network = await Network.Make();
        // PostgreSQL runs as its own user.
        await Shell.Run("chmod", "755", folder);
        foreach (var number in Network.Nodes)
            nodes.Add(await Node.Make(number, folder, program));
        foreach (var node in nodes)
            node.StartDatabase();
        await Until("a primary with two others in step", DatabaseIsWhole, stop);
        await nodes[0].Rows("CREATE DATABASE genggam OWNER genggam", "postgres", "postgres");
        // The first one alone makes the keys; the others get them before they start.
        nodes[0].StartProgram();
        await Until("the first node", () => Serves(nodes[0]), stop);
        foreach (var other in nodes.Skip(1))
        {
            await Shell.Run("cp", "-a", nodes[0].Keys, other.Keys);
            other.StartProgram();
        }
        await StartFront();
        await Until("all nodes", IsWhole, stop);
    }

    public async Task<Node> Primary(CancellationToken stop)
    {
        string? leader = null;
        await Until("a primary", async () => (leader = await Leader()) is not null, stop);
        return nodes.Single(node => $"node{node.Number}" == leader);
    }

    public Task UntilWhole(CancellationToken stop) => Until("all nodes", IsWhole, stop);

    public async ValueTask DisposeAsync()
    {
        front?.Stop();
        foreach (var node in nodes)
            await node.PowerOff();
        if (network is not null)
            await network.DisposeAsync();
        asking.Dispose();
        if (Environment.GetEnvironmentVariable("GENGGAM_KEEP") is null)
            Directory.Delete(folder, recursive: true);
        else
            Console.WriteLine($"  kept: {folder}");
    }

    private async Task StartFront()
    {
        var root = Path.Combine(folder, "front");
        var (code, said) = await Shell.Try(
            Path.GetFullPath("deploy/nodes/configure"),
            [("GENGGAM_BIND", $"bind {Network.Front}:{Port}")],
            ["--root", root, "front", .. Network.Nodes.Select(Network.Address)]
        );
        if (code != 0)
            throw new InvalidOperationException($"deploy/nodes/configure: {said}");
        front = new Daemon(Path.Combine(root, "haproxy.log"), ["haproxy", "-f", $"{root}/etc/haproxy/haproxy.cfg"]);
        front.Start();
    }

    private async Task<bool> IsWhole() =>
        await DatabaseIsWhole() && (await Task.WhenAll(nodes.Select(Serves))).All(serves => serves);

    private async Task<bool> Serves(Node node) =>
        await Answer($"http://{node.Address}:{Node.Port}/readyz") is { }
        && await Answer(new Uri(Address, "/").ToString(), front is null) is { };

    /// <summary>A primary, and two others in step with it.</summary>
    private async Task<bool> DatabaseIsWhole()
    {
        if (await Members() is not { } members)
            return false;
        var roles = members.Where(Follows).Select(m => m.GetProperty("role").GetString()).Order().ToArray();
        return roles is ["leader", "sync_standby", "sync_standby"];
    }

    private async Task<string?> Leader() =>
        (await Members())
            ?.Where(m => m.GetProperty("role").GetString() == "leader" && Follows(m))
            .Select(m => m.GetProperty("name").GetString())
            .SingleOrDefault();

    private static bool Follows(JsonElement member) =>
        member.GetProperty("state").GetString() is "running" or "streaming";

    private async Task<JsonElement[]?> Members()
    {
        foreach (var node in nodes)
            if (await Answer($"http://{node.Address}:8008/cluster") is { } said)
                return [.. JsonDocument.Parse(said).RootElement.GetProperty("members").EnumerateArray()];
        return null;
    }

    private async Task<string?> Answer(string address, bool spared = false)
    {
        if (spared)
            return "";
        try
        {
            using var answer = await asking.GetAsync(address);
            return answer.StatusCode == HttpStatusCode.OK ? await answer.Content.ReadAsStringAsync() : null;
        }
        catch (Exception away) when (away is HttpRequestException or TaskCanceledException)
        {
            return null;
        }
    }

    private static async Task Until(string what, Func<Task<bool>> holds, CancellationToken stop)
    {
        for (var watch = Stopwatch.StartNew(); !await holds(); )
        {
            if (watch.Elapsed > Patience)
                throw new TimeoutException($"{what}: not within {Patience.TotalMinutes} minutes.");
            await Task.Delay(Look, stop);
        }
    }
}
