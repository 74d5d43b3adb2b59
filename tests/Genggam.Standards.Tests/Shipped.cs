namespace Genggam.Standards.Tests;

/// <summary>The files of the services that this repository ships.</summary>
internal static class Shipped
{
    /// <summary>The folder of the repository.</summary>
    public static string Root { get; } = Above(AppContext.BaseDirectory);

    public static TheoryData<string> Files(string pattern)
    {
        var services = Path.Combine(Root, "services");
        return [.. Directory.GetFiles(services, pattern, SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
    }

    private static string Above(string folder) =>
        File.Exists(Path.Combine(folder, "Genggam.slnx")) ? folder : Above(Path.GetDirectoryName(folder)!);
}
