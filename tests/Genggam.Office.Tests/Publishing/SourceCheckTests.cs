using Genggam.Standards;

namespace Genggam.Office.Tests.Publishing;

public sealed class SourceCheckTests : IDisposable
{
    private readonly ServicesCopy services = new();

    public void Dispose() => services.Dispose();

    [Theory]
    [InlineData("person.nama_lengkap", true)]
    [InlineData("business.name", true)]
    [InlineData("persn.name", false)]
    [InlineData("business.", false)]
    public void A_source_that_no_answer_ever_has_is_refused_with_its_form_and_field(string source, bool passes)
    {
        services.Change("akta-kelahiran/permohonan.form", "\"family.mother_name\"", $"\"{source}\"");

        var faults = services.ErrorsOf("akta-kelahiran");
        if (passes)
            Assert.Empty(faults);
        else
            Assert.Equal(
                ("SVC-107", new Place("permohonan.form", "ibu.nama")),
                (Assert.Single(faults).Number, faults[0].Place)
            );
    }
}
