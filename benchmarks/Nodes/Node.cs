using System.Globalization;

namespace Genggam.Benchmarks.Nodes;

/// <summary>One machine: etcd, Patroni with PostgreSQL, the way to the primary, and the program, as deploy/nodes sets them up.</summary>
internal sealed class Node
{
    public const string Password = "only-for-this-bench-0001";
    public const int Port = 5080;
    private readonly string root;
    private readonly string program;
    private readonly Daemon etcd;
    private readonly Daemon patroni;
    private readonly Daemon primary;
    private readonly Daemon genggam;

    private Node(int number, string folder, string program)
    {
        Number = number;
        root = Path.Combine(folder, $"node{number}");
        this.program = Path.Combine(program, "genggam");
        Directory.CreateDirectory(Data);
        etcd = Make("etcd", [], ["etcd"], [.. EtcdSettings()]);
        patroni = Make("patroni", AsPostgres, ["patroni", $"{root}/etc/patroni/config.yml"]);
        primary = Make("haproxy", [], ["haproxy", "-f", $"{root}/etc/haproxy/haproxy.cfg"]);
        genggam = Make(
            "genggam",
            [],
            [this.program, "serve", "--demo", "--urls", $"http://{Address}:{Port}", "--data", Data],
            Settings
        );
    }

    public int Number { get; }

    public string Address => Network.Address(Number);

    public string Keys => Path.Combine(Data, "keys");

    private string Data => Path.Combine(root, "data");

    private static string[] AsPostgres => ["setpriv", "--reuid", "postgres", "--regid", "postgres", "--init-groups"];

    private static (string Name, string Value)[] Settings =>
        [
            ("Genggam__Postgres", $"Host=127.0.0.1;Port=5000;Username=genggam;Password={Password};Database=genggam"),
            ("Genggam__DemoCases", "0"),
            ("Genggam__TrustedProxies__0", Network.Front),
            ("RateLimits__api", "100000000"),
            ("Logging__LogLevel__Default", "Warning"),
        ];

    /// <summary>The files of the node, written by the script that an operator uses.</summary>
    public static async Task<Node> Make(int number, string folder, string program)
    {
        var root = Path.Combine(folder, $"node{number}");
        var (code, said) = await Shell.Try(
            Path.GetFullPath("deploy/nodes/configure"),
            [("GENGGAM_DB_PASSWORD", Password), ("GENGGAM_CLUSTER_PASSWORD", Password)],
            ["--root", root, $"node{number}", .. Network.Nodes.Select(Network.Address)]
        );
        if (code != 0)
            throw new InvalidOperationException($"deploy/nodes/configure: {said}");
        foreach (var place in (string[])["var/lib/postgresql/15", "var/run/postgresql", "var/lib/etcd"])
            Directory.CreateDirectory(Path.Combine(root, place));
        await Shell.Run("chown", "-R", "postgres", $"{root}/var/lib/postgresql", $"{root}/var/run/postgresql");
        return new Node(number, folder, program);
    }

    public void StartDatabase()
    {
        etcd.Start();
        patroni.Start();
        primary.Start();
    }

    public void StartProgram() => genggam.Start();

    public void KillProgram() => genggam.Kill();

    public void KillPatroni() => patroni.Kill();

    public Task KillPostmaster()
    {
        var file = $"{root}/var/lib/postgresql/15/genggam/postmaster.pid";
        return Shell.Run("kill", "-KILL", File.ReadLines(file).First().Trim());
    }

    public async Task PowerOff()
    {
        foreach (var daemon in (Daemon[])[genggam, primary, patroni, etcd])
            daemon.Stop();
        await Network.KillAll(Number);
    }

    public void PowerOn()
    {
        StartDatabase();
        StartProgram();
    }

    /// <summary>What a verb of the program said.</summary>
    public Task<(int Code, string Said)> Verb(params string[] arguments) =>
        Shell.Try("ip", Settings, [.. Inside(), program, .. arguments, "--data", Data]);

    /// <summary>Rows of a query at the primary.</summary>
    public async Task<string[]> Rows(string sql, string user = "genggam", string database = "genggam")
    {
        var at = $"host=127.0.0.1 port=5000 user={user} password={Password} dbname={database}";
        var said = await Shell.Run("ip", [.. Inside(), "psql", "-XAtq", "-v", "ON_ERROR_STOP=1", "-c", sql, at]);
        return said.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private string[] Inside() => ["netns", "exec", Network.Space(Number)];

    private Daemon Make(string name, string[] user, string[] command, params (string, string)[] settings) =>
        new(Path.Combine(root, $"{name}.log"), ["ip", .. Inside(), .. user, .. command], settings);

    private IEnumerable<(string Name, string Value)> EtcdSettings() =>
        File.ReadLines($"{root}/etc/default/etcd")
            .Where(line => line.StartsWith("ETCD_", StringComparison.Ordinal))
            .Select(line => line.Split('=', 2))
            .Select(parts => (parts[0], parts[1]));

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"node {Number}");
}
