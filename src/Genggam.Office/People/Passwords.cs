using Genggam.Journal;

namespace Genggam.Office.People;

/// <summary>What a password must be: long, without the NIK, and none that is guessed first. No rule about kinds of characters.</summary>
public static class Passwords
{
    public const int Shortest = 10;
    public const int Longest = 128;
    private const int NikLength = 16;

    internal static PeopleFault? Check(string password, string nik) =>
        Check(password, () => nik.Length > 0 && password.Contains(nik, StringComparison.Ordinal));

    /// <param name="userName">A citizen's is the blind index of the NIK, so that the NIK itself need not be known.</param>
    internal static PeopleFault? Check(string password, Subjects subjects, string userName) =>
        Check(
            password,
            () =>
                Enumerable
                    .Range(0, Math.Max(0, password.Length - NikLength + 1))
                    .Select(start => password.Substring(start, NikLength))
                    .Any(part => part.All(char.IsAsciiDigit) && subjects.BlindIndex(part).ToString() == userName)
        );

    private static PeopleFault? Check(string password, Func<bool> holdsNik) =>
        password.Length < Shortest ? new("password", "PEOPLE-104")
        : password.Length > Longest ? new("password", "PEOPLE-105")
        : holdsNik() ? new("password", "PEOPLE-106")
        : CommonPasswords.Has(password) ? new("password", "PEOPLE-109")
        : null;
}
