using System.Security.Cryptography;

namespace Genggam.Journal;

/// <summary>The ECDSA P-256 key that signs checkpoints; a PEM file, mode 0600.</summary>
internal sealed class CheckpointKey : IDisposable
{
    private readonly ECDsa key;

    private CheckpointKey(ECDsa key) => this.key = key;

    public static CheckpointKey Load(string path, bool mayCreate)
    {
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        if (!File.Exists(path))
        {
            if (!mayCreate)
                throw new JournalKeysWrong($"the checkpoint key {path} is missing; put it back from the keys backup");
            PrivateFile.Create(path, System.Text.Encoding.ASCII.GetBytes(key.ExportPkcs8PrivateKeyPem()));
        }
        key.ImportFromPem(File.ReadAllText(path));
        return new(key);
    }

    /// <exception cref="ArgumentException">It is no key.</exception>
    public static CheckpointKey Of(string pem)
    {
        var key = ECDsa.Create();
        key.ImportFromPem(pem);
        return new(key);
    }

    public byte[] PublicKey => key.ExportSubjectPublicKeyInfo();

    public byte[] Sign(ReadOnlySpan<byte> text) =>
        key.SignData(text, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);

    public bool Verify(ReadOnlySpan<byte> text, ReadOnlySpan<byte> signature) =>
        key.VerifyData(text, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);

    public void Dispose() => key.Dispose();
}
