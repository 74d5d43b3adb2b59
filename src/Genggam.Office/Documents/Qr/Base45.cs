using System.Text;

namespace Genggam.Office.Documents.Qr;

/// <summary>Base45 of RFC 9285: bytes in the 45 characters that a QR code stores at 5.5 bits each.</summary>
public static class Base45
{
    private const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

    public static string Encode(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length / 2 * 3 + 2);
        for (var i = 0; i < bytes.Length; i += 2)
        {
            var pair = i + 1 < bytes.Length;
            var value = pair ? bytes[i] * 256 + bytes[i + 1] : bytes[i];
            text.Append(Alphabet[value % 45]).Append(Alphabet[value / 45 % 45]);
            if (pair)
                text.Append(Alphabet[value / 2025]);
        }
        return text.ToString();
    }

    /// <returns>Null where the text is not base45.</returns>
    public static byte[]? Decode(ReadOnlySpan<char> text)
    {
        if (text.Length % 3 == 1)
            return null;
        var bytes = new byte[text.Length / 3 * 2 + (text.Length % 3) / 2];
        var at = 0;
        for (var i = 0; i < text.Length; i += 3)
        {
            var pair = i + 2 < text.Length;
            var low = Alphabet.IndexOf(text[i]);
            var middle = Alphabet.IndexOf(text[i + 1]);
            var high = pair ? Alphabet.IndexOf(text[i + 2]) : 0;
            var value = low + 45 * middle + 2025 * high;
            if (low < 0 || middle < 0 || high < 0 || value > (pair ? 0xFFFF : 0xFF))
                return null;
            if (pair)
                bytes[at++] = (byte)(value >> 8);
            bytes[at++] = (byte)value;
        }
        return bytes;
    }
}
