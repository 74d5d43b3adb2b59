using System.Text;

namespace Genggam.Office.People;

/// <summary>A secret of the second factor as an authenticator program takes it.</summary>
/// <param name="Typed">In Base32 (RFC 4648), for typing, in groups of four.</param>
/// <param name="Link">The <c>otpauth</c> address, for a QR code.</param>
public sealed record TotpKey(string Typed, string Link)
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public override string ToString() => nameof(TotpKey);

    public static TotpKey Of(ReadOnlySpan<byte> secret, string userName)
    {
        var base32 = Base32(secret);
        var typed = string.Join(' ', base32.Chunk(4).Select(c => new string(c)));
        return new(typed, $"otpauth://totp/Genggam:{Uri.EscapeDataString(userName)}?secret={base32}&issuer=Genggam");
    }

    private static string Base32(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder();
        var (bits, held) = (0, 0);
        foreach (var next in bytes)
        {
            (bits, held) = ((bits << 8) | next, held + 8);
            for (; held >= 5; held -= 5)
                text.Append(Alphabet[(bits >> (held - 5)) & 31]);
            bits &= (1 << held) - 1;
        }
        if (held > 0)
            text.Append(Alphabet[(bits << (5 - held)) & 31]);
        return text.ToString();
    }
}
