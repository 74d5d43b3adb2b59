namespace Genggam.Journal;

/// <summary>One link of a chain as it stands; <see cref="HashAfter"/> computes what its hash should be.</summary>
internal sealed record ChainLink(
    long Position,
    CaseId Case,
    long Sequence,
    Digest Hash,
    byte Version,
    Func<Digest, Digest> HashAfter
);

/// <summary>What a checkpoint says of one stream.</summary>
/// <param name="Kept">The tree that is kept for the next checkpoint to grow from, in hexadecimal; null where none is.</param>
internal sealed record TreeAt(long Size, Digest Root, string? Kept);

/// <summary>Follows one stream by position: chains of cases, gaps, and the tree at each checkpoint.</summary>
internal sealed class StreamCheck(string name, IEnumerable<TreeAt> checkpoints, Action<Finding> report)
{
    private readonly Dictionary<CaseId, (long Sequence, Digest Hash)> heads = [];
    private readonly Queue<TreeAt> ahead = new(checkpoints.Distinct());
    private readonly MerkleTree tree = new();
    private long lastPosition;

    public long Count { get; private set; }

    public long Chains => heads.Count;

    public void Add(ChainLink link)
    {
        if (link.Position != lastPosition + 1)
            Missing(lastPosition + 1, link.Position - 1);
        lastPosition = link.Position;
        Count++;
        CheckChain(link);
        CheckTree();
        tree.Add(link.Hash);
    }

    public void End(long head)
    {
        CheckTree();
        if (lastPosition < head)
            Missing(lastPosition + 1, head);
        foreach (var (size, _, _) in ahead)
        {
            if (size > Math.Max(head, lastPosition))
                report(
                    new(FindingKind.CutTail, $"{name}: a checkpoint covers {size}, only {lastPosition} are there", size)
                );
            else
                report(new(FindingKind.TreeMismatch, $"{name}: the checkpoint at {size} cannot be reached", size));
        }
    }

    private void CheckChain(ChainLink link)
    {
        var (sequence, hash) = heads.GetValueOrDefault(link.Case);
        if (link.Sequence != sequence + 1)
            report(
                new(
                    FindingKind.MissingEntry,
                    $"{name}: sequence {sequence + 1} is missing before {link.Sequence}",
                    link.Position,
                    link.Case
                )
            );
        else if (link.Version != Envelope.Version || link.HashAfter(hash) != link.Hash)
            report(
                new(
                    FindingKind.BrokenChain,
                    $"{name}: sequence {link.Sequence} does not verify",
                    link.Position,
                    link.Case
                )
            );
        heads[link.Case] = (link.Sequence, link.Hash);
    }

    private void CheckTree()
    {
        while (ahead.TryPeek(out var next) && next.Size == tree.Size)
        {
            ahead.Dequeue();
            if (tree.Root() != next.Root)
                report(
                    new(
                        FindingKind.TreeMismatch,
                        $"{name}: the first {next.Size} are not those the checkpoint was signed over",
                        next.Size
                    )
                );
            else if (next.Kept is { } kept && kept != Convert.ToHexStringLower(tree.Store()))
                report(
                    new(FindingKind.TreeMismatch, $"{name}: the tree kept at {next.Size} is not its own", next.Size)
                );
        }
    }

    private void Missing(long from, long to) =>
        report(new(FindingKind.MissingEntry, $"{name}: positions {from} to {to} are missing", from));
}
