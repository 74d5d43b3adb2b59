using System.Security.Cryptography;
using System.Text;
using Genggam.Journal;

namespace Genggam.Office.Applications;

/// <summary>The code by which somebody without an account follows a case. Only its hash is kept.</summary>
public static class FollowCodes
{
    private const string Alphabet = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Length = 10;

    /// <summary>The code of a case, the same whenever it is asked for. Nobody guesses it without the master key.</summary>
    internal static string Of(Subjects secrets, CaseId id)
    {
        var bytes = secrets.Derive("follow", id.Value.ToString("N")).ToArray();
        var letters = string.Create(
            Length,
            bytes,
            (text, from) =>
            {
                for (var i = 0; i < text.Length; i++)
                    text[i] = Alphabet[(from[2 * i] << 8 | from[2 * i + 1]) % Alphabet.Length];
            }
        );
        return $"{letters[..5]}-{letters[5..]}";
    }

    /// <summary>Of what a person typed: any case, with or without the hyphen.</summary>
    public static Digest Hash(string caseNumber, string typed)
    {
        var plain = string.Concat(typed.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        return Digest.From(SHA256.HashData(Encoding.UTF8.GetBytes($"{caseNumber}\n{plain}")));
    }
}
