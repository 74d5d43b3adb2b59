using System.Collections.Concurrent;
using Genggam.Engine;
using Genggam.Journal;
using Genggam.Journal.Tests;
using Genggam.Office.Applications;
using Genggam.Office.Cases;
using Genggam.Office.Catalogue;
using Genggam.Office.People;
using Genggam.Office.Safekeeping;
using Genggam.Standards.Feel;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Genggam.Office.Tests.Safekeeping;

/// <summary>A backup that is taken while people hand in restores elsewhere with all that had been acknowledged.</summary>
public sealed class RestoreDrillTests(PostgresCluster cluster) : IClassFixture<PostgresCluster>
{
    private const string MayErase = "laik-higiene-sanitasi";
    private const string Instant = "nib-mikro-risiko-rendah";
    private const int AtOnce = 3;
    private const int Acknowledged = 12;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_backup_under_load_holds_all_that_was_acknowledged_and_erased_people_stay_erased(bool onPostgres)
    {
        await using var town = await Opened(onPostgres);
        var (before, after) = await TwoPeople(town);
        await Erase(town, before);
        var (files, acknowledged, at) = await BackupUnderLoad(town);
        await Erase(town, after);

        var place = Place(town, onPostgres);
        var result = await town.Get<RestoreDrill>().Run(place, files.Data, files.Keys, null, Stop);

        Assert.Null(result.Row.Problem);
        Assert.Equal(result.Row, await town.Get<JournalStore>().Drills.LastGood());
        Assert.True(result.Row.Documents > 0);
        Assert.True(result.Row.Until >= at);
        await using var restored = await Town.Open(place);
        var journal = restored.GetRequiredService<JournalStore>();
        foreach (var @case in acknowledged)
            Assert.NotEmpty(await journal.Read(@case));
        foreach (var nik in new[] { before, after })
            Assert.Null(await journal.Subjects.FindByNik(nik));
        Assert.Equal(
            await Readable(town.Get<CaseReader>(), acknowledged),
            await Readable(restored.GetRequiredService<CaseReader>(), acknowledged)
        );
    }

    [Fact]
    public async Task A_backup_of_another_journal_is_no_proof()
    {
        await using var town = await Opened(false);
        await using var other = await Opened(false);
        var files = await other.Backup();

        var result = await town.Get<RestoreDrill>().Run(Place(town, false), files.Data, files.Keys, null, Stop);

        Assert.Contains("another journal", result.Row.Problem, StringComparison.Ordinal);
        Assert.Null(await town.Get<JournalStore>().Drills.LastGood());
    }

    [Fact]
    public async Task A_database_to_rehearse_in_is_empty_at_first_and_gone_afterwards()
    {
        var options = new JournalOptions
        {
            Folder = Directory.CreateTempSubdirectory("genggam-scratch").FullName,
            CheckpointEvery = null,
        };
        await using (var scratch = await ScratchDatabase.Make(cluster.ConnectionString))
        {
            options = options with { Postgres = scratch.Connection };
            await using var journal = await JournalStore.Open(options);
            Assert.Equal(0, await journal.Head());
        }
        var gone = await Assert.ThrowsAsync<PostgresException>(() => JournalStore.Open(options));
        Assert.Equal(PostgresErrorCodes.InvalidCatalogName, gone.SqlState);
        Directory.Delete(options.Folder, recursive: true);
    }

    [Fact]
    public async Task An_installation_that_moves_to_PostgreSQL_has_everything_there_and_is_not_begun_again_here()
    {
        await using var town = await Opened(false);
        await DemoPeople.Seed(
            town.Get<IServiceProvider>(),
            town.Get<Office.Agencies.Agencies>(),
            town.Get<ServiceCatalogue>().RolesOf,
            Stop
        );
        var (erased, _) = await TwoPeople(town);
        await Erase(town, erased);
        var to = Empty();

        Assert.IsType<MoveResult.Moved>(await town.Get<Moving>().Run(to, null, Stop));

        Assert.Empty(Directory.EnumerateDirectories(town.Options.Data, "move-*"));
        await Assert.ThrowsAsync<JournalMoved>(() => Town.Open(town.Options));
        await using var there = await Town.Open(town.Options with { Postgres = to });
        Assert.True((await there.GetRequiredService<Inspection>().Run(null, Stop)).Holds);
        Assert.Null(await there.GetRequiredService<JournalStore>().Subjects.FindByNik(erased));
        await using var scope = there.CreateAsyncScope();
        var signIn = scope.ServiceProvider.GetRequiredService<SignIn>();
        Assert.IsType<SignInResult.Welcome>(
            await signIn.Citizen(DemoPeople.Citizens[0].Nik, DemoPeople.Password, Stop)
        );
    }

    [Fact]
    public async Task A_move_of_what_still_changes_is_told_and_nothing_is_moved()
    {
        await using var town = await Opened(false);
        var changing = new Changing(town);

        var result = await town.Get<Moving>().Run(Empty(), changing, Stop);

        Assert.Contains("drill", Assert.IsType<MoveResult.Changed>(result).Tables);
        Assert.False(File.Exists(new JournalOptions { Folder = town.Options.Data }.MovedPath));
    }

    /// <summary>Writes into the installation while the copy is verified.</summary>
    private sealed class Changing(Town town) : IProgress<VerifyProgress>
    {
        public void Report(VerifyProgress value) =>
            Task.Run(() =>
                    town.Get<JournalStore>().Drills.Add(new DrillRow(Town.Present, "other", 1, 0, 0, 0, null, "none"))
                )
                .Wait(Stop);
    }

    private async Task<Town> Opened(bool onPostgres)
    {
        var town = new Town(onPostgres ? Empty() : null, Town.Cases);
        await town.InitializeAsync();
        return town;
    }

    private string Empty() => cluster.NewDatabase($"drill_{Guid.NewGuid():N}");

    private OfficeOptions Place(Town town, bool onPostgres) =>
        town.Options with
        {
            Data = town.Folder($"{Guid.NewGuid():N}"),
            Postgres = onPostgres ? Empty() : null,
        };

    /// <summary>People with one case each, closed, of a service that may erase.</summary>
    private static async Task<(string First, string Second)> TwoPeople(Town town)
    {
        var found = new List<string>();
        foreach (var loaded in (await town.CasesOf(MayErase)).Where(c => c.Case.Status == CaseStatus.Closed))
            if (
                Town.HandedIn(loaded).At("pemohon.nik") is FeelString { Value: var nik }
                && await town.Get<JournalStore>().Subjects.FindByNik(nik) is { } subject
                && await town.Get<JournalStore>().CasesWith([subject], Stop) is [_]
            )
                found.Add(nik);
        return (found[0], found[1]);
    }

    private static async Task Erase(Town town, string nik)
    {
        var erasure = town.Get<Erasure>();
        await erasure.Do((await erasure.Plan(nik, ErasureGround.ConsentWithdrawn, Stop))!, Stop);
    }

    /// <summary>People go on handing in while it is taken; what was acknowledged before it began, and when that was.</summary>
    private static async Task<(
        (string Data, string Keys) Files,
        CaseId[] Acknowledged,
        DateTimeOffset At
    )> BackupUnderLoad(Town town)
    {
        var answers = new ConcurrentQueue<CaseId>();
        var enough = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var taken = 0;
        var people = Enumerable
            .Range(0, AtOnce)
            .Select(who =>
                Task.Run(
                    async () =>
                    {
                        for (var i = 0; Volatile.Read(ref taken) == 0; i++)
                        {
                            var answer = await town.Submit(Instant, $"load/{who}/{i}");
                            answers.Enqueue(Assert.IsType<SubmitResult.Submitted>(answer).Case);
                            if (answers.Count >= Acknowledged)
                                enough.TrySetResult();
                        }
                    },
                    Stop
                )
            )
            .ToArray();
        try
        {
            await await Task.WhenAny(enough.Task, Task.WhenAll(people));
            var before = answers.ToArray();
            return (await town.Backup(), before, Town.Present);
        }
        finally
        {
            Volatile.Write(ref taken, 1);
            await Task.WhenAll(people);
        }
    }

    private static async Task<string[]> Readable(CaseReader reader, CaseId[] cases)
    {
        var read = new List<string>();
        foreach (var @case in cases)
        {
            var loaded = (await reader.Load(@case, Stop))!;
            read.Add($"{loaded.Case.Number} {Town.HandedIn(loaded)}");
        }
        return [.. read];
    }
}
