using System.Globalization;

namespace Genggam.Benchmarks.Nodes;

/// <summary>
/// Three machines as network namespaces on one bridge. Whatever runs in them is killed, and they are taken away, at the end
/// and before the beginning: a run that was killed leaves them.
/// </summary>
internal sealed class Network : IAsyncDisposable
{
    public const int Count = 3;
    public const string Front = "10.213.77.1";
    private const string Bridge = "genggam-bench";

    public static IEnumerable<int> Nodes => Enumerable.Range(1, Count);

    public static string Address(int node) => string.Create(CultureInfo.InvariantCulture, $"10.213.77.{10 + node}");

    public static string Space(int node) => $"genggam-bench-{node}";

    public static async Task<Network> Make()
    {
        var network = new Network();
        await network.DisposeAsync();
        await Shell.Run("ip", "link", "add", Bridge, "type", "bridge");
        await Shell.Run("ip", "address", "add", $"{Front}/24", "dev", Bridge);
        await Shell.Run("ip", "link", "set", Bridge, "up");
        foreach (var node in Nodes)
            await Add(node);
        return network;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in Nodes)
        {
            await KillAll(node);
            await Shell.Try("ip", [], "netns", "delete", Space(node));
            await Shell.Try("ip", [], "link", "delete", Wire(node));
        }
        await Shell.Try("ip", [], "link", "delete", Bridge);
    }

    /// <summary>Drops every packet between the node and the others, without telling anyone.</summary>
    public static Task Cut(int node) =>
        Shell.Run(
            "ip",
            "netns",
            "exec",
            Space(node),
            "nft",
            """
            add table inet cut
            add chain inet cut in { type filter hook input priority 0; policy drop; }
            add chain inet cut out { type filter hook output priority 0; policy drop; }
            add rule inet cut in iif lo accept
            add rule inet cut out oif lo accept
            """
        );

    public static Task Heal(int node) => Shell.Run("ip", "netns", "exec", Space(node), "nft", "delete table inet cut");

    /// <summary>As if its power was cut.</summary>
    public static async Task KillAll(int node)
    {
        while (true)
        {
            var (code, said) = await Shell.Try("ip", [], "netns", "pids", Space(node));
            var there = code == 0 ? said.Split('\n', StringSplitOptions.RemoveEmptyEntries) : [];
            if (there.Length == 0)
                return;
            await Shell.Try("kill", [], ["-KILL", .. there]);
        }
    }

    private static string Wire(int node) => $"gg-bench-{node}";

    private static async Task Add(int node)
    {
        var space = Space(node);
        await Shell.Run("ip", "netns", "add", space);
        await Shell.Run("ip", "link", "add", Wire(node), "type", "veth", "peer", "name", "eth0", "netns", space);
        await Shell.Run("ip", "link", "set", Wire(node), "master", Bridge, "up");
        await Shell.Run("ip", "-n", space, "address", "add", $"{Address(node)}/24", "dev", "eth0");
        await Shell.Run("ip", "-n", space, "link", "set", "eth0", "up");
        await Shell.Run("ip", "-n", space, "link", "set", "lo", "up");
    }
}
