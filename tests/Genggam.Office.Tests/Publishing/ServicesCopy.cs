using Genggam.Office.Catalogue;
using Genggam.Office.Catalogue.Checks;
using Genggam.Standards;

namespace Genggam.Office.Tests.Publishing;

/// <summary>The shipped services in a folder of their own, to be changed as an owner would.</summary>
internal sealed class ServicesCopy : IDisposable
{
    public ServicesCopy()
    {
        foreach (var file in Directory.EnumerateFiles(Town.ShippedServices, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(Folder, Path.GetRelativePath(Town.ShippedServices, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("genggam-services").FullName;

    public void Change(string file, string from, string to)
    {
        var path = Path.Combine(Folder, file);
        var text = File.ReadAllText(path);
        Assert.Contains(from, text, StringComparison.Ordinal);
        File.WriteAllText(path, text.Replace(from, to, StringComparison.Ordinal));
    }

    public CheckReport Check(string service) =>
        ServiceCheck.Run(Path.Combine(Folder, service), ServiceCatalogue.ReadCalendar(Folder, []));

    public IReadOnlyList<Problem> ErrorsOf(string service) =>
        [.. Check(service).Problems.Where(p => p.Severity == Severity.Error)];

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
