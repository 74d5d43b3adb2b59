using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Genggam.Office.People;

/// <summary>Time-based one-time passwords: RFC 6238 with SHA-1, six digits and steps of 30 seconds.</summary>
public static class Totp
{
    /// <summary>The code of a moment.</summary>
    public static string At(ReadOnlySpan<byte> secret, DateTimeOffset moment) => Code(secret, Step(moment));

    /// <summary>The step whose code was typed, looking one step to each side for clocks that differ; null for a wrong code.</summary>
    public static long? Match(ReadOnlySpan<byte> secret, string typed, DateTimeOffset moment)
    {
        var given = Encoding.UTF8.GetBytes(typed);
        var now = Step(moment);
        for (var step = now - 1; step <= now + 1; step++)
            if (CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Code(secret, step)), given))
                return step;
        return null;
    }

    private static long Step(DateTimeOffset moment) => moment.ToUnixTimeSeconds() / 30;

    // CA5350: RFC 6238 names HMAC-SHA-1, and authenticator programs read nothing else everywhere.
#pragma warning disable CA5350
    private static string Code(ReadOnlySpan<byte> secret, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
        HMACSHA1.HashData(secret, counter, hash);
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[(hash[^1] & 15)..]) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }
#pragma warning restore CA5350
}
