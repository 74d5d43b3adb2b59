using System.Buffers;
using System.IO.Compression;
using System.Text.Json;

namespace Genggam.Engine;

/// <summary>
/// The open part of an entry as bytes: JSON, which begins with a brace, or a one and the same JSON compressed by Brotli
/// (RFC 7932) where that is shorter. Both are read for ever.
/// </summary>
public static class EntryBytes
{
    private const byte Compressed = 1;
    private const int Quality = 1;
    private const int Window = 16;
    private const int MaxLength = 64 * 1024 * 1024;

    public static byte[] Packed(ReadOnlySpan<byte> json)
    {
        var packed = new byte[1 + BrotliEncoder.GetMaxCompressedLength(json.Length)];
        packed[0] = Compressed;
        return
            BrotliEncoder.TryCompress(json, packed.AsSpan(1), out var length, Quality, Window)
            && length + 1 < json.Length
            ? packed[..(length + 1)]
            : json.ToArray();
    }

    /// <exception cref="JsonException">The bytes are neither JSON nor what was made of it.</exception>
    public static ReadOnlyMemory<byte> Unpacked(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.IsEmpty || bytes.Span[0] != Compressed)
            return bytes;
        for (var size = Math.Max(4096, bytes.Length * 6); size <= MaxLength; size *= 4)
        {
            var json = new byte[size];
            if (BrotliDecoder.TryDecompress(bytes.Span[1..], json, out var length))
                return json.AsMemory(0, length);
        }
        throw new JsonException("An entry of the journal cannot be unpacked.");
    }

    /// <inheritdoc cref="Unpacked"/>
    /// <returns>The JSON in a borrowed buffer, to be given back.</returns>
    internal static Opened Open(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.IsEmpty || bytes.Span[0] != Compressed)
            return new Opened(bytes, null);
        for (var size = Math.Max(4096, bytes.Length * 6); size <= MaxLength; size *= 4)
        {
            var json = ArrayPool<byte>.Shared.Rent(size);
            if (BrotliDecoder.TryDecompress(bytes.Span[1..], json, out var length))
                return new Opened(json.AsMemory(0, length), json);
            ArrayPool<byte>.Shared.Return(json);
        }
        throw new JsonException("An entry of the journal cannot be unpacked.");
    }

    internal readonly struct Opened(ReadOnlyMemory<byte> json, byte[]? borrowed) : IDisposable
    {
        public ReadOnlySpan<byte> Span => json.Span;

        public void Dispose()
        {
            // It held the open part only: nothing of it is secret.
            if (borrowed is not null)
                ArrayPool<byte>.Shared.Return(borrowed);
        }
    }
}
