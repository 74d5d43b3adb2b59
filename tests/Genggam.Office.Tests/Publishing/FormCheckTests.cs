using Genggam.Standards;

namespace Genggam.Office.Tests.Publishing;

public sealed class FormCheckTests : IDisposable
{
    private const string Kitchen = "laik-higiene-sanitasi";
    private readonly ServicesCopy services = new();

    public void Dispose() => services.Dispose();

    [Theory]
    [InlineData("permohonan.form", "=max(0, ", "=max(0 ", "FEEL-", "permohonan.form", "penjamah.tanpa_sertifikat")]
    [InlineData("permohonan.form", "=max(0, ", "=max(penjamah.tanpa_sertifikat, ", "FORM-022", "permohonan.form", "")]
    [InlineData("permohonan.form", "\"max\": \"30\"", "\"max\": \"0\"", "FORM-015", "permohonan.form", "")]
    [InlineData("texts/id.yaml", "          row: Penjamah\n", "", "SVC-203", "texts/id.yaml", ".bersertifikat.row")]
    [InlineData("texts/id.yaml", "{{penjamah.jumlah}}", "{{penjamah.}}", "FEEL-", "texts/id.yaml", "ringkas_penjamah")]
    [InlineData("texts/id.yaml", "{{penjamah.jumlah}}", "{{1 / 0}}", "FEEL-106", "texts/id.yaml", "ringkas_penjamah")]
    [InlineData(
        "texts/id.yaml",
        "caption: Penjamah",
        "judul: Penjamah",
        "SVC-203",
        "texts/id.yaml",
        "penjamah.caption"
    )]
    public void What_a_form_computes_repeats_or_says_is_checked_at_its_place(
        string file,
        string right,
        string wrong,
        string number,
        string place,
        string element
    )
    {
        services.Change($"{Kitchen}/{file}", right, wrong);
        Assert.Contains(
            services.Check(Kitchen).Problems,
            p =>
                p.Number.StartsWith(number, StringComparison.Ordinal)
                && p.Severity == Severity.Error
                && p.Place.File == place
                && p.Place.Element!.EndsWith(element, StringComparison.Ordinal)
        );
    }
}
