using System.Buffers.Binary;

namespace Genggam.Office.Documents;

/// <summary>Frames between the program and the letter worker: a big-endian 32-bit length, then that many bytes.</summary>
internal static class WorkerFrames
{
    public static async Task WriteAsync(Stream stream, ReadOnlyMemory<byte> body, CancellationToken stop)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, body.Length);
        await stream.WriteAsync(length, stop);
        await stream.WriteAsync(body, stop);
        await stream.FlushAsync(stop);
    }

    /// <returns>The body, or null where it would be longer than <paramref name="limit"/>.</returns>
    /// <exception cref="EndOfStreamException">The worker ended.</exception>
    public static async Task<byte[]?> ReadAsync(Stream stream, int limit, CancellationToken stop)
    {
        var length = new byte[4];
        await stream.ReadExactlyAsync(length, stop);
        var size = BinaryPrimitives.ReadUInt32BigEndian(length);
        if (size > limit)
            return null;
        var body = new byte[size];
        await stream.ReadExactlyAsync(body, stop);
        return body;
    }
}
