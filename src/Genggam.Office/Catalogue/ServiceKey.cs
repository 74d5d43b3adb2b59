namespace Genggam.Office.Catalogue;

/// <summary>Under what publications and changes stand: a service, or what a region varies in it.</summary>
/// <param name="Region">Null for the service itself.</param>
public readonly record struct ServiceKey(string Service, string? Region)
{
    private const char Mark = '@';

    public static ServiceKey Read(string key) =>
        key.IndexOf(Mark, StringComparison.Ordinal) is > 0 and var at
            ? new ServiceKey(key[..at], key[(at + 1)..])
            : new ServiceKey(key, null);

    public override string ToString() => Region is null ? Service : $"{Service}{Mark}{Region}";
}
