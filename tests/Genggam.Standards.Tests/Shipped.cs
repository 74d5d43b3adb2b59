namespace Genggam.Standards.Tests;

/// <summary>The files of the services that this repository ships.</summary>
internal static class Shipped
{
    public static TheoryData<string> Files(string pattern)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "Genggam.slnx")))
            root = root.Parent;
        var services = Path.Combine(root!.FullName, "services");
        return [.. Directory.GetFiles(services, pattern, SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
    }
}
