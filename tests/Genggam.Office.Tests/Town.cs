using Genggam.Engine;
using Genggam.Journal;
using Genggam.Office.Applications;
using Genggam.Office.Cases;
using Genggam.Office.Catalogue;
using Genggam.Office.Effects;
using Genggam.Office.Notices;
using Genggam.Office.PastCases;
using Genggam.Office.People;
using Genggam.Office.Safekeeping;
using Genggam.Office.Tests.People;
using Genggam.Standards.Feel;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Genggam.Office.Tests;

/// <summary>A whole installation in a folder of its own, with the shipped services and some months of past cases.</summary>
public sealed class Town : IAsyncLifetime
{
    public const int Cases = 30;

    public static readonly DateTimeOffset Present = new(2026, 11, 24, 3, 0, 0, TimeSpan.Zero);

    private readonly string folder = Directory.CreateTempSubdirectory("genggam-town").FullName;
    private readonly string? postgres;
    private readonly int cases = Cases;
    private ServiceProvider services = null!;

    public Town() { }

    /// <param name="postgres">The connection to an empty database; null for SQLite.</param>
    internal Town(string? postgres, int cases) => (this.postgres, this.cases) = (postgres, cases);

    internal OfficeOptions Options => OptionsIn(Path.Combine(folder, "data")) with { Postgres = postgres };

    internal static OfficeOptions OptionsIn(string data) =>
        new()
        {
            Data = data,
            Services = ShippedServices,
            Demo = true,
        };

    public static string ShippedServices { get; } = Path.Combine(Root(), "services");

    public PastCasesTold Told { get; private set; } = null!;

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public string Folder(string name) => Path.Combine(folder, name);

    public async ValueTask InitializeAsync()
    {
        services = await Open(Options);
        var order = new PastCasesOrder(null, cases, Seed: 7, Days: 120, []) { Files = true };
        Told = await Get<StoryBook>()
            .Load(order, (agency, _, name) => $"{name}.{agency}", null, TestContext.Current.CancellationToken);
    }

    /// <param name="also">What takes the place of the usual.</param>
    internal static async Task<ServiceProvider> Open(OfficeOptions options, Action<IServiceCollection>? also = null)
    {
        var services = new ServiceCollection().AddLogging();
        services.AddSingleton<TimeProvider>(new TestClock { Now = Present });
        services.AddNotices(new ConfigurationBuilder().Build(), demo: true);
        services.AddPeople(new PeopleOptions(options.Data, options.Postgres) { Demo = options.Demo });
        services.AddSingleton<FindReachable>(p => p.GetRequiredService<Persons>().FindReachable);
        await services.AddOffice(options);
        also?.Invoke(services);
        var provider = services.BuildServiceProvider();
        await provider.PreparePeople();
        return provider;
    }

    internal async Task<IReadOnlyList<LoadedCase>> CasesOf(string service)
    {
        var page = await Get<JournalStore>().Cases.List(new CaseFilter(Service: service), Cases);
        var loaded = new List<LoadedCase>();
        foreach (var row in page.Rows)
            loaded.Add((await Get<CaseReader>().Load(row.Case, TestContext.Current.CancellationToken))!);
        return loaded;
    }

    /// <summary>Somebody of the past hands in once more, with other answers where that is wanted.</summary>
    internal async Task<SubmitResult> Submit(
        string service,
        string key,
        Func<FeelContext, FeelContext>? otherwise = null
    )
    {
        var told = (await CasesOf(service)).First(c => c.Case.Status != CaseStatus.New && c.Erased.IsEmpty);
        var data = HandedIn(told);
        var nik = ((FeelString)data.At("pemohon.nik")).Value;
        var applicant = await Get<JournalStore>().Subjects.OfNik(nik);
        return await Get<Submission>()
            .Submit(
                Get<ServiceCatalogue>().Find(service)!,
                told.Case.Agency!,
                otherwise?.Invoke(data) ?? data,
                applicant,
                Actor.Citizen(applicant.Value.ToString("N")),
                "uji",
                key,
                TestContext.Current.CancellationToken
            );
    }

    /// <summary>What was handed in, also where the application was refused and the case never opened.</summary>
    internal static FeelContext HandedIn(LoadedCase loaded) =>
        loaded.Entries.Select(e => e.Command).OfType<Command.Submit>().First().Data.Values;

    /// <summary>A backup of it as it is now, in two files of their own.</summary>
    internal async Task<(string Data, string Keys)> Backup()
    {
        var (data, keys) = (Folder($"{Guid.NewGuid():N}.backup"), Folder($"{Guid.NewGuid():N}.keys"));
        await Archive.Backup(
            Get<JournalStore>(),
            Get<IDbContextFactory<AccountsDb>>(),
            Options,
            data,
            keys,
            TestContext.Current.CancellationToken
        );
        return (data, keys);
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private static string Root()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "Genggam.slnx")))
            root = root.Parent ?? throw new DirectoryNotFoundException("Genggam.slnx stands in no folder above.");
        return root.FullName;
    }
}
