using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;

namespace Genggam.Journal;

/// <summary>
/// The encrypted parts of one entry in one field: version 1, count (2), then for each part subject (16), state (1),
/// length (4), box. Each box is bound to case, sequence and index, so none can be moved to another place.
/// </summary>
internal static class SealedParts
{
    private const byte Version = 1;
    private const byte Encrypted = 1;

    // The key was destroyed before the entry was written: there is nothing to keep.
    private const byte BornErased = 0;

    public static async Task<byte[]> Seal(
        Subjects subjects,
        CaseId @case,
        long sequence,
        ImmutableArray<SubjectPart> parts
    )
    {
        var keys = new Dictionary<SubjectId, byte[]?>();
        foreach (var part in parts)
            if (!keys.ContainsKey(part.Subject))
                keys[part.Subject] = await subjects.KeyFor(part.Subject);
        return Seal(keys, @case, sequence, parts);
    }

    /// <param name="keys">Of every subject; null for one that is erased.</param>
    public static byte[] Seal(
        IReadOnlyDictionary<SubjectId, byte[]?> keys,
        CaseId @case,
        long sequence,
        ImmutableArray<SubjectPart> parts
    )
    {
        var output = new MemoryStream();
        Write16(output, Version, (ushort)parts.Length);
        for (var i = 0; i < parts.Length; i++)
        {
            var box = keys[parts[i].Subject] is { } key
                ? Aead.Seal(key, parts[i].Plain.Span, Bound(@case, sequence, i))
                : null;
            output.Write(parts[i].Subject.Value.ToByteArray(bigEndian: true));
            output.WriteByte(box is null ? BornErased : Encrypted);
            var length = new byte[4];
            BinaryPrimitives.WriteInt32BigEndian(length, box?.Length ?? 0);
            output.Write(length);
            output.Write(box ?? []);
        }
        return output.ToArray();
    }

    public static async Task<ImmutableArray<EntryPart>> Open(
        Subjects subjects,
        CaseId @case,
        long sequence,
        ReadOnlyMemory<byte> field
    )
    {
        if (field.Length < 3 || field.Span[0] != Version)
            throw new CryptographicException("The sealed parts have no known version.");
        var count = BinaryPrimitives.ReadUInt16BigEndian(field.Span[1..]);
        var parts = ImmutableArray.CreateBuilder<EntryPart>(count);
        var at = 3;
        for (var i = 0; i < count; i++)
        {
            var subject = new SubjectId(new Guid(field.Span.Slice(at, 16), bigEndian: true));
            var state = field.Span[at + 16];
            var length = BinaryPrimitives.ReadInt32BigEndian(field.Span[(at + 17)..]);
            var box = field.Slice(at + 21, length);
            at += 21 + length;
            var plain = state == BornErased ? null : await subjects.Open(subject, box, Bound(@case, sequence, i));
            parts.Add(plain is null ? new EntryPart.Erased(subject) : new EntryPart.Readable(subject, plain));
        }
        return parts.MoveToImmutable();
    }

    /// <summary>Whose parts they are, without opening any.</summary>
    public static IEnumerable<SubjectId> Owners(byte[] field)
    {
        var count = BinaryPrimitives.ReadUInt16BigEndian(field.AsSpan(1));
        for (var (i, at) = (0, 3); i < count; i++)
        {
            yield return new SubjectId(new Guid(field.AsSpan(at, 16), bigEndian: true));
            at += 21 + BinaryPrimitives.ReadInt32BigEndian(field.AsSpan(at + 17));
        }
    }

    private static byte[] Bound(CaseId @case, long sequence, int index)
    {
        var bound = new byte[16 + 8 + 4];
        @case.Value.TryWriteBytes(bound, bigEndian: true, out _);
        BinaryPrimitives.WriteInt64BigEndian(bound.AsSpan(16), sequence);
        BinaryPrimitives.WriteInt32BigEndian(bound.AsSpan(24), index);
        return bound;
    }

    private static void Write16(MemoryStream output, byte version, ushort count)
    {
        output.WriteByte(version);
        output.WriteByte((byte)(count >> 8));
        output.WriteByte((byte)count);
    }
}
