using Genggam.Journal;
using Genggam.Web.Tests.Harness;
using Genggam.Web.Tests.Journeys;
using Microsoft.Extensions.DependencyInjection;

namespace Genggam.Web.Tests.Errors;

public sealed class FullDiskTests(Host host)
{
    private const string Address = "Jalan \"Mawar\" Contoh 7,\nRT 2/RW 4 <Surabaya>";

    [Fact]
    public async Task A_full_disk_keeps_what_was_typed_and_one_press_sends_it_again()
    {
        await using var program = new Installation();
        var address = program.Start();
        var journal = program.Services.GetRequiredService<JournalStore>();
        var mother = await People.Citizen(program.Services);
        await using var visitor = await host.Visitor(Screen.Phone, script: false, address);
        await mother.Enter(visitor);
        var answers = Birth.Answers(mother);
        answers["keluarga.alamat"] = Address;
        var journey = await Birth.ToThePageOfTheFamily(host, visitor, answers);
        await journey.FillInPage(answers);
        // Larger than any room that is left between what is stored.
        await visitor.Page.GetByLabel(journey.Label("dokumen.kk")).SetInputFilesAsync(Large);

        await Disk.Fill(journal);
        await visitor.Press("Simpan dan lanjutkan");
        var heard = await visitor.Heard();
        Assert.Contains("WEB-507", heard, StringComparison.Ordinal);
        Assert.Contains("pilih lagi sesudah mengirim: kk.png", heard, StringComparison.Ordinal);

        await Disk.Free(journal);
        await visitor.Press("Kirim lagi");
        Assert.EndsWith("/page_keluarga", visitor.Page.Url, StringComparison.Ordinal);
        Assert.Equal(Address, await visitor.Page.GetByLabel(journey.Label("keluarga.alamat")).InputValueAsync());
        await visitor.Page.GetByLabel(journey.Label("dokumen.kk")).SetInputFilesAsync(Large);
        await visitor.Press("Simpan dan lanjutkan");
        Assert.EndsWith("/page_anak", visitor.Page.Url, StringComparison.Ordinal);
    }

    private static FilePayload Large { get; } =
        new()
        {
            Name = "kk.png",
            MimeType = "image/png",
            Buffer = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. new byte[600_000]],
        };
}
