namespace Genggam.Benchmarks.Nodes;

/// <param name="Gap">The longest time without an acknowledged write.</param>
/// <param name="Whole">From the fault until three nodes served again.</param>
/// <param name="Problem">What does not hold; null where everything acknowledged is there once.</param>
internal sealed record RoundResult(Fault Fault, string Node, TimeSpan Gap, TimeSpan Whole, string? Problem);

/// <summary>One fault under load, the way back, and the check.</summary>
internal static class Round
{
    private static readonly TimeSpan Before = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Least = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    public static async Task<RoundResult> Run(
        Cluster cluster,
        Senders senders,
        Fault fault,
        Random random,
        CancellationToken stop
    )
    {
        await cluster.UntilWhole(stop);
        var primary = await cluster.Primary(stop);
        var others = cluster.Nodes.Where(node => node != primary).ToArray();
        var drawn = random.Next(int.MaxValue);
        var hit =
            fault.HitsPrimary() ? primary
            : fault == Fault.Program ? cluster.Nodes[drawn % cluster.Nodes.Count]
            : others[drawn % others.Length];

        using var enough = new CancellationTokenSource();
        var sending = senders.Send(enough.Token, stop);
        await Task.Delay(Before, stop);
        var began = senders.Now;
        await Do(fault, hit);
        await Task.Delay(Least, stop);
        while (!senders.WritesSince(began) && senders.Now - began < Longest)
            await Task.Delay(Look, stop);
        if (fault.Cuts())
            await Network.Heal(hit.Number);
        else if (fault.TakesNode())
            hit.PowerOn();
        string? never = null;
        try
        {
            await cluster.UntilWhole(stop);
        }
        catch (TimeoutException waited)
        {
            never = waited.Message;
        }
        var whole = senders.Now - began;
        await enough.CancelAsync();
        // Where nothing answers any more, nothing will.
        if (never is null)
            await sending;
        var found = await Ledger.Check(cluster.Nodes[0], senders.All);
        return new(fault, $"{hit}", senders.Gap(began), whole, never is null ? found : $"{never} {found}");
    }

    private static async Task Do(Fault fault, Node node)
    {
        switch (fault)
        {
            case Fault.Program:
                node.KillProgram();
                break;
            case Fault.Postmaster:
                await node.KillPostmaster();
                break;
            case Fault.Patroni:
                node.KillPatroni();
                break;
            case Fault.PostmasterAndPatroni:
                node.KillPatroni();
                await node.KillPostmaster();
                break;
            case Fault.NodeOfPrimary or Fault.OtherNode:
                await node.PowerOff();
                break;
            default:
                await Network.Cut(node.Number);
                break;
        }
    }
}
