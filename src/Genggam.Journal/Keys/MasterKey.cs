using System.Security.Cryptography;
using System.Text;

namespace Genggam.Journal;

/// <summary>The key that wraps subject keys and from which the blind index is derived. A file of 32 bytes, mode 0600.</summary>
internal sealed class MasterKey
{
    private const int Size = 32;
    private readonly byte[] wrapping;
    private readonly byte[] blind;

    private MasterKey(byte[] master)
    {
        wrapping = HKDF.DeriveKey(HashAlgorithmName.SHA256, master, Size, info: "genggam wrap 1"u8.ToArray());
        blind = HKDF.DeriveKey(HashAlgorithmName.SHA256, master, Size, info: "genggam blind 1"u8.ToArray());
        CryptographicOperations.ZeroMemory(master);
    }

    /// <param name="mayCreate">False where keys exist already: a new master key could not open them.</param>
    public static MasterKey Load(string path, bool mayCreate)
    {
        if (!File.Exists(path))
        {
            if (!mayCreate)
                throw new JournalKeysWrong($"the master key {path} is missing; put it back from the keys backup");
            PrivateFile.Create(path, RandomNumberGenerator.GetBytes(Size));
        }
        var bytes = File.ReadAllBytes(path);
        return bytes.Length == Size ? new(bytes) : throw new JournalKeysWrong($"{path} is not {Size} bytes long");
    }

    public byte[] Wrap(SubjectId subject, byte[] key) => Aead.Seal(wrapping, key, subject.Value.ToByteArray(true));

    public byte[] Unwrap(SubjectId subject, byte[] wrapped)
    {
        try
        {
            return Aead.Open(wrapping, wrapped, subject.Value.ToByteArray(true));
        }
        catch (CryptographicException wrong)
        {
            throw new JournalKeysWrong("a subject key does not open with this master key", wrong);
        }
    }

    /// <summary>A keyed hash of a text, apart for each use.</summary>
    public Digest Blind(string use, string text) =>
        Digest.From(HMACSHA256.HashData(blind, Encoding.UTF8.GetBytes($"{use}\n{text}")));
}
