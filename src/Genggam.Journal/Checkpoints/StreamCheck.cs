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

/// <summary>Follows one stream by position: chains of cases, gaps, and the tree at each checkpoint.</summary>
internal sealed class StreamCheck(
    string name,
    IEnumerable<(long Size, Digest Root)> checkpoints,
    Action<Finding> report
)
{
    private readonly Dictionary<CaseId, (long Sequence, Digest Hash)> heads = [];
    private readonly Queue<(long Size, Digest Root)> ahead = new(checkpoints.Where(c => c.Size > 0).Distinct());
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
        tree.Add(link.Hash);
        CheckTree();
    }

    public void End(long head)
    {
        if (lastPosition < head)
            Missing(lastPosition + 1, head);
        foreach (var (size, _) in ahead)
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
        }
    }

    private void Missing(long from, long to) =>
        report(new(FindingKind.MissingEntry, $"{name}: positions {from} to {to} are missing", from));
}
