namespace Genggam.Office.People;

/// <summary>What a password must be: long, and not the NIK. No rule about kinds of characters.</summary>
public static class Passwords
{
    public const int Shortest = 10;
    public const int Longest = 128;

    internal static PeopleFault? Check(string password, string nik) =>
        password.Length < Shortest ? new("password", "PEOPLE-104")
        : password.Length > Longest ? new("password", "PEOPLE-105")
        : nik.Length > 0 && password.Contains(nik, StringComparison.Ordinal) ? new("password", "PEOPLE-106")
        : null;
}
