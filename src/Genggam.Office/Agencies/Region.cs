namespace Genggam.Office.Agencies;

public enum RegionLevel
{
    Province,
    Regency,
    District,
    Village,
}

/// <summary>An administrative area by its Kemendagri code: "35", "35.78", "35.78.01", "35.78.01.1001".</summary>
public sealed record Region(string Code, string Name)
{
    public RegionLevel Level => (RegionLevel)Code.Count(c => c == '.');

    /// <summary>The code of the area this one lies in; null for a province.</summary>
    public string? Parent => Code.LastIndexOf('.') is var dot and > 0 ? Code[..dot] : null;

    /// <summary>Whether <paramref name="code"/> is this area or lies in it.</summary>
    public bool Covers(string code) =>
        code == Code
        || (code.Length > Code.Length && code[Code.Length] == '.' && code.StartsWith(Code, StringComparison.Ordinal));
}
