using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Genggam.Journal;

/// <summary>
/// A signed statement of everything up to a position: entries and looks into cases. Written as a tlog-style note:
/// origin, size, root, a line for the access stream, one for the time, an empty line, a signature line.
/// </summary>
/// <param name="At">When it was signed; null of an earlier program.</param>
public sealed record Checkpoint(
    string Origin,
    long Size,
    Digest Root,
    long AccessSize,
    Digest AccessRoot,
    DateTimeOffset? At = null
)
{
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";
    private const byte EcdsaP256 = 2;
    private static readonly CultureInfo invariant = CultureInfo.InvariantCulture;

    internal string Sign(CheckpointKey key)
    {
        var text = Text();
        byte[] signature = [.. KeyHash(Origin, key), .. key.Sign(Encoding.UTF8.GetBytes(text))];
        return $"{text}\n— {Origin} {Convert.ToBase64String(signature)}\n";
    }

    /// <summary>The checkpoint in a note, or null where note or signature is wrong.</summary>
    internal static Checkpoint? Open(string note, CheckpointKey key)
    {
        var lines = note.Split('\n');
        var timed = lines.Length == 8;
        if (lines.Length is not (7 or 8) || lines[3].Split(' ') is not ["access", var accessSize, var accessRoot])
            return null;
        if (lines[^2].Split(' ') is not ["—", _, var signature] || !TryBase64(signature, out var signed))
            return null;
        if (!long.TryParse(lines[1], invariant, out var size) || !long.TryParse(accessSize, invariant, out var looks))
            return null;
        if (!TryRoot(lines[2], out var root) || !TryRoot(accessRoot, out var lookRoot) || signed.Length < 5)
            return null;
        if (!TryTime(timed ? lines[4] : null, out var at))
            return null;
        var checkpoint = new Checkpoint(lines[0], size, root, looks, lookRoot, at);
        var text = checkpoint.Text();
        // The whole note follows from what was read, so nothing of it can be changed.
        return
            note.StartsWith($"{text}\n— {lines[0]} ", StringComparison.Ordinal)
            && Convert.ToBase64String(signed) == signature
            && signed.AsSpan(0, 4).SequenceEqual(KeyHash(lines[0], key))
            && key.Verify(Encoding.UTF8.GetBytes(text), signed.AsSpan(4))
            ? checkpoint
            : null;
    }

    private static bool TryTime(string? line, out DateTimeOffset? at)
    {
        at = null;
        if (line is null)
            return true;
        var right = DateTimeOffset.TryParseExact(
            line,
            $"'time '{TimeFormat}",
            invariant,
            DateTimeStyles.AssumeUniversal,
            out var time
        );
        at = time;
        return right;
    }

    private string Text() =>
        string.Create(invariant, $"{Origin}\n{Size}\n{Base64(Root)}\naccess {AccessSize} {Base64(AccessRoot)}\n")
        + (At is { } at ? $"time {at.UtcDateTime.ToString(TimeFormat, invariant)}\n" : "");

    private static byte[] KeyHash(string name, CheckpointKey key) =>
        SHA256.HashData([.. Encoding.UTF8.GetBytes(name), (byte)'\n', EcdsaP256, .. key.PublicKey])[..4];

    private static string Base64(Digest digest) => Convert.ToBase64String(digest.ToArray());

    private static bool TryRoot(string text, out Digest root)
    {
        var right = TryBase64(text, out var bytes) && bytes.Length == Digest.Size;
        root = right ? Digest.From(bytes) : default;
        return right;
    }

    private static bool TryBase64(string text, out byte[] bytes)
    {
        bytes = new byte[text.Length];
        var right = Convert.TryFromBase64String(text, bytes, out var length);
        bytes = bytes[..length];
        return right;
    }
}
