using System.Security.Cryptography;
using Genggam.Journal;

namespace Genggam.Office.People;

/// <summary>
/// The keys of access tokens, in files that only their owner may read, made at the first start. Nodes that share a
/// database share these files.
/// </summary>
/// <param name="Signing">32 bytes for HMAC-SHA-256.</param>
/// <param name="Encryption">32 bytes; the server asks for one, unencrypted access tokens do not use it.</param>
/// <param name="Identity">A P-256 key; the server asks for one, only identity tokens would use it.</param>
public sealed record TokenKeys(byte[] Signing, byte[] Encryption, ECDsa Identity)
{
    private const int Size = 32;

    public static TokenKeys Open(string folder)
    {
        var identity = ECDsa.Create();
        identity.ImportPkcs8PrivateKey(
            Kept(
                Path.Combine(folder, "token-identity.key"),
                () =>
                {
                    using var made = ECDsa.Create(ECCurve.NamedCurves.nistP256);
                    return made.ExportPkcs8PrivateKey();
                }
            ),
            out _
        );
        return new TokenKeys(
            Kept(Path.Combine(folder, "token-signing.key"), () => RandomNumberGenerator.GetBytes(Size)),
            Kept(Path.Combine(folder, "token-encryption.key"), () => RandomNumberGenerator.GetBytes(Size)),
            identity
        );
    }

    /// <summary>Of two programs that start at once the first makes the file; a crash leaves a whole file or none.</summary>
    private static byte[] Kept(string path, Func<byte[]> make)
    {
        if (!File.Exists(path))
        {
            var draft = $"{path}.{Guid.NewGuid():N}";
            PrivateFile.Write(draft, make());
            try
            {
                File.Move(draft, path, overwrite: false);
            }
            catch (IOException) when (File.Exists(path))
            {
                File.Delete(draft);
            }
        }
        return File.ReadAllBytes(path);
    }
}
