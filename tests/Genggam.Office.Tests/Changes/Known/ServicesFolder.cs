using Genggam.Engine;
using Genggam.Office.Catalogue;

namespace Genggam.Office.Tests.Changes.Known;

/// <summary>A copy of the shipped services, changed as an owner would with a text editor.</summary>
internal sealed class ServicesFolder
{
    private readonly string folder;

    public ServicesFolder(string folder)
    {
        this.folder = folder;
        foreach (var file in Directory.EnumerateFiles(Town.ShippedServices, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(Town.ShippedServices, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public void Change(string service, string file, string from, string to)
    {
        var path = Path.Combine(folder, service, file);
        var text = File.ReadAllText(path);
        Assert.Contains(from, text, StringComparison.Ordinal);
        File.WriteAllText(path, text.Replace(from, to, StringComparison.Ordinal));
    }

    public Release Read(string service) => ServiceFolder.Read(Path.Combine(folder, service)).Value!;
}
