using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Genggam.Engine;
using Genggam.Journal;
using Genggam.Office.Cases;
using Genggam.Office.Catalogue;
using Genggam.Office.Changes;
using Genggam.Standards.Feel;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Genggam.Office.Tests.Changes.Migrating;

/// <summary>
/// An office with running cases of one shipped service, handed in and worked on through the engine and the journal alone,
/// and a release of it that calls its first step otherwise, reminds later and promises another time.
/// </summary>
internal sealed partial class KitchenOffice : IAsyncDisposable
{
    public const string Service = "laik-higiene-sanitasi";
    public const string Step = "verifikasi_berkas";
    public const string NewStep = "periksa_berkas";
    private const string Agency = "dinkes-blitar";
    private const string Nik = "3572014503880002";

    public static readonly Actor Verifier = Actor.Officer("siti", Agency, "verifikator");
    private static readonly Actor Owner = Actor.Officer("pemilik", Agency);

    private readonly string folder;
    private readonly ServiceProvider services;

    private KitchenOffice(string folder, ServiceProvider services) => (this.folder, this.services) = (folder, services);

    public static async Task<KitchenOffice> Open(string? folder = null)
    {
        folder ??= Directory.CreateTempSubdirectory("genggam-moves").FullName;
        var office = new KitchenOffice(folder, await Town.Open(Town.OptionsIn(folder)));
        office.Get<ReleaseStore>().Keep(office.Target);
        return office;
    }

    public string Folder => folder;

    public Release Old => Get<ServiceCatalogue>().Find(Service)!;

    public Release Target => field ??= Changed(Old);

    public MigrationPlan Plan =>
        new("", Old.Hash, Target.Hash)
        {
            Elements = ImmutableSortedDictionary<string, string>.Empty.Add(Step, NewStep),
            Timers = TimerRule.Anew,
            Deadline = DeadlineRule.Anew,
        };

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>Hands in so many applications. Of four cases two wait for a check, one of them with somebody, one for the applicant and one for the inspection.</summary>
    public async Task<ImmutableArray<CaseId>> HandIn(int count, CancellationToken cancel)
    {
        var applicant = await Get<JournalStore>().Subjects.OfNik(Nik);
        var by = Actor.Citizen("warga");
        var data = Submission();
        var ids = Enumerable.Range(0, count).Select(_ => new CaseId(Guid.CreateVersion7())).ToImmutableArray();
        await Parallel.ForAsync(
            0,
            count,
            new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = cancel },
            async (i, stop) =>
            {
                var submit = new Command.Submit(
                    string.Create(CultureInfo.InvariantCulture, $"UJI-{ids[i].Value:N}"),
                    Agency,
                    "Asia/Jakarta",
                    ImmutableSortedDictionary<string, Guid>.Empty.Add("pemohon", applicant.Value),
                    new Personal(data)
                );
                var follow = new Follow(Digest.Of(Encoding.UTF8.GetBytes(submit.Number)));
                Accepted(await Get<CaseRunner>().Open(ids[i], Old, submit, by, "uji", null, follow, stop));
                if (i % 4 > 0)
                    await Do(ids[i], new Command.Claim($"{Step}.1"), Verifier);
                if (i % 4 > 1)
                    await Do(ids[i], i % 4 == 2 ? Returns() : Approves(), Verifier);
            }
        );
        return ids;
    }

    public async Task<RunResult> Do(CaseId id, Command command, Actor by) => Accepted(await Send(id, command, by));

    public Task<RunResult> Send(CaseId id, Command command, Actor by) =>
        Get<CaseRunner>().Run(id, command, by, "uji", null, CancellationToken.None);

    public async Task<LoadedCase> Load(CaseId id) => (await Get<CaseReader>().Load(id, CancellationToken.None))!;

    public async Task<ImmutableDictionary<CaseId, LoadedCase>> LoadAll(IEnumerable<CaseId> ids)
    {
        var loaded = new ConcurrentDictionary<CaseId, LoadedCase>();
        await Parallel.ForEachAsync(ids, async (id, _) => loaded[id] = await Load(id));
        return loaded.ToImmutableDictionary();
    }

    public async Task<MigrationId> Start(MigrationFilter? filter = null, MigrationPlan? plan = null) =>
        Assert
            .IsType<StartMigration.Started>(
                await Get<Migrations>().Start(plan ?? Plan, filter ?? MigrationFilter.All, Owner)
            )
            .Id;

    public async Task<MigrationStatus> Run(MigrationId id)
    {
        await Get<MigrationRun>().Run(id, CancellationToken.None);
        return (await Get<Migrations>().Status(id))!;
    }

    private static RunResult Accepted(RunResult result)
    {
        if (result is RunResult.Refused { Refusal: var no })
            Assert.Fail($"{no.Number} {string.Join(' ', no.Rules)} {string.Join(' ', no.Fields)}");
        return Assert.IsType<RunResult.Accepted>(result);
    }

    private FeelContext Submission()
    {
        var example = ServiceFolder.Examples(Old, [])[0];
        var entries = ExampleRunner.Run(Get<ServiceCatalogue>().World(Old), example).Entries;
        return ((Command.Submit)entries[0].Command).Data.Values;
    }

    private static Command.Complete Returns() =>
        new(
            $"{Step}.1",
            "return",
            Personal.Nothing,
            Personal.Text("Belum lengkap."),
            [new Defect("usaha.alur_kerja", "Tulis cara menyimpan makanan matang.")]
        );

    private static Command.Complete Approves() =>
        new(
            $"{Step}.1",
            "approve",
            new Personal(
                FeelContext.Of(("dokumen_lengkap", true), ("tanggal_inspeksi", FeelDate.Of(new DateOnly(2026, 11, 26))))
            ),
            Personal.Nothing,
            []
        );

    private static Release Changed(Release old)
    {
        var parts = old.Parts;
        var process = ElementId().Replace(Text("process.bpmn"), $"$1=\"{NewStep}\"");
        process = process.Replace($"{Step}.outcome", $"{NewStep}.outcome", StringComparison.Ordinal);
        process = process.Replace(">P2D<", ">P4D<", StringComparison.Ordinal);
        var service = Text("service.yaml").Replace("amount: 10", "amount: 12", StringComparison.Ordinal);
        return ServiceFolder.FromParts(
            parts.SetItem("process.bpmn", Bytes(process)).SetItem("service.yaml", Bytes(service)),
            []
        );

        string Text(string file) => Encoding.UTF8.GetString(parts[file].AsSpan());
        static ImmutableArray<byte> Bytes(string text) => [.. Encoding.UTF8.GetBytes(text)];
    }

    [GeneratedRegex($"\\b(id|sourceRef|targetRef|attachedToRef)=\"{Step}\"")]
    private static partial Regex ElementId();

    /// <summary>The program ends; its data stay.</summary>
    public async Task Close()
    {
        await services.DisposeAsync();
        SqliteConnection.ClearAllPools();
    }

    public async ValueTask DisposeAsync()
    {
        await Close();
        Directory.Delete(folder, recursive: true);
    }
}
