using System.Security.Cryptography;

namespace Genggam.Office.People;

/// <summary>A password that is read aloud or from paper: three groups of four, no letters that look alike (59 bits).</summary>
internal static class OneTimePassword
{
    private const string Alphabet = "abcdefghjkmnpqrstuvwxyz23456789";

    public static string New() => string.Join('-', Enumerable.Range(0, 3).Select(_ => Group()));

    private static string Group() => RandomNumberGenerator.GetString(Alphabet, 4);
}
