namespace Genggam.Conformance.Dmn;

internal static class DmnKitBeside
{
    /// <summary>The kit beside this checkout, or null.</summary>
    internal static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var kit = Path.Combine(folder.FullName, "shared", "conformance", "dmn-tck");
            if (Directory.Exists(kit))
                return kit;
        }
        return null;
    }
}
