using System.Runtime.InteropServices;

namespace Genggam.Benchmarks.Nodes;

/// <summary>
/// Three nodes as <c>deploy/nodes</c> sets them up, and programs that hand in through the proxy in front. In each round
/// something dies or is cut; then everything acknowledged must be there once. What dies follows from the seed.
/// </summary>
internal static class NodesRun
{
    public static async Task<int> Run(string program, int rounds, int seed, CancellationToken stop)
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess)
            throw new InvalidOperationException("Network namespaces need Linux and root.");
        await Shell.Run(Path.GetFullPath("eng/install-node-tools"));
        Report.Line("seed", $"{seed}");
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stop);
        using var terminated = PosixSignalRegistration.Create(
            PosixSignal.SIGTERM,
            signal =>
            {
                signal.Cancel = true;
                ended.Cancel();
            }
        );
        await using var cluster = new Cluster();
        try
        {
            await cluster.Start(program, ended.Token);
            return await Rounds(cluster, rounds, seed, ended.Token);
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            Console.WriteLine("  Stopped.");
            return 130;
        }
    }

    private static async Task<int> Rounds(Cluster cluster, int rounds, int seed, CancellationToken stop)
    {
        using var office = await Machine.SignedIn(cluster.Address, Births.Agency);
        using var granting = await Machine.SignedIn(cluster.Address);
        var senders = new Senders(office, await Births.At(office), granting);
        var random = new Random(seed);
        var results = new List<RoundResult>();
        foreach (var fault in Faults.Drawn(random).Take(rounds))
        {
            var result = await Round.Run(cluster, senders, fault, random, stop);
            results.Add(result);
            Report.Line(
                $"{results.Count}: {result.Fault} at {result.Node}",
                $"writes stopped {result.Gap.TotalSeconds:N1} s, whole after {result.Whole.TotalSeconds:N0} s; {result.Problem ?? "all there once"}"
            );
            if (result.Problem is not null)
                break;
        }
        // After a loss nothing more can be learned from these nodes.
        if (results.Exists(result => result.Problem is not null))
            return Summary.Print(senders, results, "not looked at");
        var letters = await Ledger.Letters(cluster.Nodes[0], stop);
        return Summary.Print(senders, results, letters);
    }
}
