namespace Genggam.Benchmarks.Nodes;

/// <summary>What is done to the nodes in a round.</summary>
internal enum Fault
{
    /// <summary>SIGKILL to one program.</summary>
    Program,

    /// <summary>SIGKILL to the postmaster of the primary.</summary>
    Postmaster,

    /// <summary>SIGKILL to the Patroni that holds the primary.</summary>
    Patroni,

    /// <summary>SIGKILL to both at once.</summary>
    PostmasterAndPatroni,

    /// <summary>SIGKILL to everything on the node of the primary, which stays away for a while.</summary>
    NodeOfPrimary,

    /// <summary>SIGKILL to everything on another node, which stays away for a while.</summary>
    OtherNode,

    /// <summary>No packet leaves or reaches the node of the primary for a while.</summary>
    CutOfPrimary,

    /// <summary>No packet leaves or reaches another node for a while.</summary>
    CutOfOther,
}

/// <summary>The faults of a run in an order that follows from its seed: each comes before any comes again.</summary>
internal static class Faults
{
    public static IEnumerable<Fault> Drawn(Random random)
    {
        while (true)
        {
            var deck = Enum.GetValues<Fault>();
            random.Shuffle(deck);
            foreach (var fault in deck)
                yield return fault;
        }
    }

    public static bool TakesNode(this Fault fault) => fault >= Fault.NodeOfPrimary;

    public static bool Cuts(this Fault fault) => fault >= Fault.CutOfPrimary;

    public static bool HitsPrimary(this Fault fault) =>
        fault is not (Fault.Program or Fault.OtherNode or Fault.CutOfOther);

    /// <summary>Seconds within which writes go on.</summary>
    public static int Goal(this Fault fault) => fault.TakesNode() ? 30 : 10;
}
