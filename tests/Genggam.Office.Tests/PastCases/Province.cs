using System.Security.Cryptography;
using Genggam.Engine;
using Genggam.Journal;
using Genggam.Office.Agencies;
using Genggam.Office.Cases;
using Genggam.Office.Catalogue;
using Genggam.Office.PastCases;
using Genggam.Office.PastCases.Profiles;
using Genggam.Office.PastCases.Telling;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Genggam.Office.Tests.PastCases;

/// <summary>Installations with many births of one year in them, without files.</summary>
public sealed class Province : IAsyncLifetime
{
    public const string Service = "akta-kelahiran";
    public const int Cases = 1500;

    private readonly string folder = Directory.CreateTempSubdirectory("genggam-province-").FullName;
    private readonly List<ServiceProvider> open = [];
    private int installations;

    public static PastCasesOrder Year { get; } = new(Service, Cases, Seed: 7, Days: 330, []) { Stretch = 400 };

    public IServiceProvider Services { get; private set; } = null!;

    internal IReadOnlyList<LoadedCase> Births { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        Services = await Empty();
        await Load(Services, Year);
        Births = await All(Services);
    }

    public static Task<PastCasesTold> Load(IServiceProvider services, PastCasesOrder order) =>
        Load(services, order, null, TestContext.Current.CancellationToken);

    public static Task<PastCasesTold> Load(
        IServiceProvider services,
        PastCasesOrder order,
        IProgress<PastCasesProgress>? progress,
        CancellationToken cancel
    ) =>
        services.GetRequiredService<StoryBook>().Load(order, (agency, _, name) => $"{name}.{agency}", progress, cancel);

    public async Task<ServiceProvider> Empty()
    {
        var services = await Town.Open(Town.OptionsIn(Path.Combine(folder, $"{installations++}")));
        open.Add(services);
        return services;
    }

    /// <summary>How the offices work that an order is told at.</summary>
    internal IReadOnlyList<Desk> Desks =>
        new Desks(
            Services.GetRequiredService<ServiceCatalogue>(),
            Services.GetRequiredService<Genggam.Office.Agencies.Agencies>(),
            Services.GetRequiredService<Regions>()
        )
            .Of(Year, ProfileShelf.All, Town.Present)
            .All;

    internal static async Task<IReadOnlyList<LoadedCase>> All(IServiceProvider services)
    {
        var reader = services.GetRequiredService<CaseReader>();
        var all = new List<LoadedCase>();
        for (CaseCursor? after = null; ; )
        {
            var page = await services
                .GetRequiredService<JournalStore>()
                .Cases.List(new CaseFilter(Service: Service), 500, after);
            foreach (var row in page.Rows)
                all.Add((await reader.Load(row.Case, CancellationToken.None))!);
            if ((after = page.Next) is null)
                return all;
        }
    }

    /// <summary>A hash of all that the journal says, encryption apart, in its order.</summary>
    public static async Task<string> Content(IServiceProvider services)
    {
        var journal = services.GetRequiredService<JournalStore>();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var entry in await journal.ReadFrom(0, 100_000))
        {
            hash.AppendData(entry.Case.Value.ToByteArray());
            hash.AppendData(BitConverter.GetBytes(entry.Sequence));
            hash.AppendData(BitConverter.GetBytes(entry.At.UtcTicks));
            hash.AppendData(entry.Open.Span);
            foreach (var part in entry.Sealed.OfType<EntryPart.Readable>())
                hash.AppendData(part.Plain.Span);
        }
        foreach (var document in await journal.Documents.Page("", 100_000))
            hash.AppendData(System.Text.Encoding.UTF8.GetBytes($"{document.Number} {document.HolderName}"));
        return Convert.ToHexString(hash.GetHashAndReset());
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var services in open)
            await services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }
}
