using Genggam.Journal;
using Genggam.Office.Agencies;
using Genggam.Office.Cases;
using Genggam.Office.Catalogue;
using Genggam.Office.PastCases;
using Genggam.Office.PastCases.Profiles;
using Genggam.Office.PastCases.Telling;
using Microsoft.Extensions.DependencyInjection;

namespace Genggam.Office.Tests.PastCases;

/// <summary>An installation with many births of one year in it, without files.</summary>
public sealed class Province : IAsyncLifetime
{
    private readonly Installations installations = new();

    public const string Service = "akta-kelahiran";
    public const int Cases = 1500;

    public static PastCasesOrder Year { get; } = new(Service, Cases, Seed: 7, Days: 330, []) { Stretch = 400 };

    public IServiceProvider Services { get; private set; } = null!;

    internal IReadOnlyList<LoadedCase> Births { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        Services = await installations.Empty();
        await Installations.Load(Services, Year);
        Births = await All(Services);
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

    public ValueTask DisposeAsync() => installations.DisposeAsync();
}
