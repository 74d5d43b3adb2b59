using System.Text;

namespace Genggam.Journal;

/// <summary>What a backup says of itself: its format, and hash and name of every part in order, signed.</summary>
internal static class BackupList
{
    public const string Name = "parts";

    private const string Format = "genggam-backup 2";

    /// <param name="hashes">SHA-256 by name.</param>
    public static string Write(IReadOnlyDictionary<string, byte[]> hashes)
    {
        var list = new StringBuilder($"{Format}\n");
        foreach (var (name, hash) in hashes.OrderBy(h => h.Key, StringComparer.Ordinal))
            list.Append($"{Convert.ToHexStringLower(hash)} {name}\n");
        return list.ToString();
    }

    /// <summary>The list of what is there, where it was signed with this key.</summary>
    public static bool IsSigned(string part, string list, CheckpointKey key)
    {
        if (!part.StartsWith($"{list}\n", StringComparison.Ordinal))
            return false;
        var signature = new byte[part.Length];
        return Convert.TryFromBase64String(part[(list.Length + 1)..].TrimEnd(), signature, out var length)
            && key.Verify(Encoding.UTF8.GetBytes(list), signature.AsSpan(0, length));
    }
}
