using System.Data.Common;

namespace Genggam.Journal.Storage;

/// <summary>How values stand in both databases: ids as 16 big-endian bytes, instants as microseconds since 1970 UTC.</summary>
internal static class Columns
{
    public static byte[] Bytes(this Guid id) => id.ToByteArray(bigEndian: true);

    public static byte[] Bytes(this CaseId id) => id.Value.Bytes();

    public static byte[] Bytes(this SubjectId id) => id.Value.Bytes();

    public static byte[] Bytes(this BlobId id) => id.Value.Bytes();

    public static byte[] Bytes(this DraftId id) => id.Value.Bytes();

    public static byte[] Bytes(this ChangeId id) => id.Value.Bytes();

    public static byte[] Bytes(this MigrationId id) => id.Value.Bytes();

    public static long Micros(this DateTimeOffset at) =>
        (at.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    public static DateTimeOffset Instant(long micros) =>
        new(DateTimeOffset.UnixEpoch.Ticks + micros * TimeSpan.TicksPerMicrosecond, TimeSpan.Zero);

    public static byte[] Blob(this DbDataReader row, int column) => row.GetFieldValue<byte[]>(column);

    public static byte[]? BlobOrNull(this DbDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.Blob(column);

    public static Guid Guid(this DbDataReader row, int column) => new(row.Blob(column), bigEndian: true);

    /// <summary>One that does not fit, which no program wrote, stays one that no program knows.</summary>
    public static byte Version(this DbDataReader row, int column) =>
        (byte)Math.Clamp(row.GetInt64(column), byte.MinValue, byte.MaxValue);

    public static Digest Digest(this DbDataReader row, int column) => Journal.Digest.From(row.Blob(column));

    public static DateTimeOffset Instant(this DbDataReader row, int column) => Instant(row.GetInt64(column));

    public static DateTimeOffset? InstantOrNull(this DbDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.Instant(column);

    public static string? TextOrNull(this DbDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetString(column);
}
