using Genggam.Web.Tests.Harness;

namespace Genggam.Web.Tests.Desk;

/// <summary>A service that asks for one task once for each of several things.</summary>
public sealed class RoundsTests(Host host) : IDisposable
{
    private const string Marker = """
        <bpmn:multiInstanceLoopCharacteristics isSequential="true"><bpmn:extensionElements><zeebe:loopCharacteristics
          inputCollection="=[{nama_lengkap: ibu.nama, nik: ibu.nik}, ayah.nama]" inputElement="orang_tua" /></bpmn:extensionElements></bpmn:multiInstanceLoopCharacteristics>
        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("genggam-rounds-");

    private string Services => Path.Combine(folder.FullName, "services");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task An_officer_reads_which_of_several_things_the_task_is_for()
    {
        await AskForEachParent();
        await using var program = new Installation(new Dictionary<string, string> { ["Genggam:Services"] = Services });
        program.Start();
        var office = new Office(host, "dukcapil-sleman", program);
        var vera = await office.Hire("Vera Contoh", "verifikator");
        var id = await office.Apply();
        await using var desk = await office.SignedIn(vera, Screen.Phone, script: false);

        await desk.Open($"/meja/berkas/{id.Value:N}");
        var first = await desk.Heard();
        Assert.Contains("Bagian 1 dari 2:", first, StringComparison.Ordinal);
        Assert.Contains(
            "- term: nama_lengkap - definition: Dewi Lestari Contoh",
            Flat(first),
            StringComparison.Ordinal
        );
        await office.Verify(id, vera);
        await desk.Open($"/meja/berkas/{id.Value:N}");
        Assert.Matches("Bagian 2 dari 2:\\W+text: Agus Prasetyo", Flat(await desk.Heard()));
    }

    private async Task AskForEachParent()
    {
        Installation.CopyServices(Services);
        // They tell of one verification.
        Directory.Delete(Path.Combine(Services, Office.Service, "examples"), recursive: true);
        var file = Path.Combine(Services, Office.Service, "process.bpmn");
        var drawn = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        const string End = "<bpmn:outgoing>flow_verifikasi_hasil_verifikasi</bpmn:outgoing>";
        Assert.Contains(End, drawn, StringComparison.Ordinal);
        await File.WriteAllTextAsync(
            file,
            drawn.Replace(End, End + Marker, StringComparison.Ordinal),
            TestContext.Current.CancellationToken
        );
    }

    private static string Flat(string heard) =>
        string.Join(' ', heard.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
