using Genggam.Office.Catalogue;
using Genggam.Standards;

namespace Genggam.Office.Tests.Publishing;

public sealed class SourceCheckTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("genggam-sources").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("person.nama_lengkap", true)]
    [InlineData("business.name", true)]
    [InlineData("persn.name", false)]
    [InlineData("business.", false)]
    public void A_source_that_no_answer_ever_has_is_refused_with_its_form_and_field(string source, bool passes)
    {
        foreach (var file in Directory.EnumerateFiles(Town.ShippedServices, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(folder, Path.GetRelativePath(Town.ShippedServices, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
        var service = Path.Combine(folder, "akta-kelahiran");
        var form = Path.Combine(service, "permohonan.form");
        File.WriteAllText(
            form,
            File.ReadAllText(form).Replace("\"family.mother_name\"", $"\"{source}\"", StringComparison.Ordinal)
        );

        var report = ServiceCheck.Run(service, ServiceCatalogue.ReadCalendar(folder, []));
        var faults = report.Problems.Where(p => p.Severity == Severity.Error).ToList();
        if (passes)
            Assert.Empty(faults);
        else
            Assert.Equal(
                ("SVC-107", new Place("permohonan.form", "ibu.nama")),
                (Assert.Single(faults).Number, faults[0].Place)
            );
    }
}
