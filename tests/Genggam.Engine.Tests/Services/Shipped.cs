using Genggam.Office.Catalogue;
using Genggam.Standards;

namespace Genggam.Engine.Tests.Services;

/// <summary>The services that this repository ships, read in place and run on the engine alone.</summary>
internal static class Shipped
{
    public const string Birth = "akta-kelahiran";
    public const string Kitchen = "laik-higiene-sanitasi";
    public const string Stall = "nib-mikro-risiko-rendah";

    private static readonly string Folder = Path.Combine(Above(AppContext.BaseDirectory), "services");
    private static readonly Dictionary<string, World> Worlds = new[] { Birth, Kitchen, Stall }.ToDictionary(
        service => service,
        Read
    );

    public static World World(string service) => Worlds[service];

    /// <summary>The service with a file of it changed.</summary>
    public static World World(string service, string file, string from, string to)
    {
        var parts = Worlds[service].Core.Parts;
        var text = System.Text.Encoding.UTF8.GetString(parts[file].AsSpan());
        Assert.Contains(from, text, StringComparison.Ordinal);
        var changed = System.Text.Encoding.UTF8.GetBytes(text.Replace(from, to, StringComparison.Ordinal));
        return Worlds[service] with { Core = ServiceFolder.FromParts(parts.SetItem(file, [.. changed]), []) };
    }

    public static Example Example(string service, string file)
    {
        var release = Worlds[service].Core;
        var at = release
            .Parts.Keys.Where(path => path.StartsWith("examples/", StringComparison.Ordinal))
            .ToList()
            .FindIndex(path => path.StartsWith($"examples/{file}", StringComparison.Ordinal));
        return ServiceFolder.Examples(release, [])[at];
    }

    private static World Read(string service)
    {
        var problems = new List<Problem>();
        var release = ServiceFolder.Read(Path.Combine(Folder, service)).Value!;
        var years = Directory
            .EnumerateFiles(Path.Combine(Folder, "calendars"), "*.yaml")
            .Order(StringComparer.Ordinal)
            .Select(file => (Path.GetFileName(file), File.ReadAllText(file)));
        var world = new World(release, null, SharedYaml.Calendar(years, problems), ZoneVersion.Indonesia);
        Assert.Empty(problems);
        return world;
    }

    private static string Above(string folder) =>
        File.Exists(Path.Combine(folder, "Genggam.slnx")) ? folder : Above(Path.GetDirectoryName(folder)!);
}
