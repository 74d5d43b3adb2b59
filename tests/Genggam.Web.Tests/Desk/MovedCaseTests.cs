using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using Genggam.Engine;
using Genggam.Office.Cases;
using Genggam.Office.Catalogue;
using Genggam.Web.Portal;
using Genggam.Web.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace Genggam.Web.Tests.Desk;

/// <summary>A case that went on under another release, as the office and the applicant read it.</summary>
public sealed partial class MovedCaseTests(Host host)
{
    private readonly Office office = new(host, "dukcapil-sleman");

    [Fact]
    public async Task A_moved_case_says_so_and_tells_what_was_done_before_by_the_names_it_had()
    {
        var vera = await office.Hire("Vera Contoh", "verifikator");
        var id = await office.Apply();
        await office.Verify(id, vera);
        var target = Renamed(office.Release);
        host.Services.GetRequiredService<ReleaseStore>().Keep(target);
        var plan = new MigrationPlan("uji-pindah", office.Release.Hash, target.Hash);
        await office.Do(id, new Command.Migrate(plan), Actor.System);

        await using var desk = await office.SignedIn(vera, script: false);
        await desk.Open($"/meja/berkas/{id.Value:N}");

        var heard = await desk.Heard();
        Assert.Contains("Berkas dilanjutkan menurut aturan layanan yang baru", heard, StringComparison.Ordinal);
        Assert.Contains("Verifikasi berkas: ", heard, StringComparison.Ordinal);

        var loaded = (await host.Services.GetRequiredService<CaseReader>().Load(id, CancellationToken.None))!;
        var steps = CaseSteps.Of(loaded);
        Assert.Equal(CaseStep.Moved, steps[^1].Key);
        Assert.Equal(Components.TimelineState.Now, steps[^2].State);
        Assert.Equal(office.Release.Hash, steps[0].Under.Hash);

        await office.Do(id, new Command.UndoMigration(plan.Id), Actor.System);
        await desk.Open($"/meja/berkas/{id.Value:N}");
        Assert.Contains(
            "Berkas dikembalikan ke aturan layanan yang semula",
            await desk.Heard(),
            StringComparison.Ordinal
        );
    }

    /// <summary>The step that verifies has another id and no words under the old one.</summary>
    private static Release Renamed(Release old)
    {
        var parts = old.Parts;
        parts = parts.SetItem(
            "process.bpmn",
            Bytes(
                Id()
                    .Replace(Text("process.bpmn"), "$1=\"pemeriksaan\"")
                    .Replace("verifikasi.outcome", "pemeriksaan.outcome", StringComparison.Ordinal)
            )
        );
        foreach (var file in (string[])["texts/id.yaml", "texts/en.yaml"])
            parts = parts.SetItem(file, Bytes(Key().Replace(Text(file), "  pemeriksaan:")));
        return ServiceFolder.FromParts(parts, []);

        string Text(string file) => Encoding.UTF8.GetString(parts[file].AsSpan());
        static ImmutableArray<byte> Bytes(string text) => [.. Encoding.UTF8.GetBytes(text)];
    }

    [GeneratedRegex("\\b(id|sourceRef|targetRef|attachedToRef)=\"verifikasi\"")]
    private static partial Regex Id();

    [GeneratedRegex("^  verifikasi:", RegexOptions.Multiline)]
    private static partial Regex Key();
}
