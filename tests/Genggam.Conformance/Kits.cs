namespace Genggam.Conformance;

/// <summary>The kits of others, where they lie: beside this checkout.</summary>
internal static class Kits
{
    internal static string? Dmn { get; } = Find("dmn-tck");

    internal static string? Bpmn { get; } = Find("bpmn-betsy");

    /// <summary>Null where the kit is not there.</summary>
    private static string? Find(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var kit = Path.Combine(folder.FullName, "shared", "conformance", name);
            if (Directory.Exists(kit))
                return kit;
        }
        return null;
    }
}
