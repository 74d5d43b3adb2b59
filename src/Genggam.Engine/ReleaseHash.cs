using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Genggam.Engine;

/// <summary>
/// The identity of a release: the root of a Merkle tree over its files, sorted by path, in three branches that can be
/// compared on their own: behaviour, presentation, examples.
/// </summary>
public static class ReleaseHash
{
    public static string Of(ImmutableSortedDictionary<string, ImmutableArray<byte>> parts)
    {
        var branches = parts
            .GroupBy(p => Branch(p.Key), StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => Node(g.Key, Root([.. g.OrderBy(p => p.Key, StringComparer.Ordinal).Select(Leaf)])));
        return Convert.ToHexStringLower(Root([.. branches]));
    }

    private static string Branch(string path) =>
        path.StartsWith("texts/", StringComparison.Ordinal) || path.Contains("letters/", StringComparison.Ordinal)
            ? "presentation"
        : path.StartsWith("examples/", StringComparison.Ordinal) ? "examples"
        : "behaviour";

    private static byte[] Leaf(KeyValuePair<string, ImmutableArray<byte>> part) =>
        SHA256.HashData([
            0,
            .. SHA256.HashData(Encoding.UTF8.GetBytes(part.Key)),
            .. SHA256.HashData(part.Value.AsSpan()),
        ]);

    private static byte[] Node(string name, byte[] root) =>
        SHA256.HashData([2, .. Encoding.UTF8.GetBytes(name), .. root]);

    private static byte[] Root(ReadOnlySpan<byte[]> nodes)
    {
        if (nodes.Length == 0)
            return SHA256.HashData([]);
        if (nodes.Length == 1)
            return nodes[0];
        var split = 1;
        while (split * 2 < nodes.Length)
            split *= 2;
        return SHA256.HashData([1, .. Root(nodes[..split]), .. Root(nodes[split..])]);
    }
}
