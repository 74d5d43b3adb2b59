using System.Security.Cryptography;
using System.Text;
using Genggam.Journal;

namespace Genggam.Office.Applications;

/// <summary>The code by which somebody without an account follows a case. Only its hash is kept.</summary>
public static class FollowCodes
{
    private const string Alphabet = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    public static string New() =>
        $"{RandomNumberGenerator.GetString(Alphabet, 5)}-{RandomNumberGenerator.GetString(Alphabet, 5)}";

    /// <summary>Of what a person typed: any case, with or without the hyphen.</summary>
    public static Digest Hash(string caseNumber, string typed)
    {
        var plain = string.Concat(typed.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        return Digest.From(SHA256.HashData(Encoding.UTF8.GetBytes($"{caseNumber}\n{plain}")));
    }
}
