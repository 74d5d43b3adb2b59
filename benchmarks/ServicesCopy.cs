namespace Genggam.Benchmarks;

/// <summary>The services of the published program in a folder where they may be changed.</summary>
internal static class ServicesCopy
{
    public static void Make(string program, string folder)
    {
        var services = Path.Combine(program, "services");
        foreach (var file in Directory.EnumerateFiles(services, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(services, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
