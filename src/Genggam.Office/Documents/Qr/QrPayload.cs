using System.Buffers.Text;
using System.Formats.Cbor;
using System.Security.Cryptography;
using System.Security.Cryptography.Cose;

namespace Genggam.Office.Documents.Qr;

/// <summary>
/// The signed text in a QR code: <c>GGM1.</c> and, in base64url, a COSE_Sign1 (RFC 9052) by ES256 over a CWT (RFC 8392). It
/// can be checked with the public key alone, without a server. Before it may stand the address where the document is looked
/// up and a <c>#</c>: a camera opens the address, and what follows the <c>#</c> no browser sends anywhere.
/// </summary>
public static class QrPayload
{
    public const string Prefix = "GGM1.";
    private const int Longest = 2900;

    /// <summary>The CWT claims: registered ones by number, our own by short text.</summary>
    private const int Issuer = 1,
        Expiry = 4,
        IssuedAt = 6;

    private const string Number = "no",
        Code = "kd",
        Letter = "sr",
        Holder = "nm",
        ContentHash = "ih",
        Demo = "co";

    public static string Sign(QrClaims claims, ECDsa key)
    {
        var headers = new CoseHeaderMap { [CoseHeaderLabel.KeyIdentifier] = CoseHeaderValue.FromBytes(KeyId(key)) };
        var signer = new CoseSigner(key, HashAlgorithmName.SHA256, headers);
        return Prefix + Base64Url.EncodeToString(CoseSign1Message.SignEmbedded(Write(claims), signer));
    }

    /// <summary>What the code of a document holds that is looked up at <paramref name="address"/>.</summary>
    public static string At(string address, DocumentCode code, string payload) => $"{address}?kode={code}#{payload}";

    public static bool IsIn(string text) => text.Contains(Prefix, StringComparison.Ordinal);

    /// <param name="text">A payload, alone or behind an address.</param>
    public static QrVerdict Verify(string text, ECDsa publicKey)
    {
        var at = text.IndexOf(Prefix, StringComparison.Ordinal);
        if (text.Length > Longest || at < 0 || (at > 0 && text[at - 1] != '#'))
            return new QrVerdict.Unreadable();
        try
        {
            var message = CoseMessage.DecodeSign1(Base64Url.DecodeFromChars(text.AsSpan(at + Prefix.Length)));
            if (message.Content is not { } content || Read(content.ToArray()) is not { } claims)
                return new QrVerdict.Unreadable();
            return message.VerifyEmbedded(publicKey) ? new QrVerdict.Genuine(claims) : new QrVerdict.Forged();
        }
        catch (Exception e)
            when (e
                    is CryptographicException
                        or CborContentException
                        or InvalidOperationException
                        or OverflowException
                        or FormatException
            )
        {
            return new QrVerdict.Unreadable();
        }
    }

    /// <summary>Eight bytes that tell keys apart, for a reader that holds several.</summary>
    private static byte[] KeyId(ECDsa key) => SHA256.HashData(key.ExportSubjectPublicKeyInfo())[..8];

    private static byte[] Write(QrClaims claims)
    {
        var writer = new CborWriter(CborConformanceMode.Canonical, convertIndefiniteLengthEncodings: true);
        writer.WriteStartMap(null);
        writer.WriteInt32(Issuer);
        writer.WriteTextString(claims.Agency);
        if (claims.Expires is { } expires)
        {
            writer.WriteInt32(Expiry);
            writer.WriteInt64(expires.ToUnixTimeSeconds());
        }
        writer.WriteInt32(IssuedAt);
        writer.WriteInt64(claims.Issued.ToUnixTimeSeconds());
        foreach (
            var (key, text) in (ReadOnlySpan<(string, string)>)
                [
                    (Number, claims.Number),
                    (Code, claims.Code.ToString()),
                    (Letter, claims.Letter),
                    (Holder, claims.Holder),
                ]
        )
        {
            writer.WriteTextString(key);
            writer.WriteTextString(text);
        }
        writer.WriteTextString(ContentHash);
        writer.WriteByteString(Convert.FromHexString(claims.ContentHash));
        if (claims.Demo)
        {
            writer.WriteTextString(Demo);
            writer.WriteBoolean(true);
        }
        writer.WriteEndMap();
        return writer.Encode();
    }

    private static QrClaims? Read(byte[] content)
    {
        var reader = new CborReader(content, CborConformanceMode.Strict);
        var texts = new Dictionary<string, string>();
        DateTimeOffset? issued = null,
            expires = null;
        string? hash = null;
        var demo = false;
        reader.ReadStartMap();
        while (reader.PeekState() != CborReaderState.EndMap)
        {
            var key =
                reader.PeekState() == CborReaderState.TextString ? reader.ReadTextString() : $"{reader.ReadInt32()}";
            switch (key)
            {
                case "4":
                    expires = ReadTime(reader);
                    break;
                case "6":
                    issued = ReadTime(reader);
                    break;
                case ContentHash:
                    hash = Convert.ToHexStringLower(reader.ReadByteString());
                    break;
                case Demo:
                    demo = reader.ReadBoolean();
                    break;
                case "1" or Number or Code or Letter or Holder:
                    texts[key] = reader.ReadTextString();
                    break;
                default:
                    reader.SkipValue();
                    break;
            }
        }
        reader.ReadEndMap();
        return
            texts.Count == 5 && hash is not null && issued is { } at && DocumentCode.TryParse(texts[Code], out var code)
            ? new(texts[Number], code, texts[Letter], texts[Holder], texts["1"], at, expires, hash, demo)
            : null;
    }

    private static DateTimeOffset ReadTime(CborReader reader)
    {
        var seconds = reader.ReadInt64();
        return seconds is >= 0 and < 253_402_300_800
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : throw new CborContentException("No time.");
    }
}
