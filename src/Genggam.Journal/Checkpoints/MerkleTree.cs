using System.Security.Cryptography;

namespace Genggam.Journal;

/// <summary>
/// A Merkle tree that only grows (RFC 6962, 2.1): leaf hash SHA-256(0x00 ‖ leaf), node hash SHA-256(0x01 ‖ left ‖ right).
/// Keeps one hash for each full subtree, so adding a leaf and storing the tree take logarithmic space.
/// </summary>
internal sealed class MerkleTree
{
    private readonly List<Digest> peaks = [];

    public long Size { get; private set; }

    public static MerkleTree Load(long size, ReadOnlySpan<byte> stored)
    {
        var tree = new MerkleTree { Size = size };
        for (var at = 0; at < stored.Length; at += Digest.Size)
            tree.peaks.Add(Digest.From(stored.Slice(at, Digest.Size)));
        return tree;
    }

    public byte[] Store() => [.. peaks.SelectMany(peak => peak.ToArray())];

    public void Add(Digest leaf)
    {
        Span<byte> content = stackalloc byte[1 + Digest.Size];
        content[0] = 0;
        leaf.CopyTo(content[1..]);
        var node = Digest.Of(content);
        // A one bit of the size is a full subtree; adding carries like a binary counter.
        for (var bits = Size; (bits & 1) == 1; bits >>= 1)
        {
            node = Node(peaks[^1], node);
            peaks.RemoveAt(peaks.Count - 1);
        }
        peaks.Add(node);
        Size++;
    }

    /// <summary>The root; of an empty tree SHA-256 of nothing.</summary>
    public Digest Root()
    {
        if (peaks.Count == 0)
            return Digest.Of([]);
        var root = peaks[^1];
        for (var i = peaks.Count - 2; i >= 0; i--)
            root = Node(peaks[i], root);
        return root;
    }

    private static Digest Node(Digest left, Digest right)
    {
        Span<byte> content = stackalloc byte[1 + 2 * Digest.Size];
        content[0] = 1;
        left.CopyTo(content[1..]);
        right.CopyTo(content[(1 + Digest.Size)..]);
        Span<byte> hash = stackalloc byte[Digest.Size];
        SHA256.HashData(content, hash);
        return Digest.From(hash);
    }
}
