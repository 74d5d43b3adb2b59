using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Genggam.Journal;

/// <summary>
/// The bytes that are hashed into a case's chain (decision record 0001). Every integer is big-endian, every variable
/// field is preceded by its length. A later version gets a new number and its own branch; version 1 never changes.
/// </summary>
internal static class Envelope
{
    public const byte Version = 1;

    private static readonly byte[] domain = "genggam entry\n"u8.ToArray();

    public static Digest Hash(
        byte version,
        CaseId @case,
        long sequence,
        long at,
        string kind,
        Digest previous,
        ReadOnlySpan<byte> open,
        ReadOnlySpan<byte> sealedParts
    )
    {
        if (version != Version)
            throw new JournalRejected($"envelope version {version} is not known");
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> fixedPart = stackalloc byte[1 + 16 + 8 + 8 + Digest.Size];
        fixedPart[0] = version;
        @case.Value.TryWriteBytes(fixedPart[1..], bigEndian: true, out _);
        BinaryPrimitives.WriteInt64BigEndian(fixedPart[17..], sequence);
        BinaryPrimitives.WriteInt64BigEndian(fixedPart[25..], at);
        previous.CopyTo(fixedPart[33..]);
        sha.AppendData(domain);
        sha.AppendData(fixedPart);
        AppendField(sha, Encoding.UTF8.GetBytes(kind));
        AppendField(sha, open);
        AppendField(sha, sealedParts);
        Span<byte> hash = stackalloc byte[Digest.Size];
        sha.GetHashAndReset(hash);
        return Digest.From(hash);
    }

    private static void AppendField(IncrementalHash sha, ReadOnlySpan<byte> field)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, field.Length);
        sha.AppendData(length);
        sha.AppendData(field);
    }
}
