using Genggam.Journal;
using Genggam.Office;
using Genggam.Office.PastCases;
using Genggam.Office.People;
using Microsoft.EntityFrameworkCore;

namespace Genggam;

/// <summary>What an empty demo begins with, so that desk, registers and statistics are not bare.</summary>
internal static class DemoCases
{
    private const int Seed = 2023;
    private const int Days = 45;

    public static async Task Fill(IServiceProvider services, OfficeOptions options, CancellationToken cancel)
    {
        var journal = services.GetRequiredService<JournalStore>();
        if (options.DemoCases == 0 || !(await journal.ReadFrom(0, 1)).IsEmpty)
            return;
        services
            .GetRequiredService<ILoggerFactory>()
            .CreateLogger("Genggam")
            .LogInformation("Telling {Cases} demo cases; only an empty demo needs this", options.DemoCases);
        var known = DemoPeople.Citizens.Take(1).SelectMany(c => Enumerable.Repeat(c, 3));
        var order = new PastCasesOrder(
            null,
            options.DemoCases,
            Seed,
            Days,
            [.. known.Select(c => new StoryPerson(c.Nik, c.Name, "081234500001"))]
        );
        await services.GetRequiredService<StoryBook>().Load(order, await Officers(services), null, cancel);
    }

    /// <summary>Demo officers are named <c>role.agency</c>; where there is none, the name in the example stands for one.</summary>
    public static async Task<OfficerOf> Officers(IServiceProvider services)
    {
        await using var accounts = await services
            .GetRequiredService<IDbContextFactory<AccountsDb>>()
            .CreateDbContextAsync();
        var ids = await accounts
            .Users.Where(u => u.AgencyId != null)
            .ToDictionaryAsync(u => u.UserName!, u => u.Id.ToString(), StringComparer.Ordinal);
        return (agency, _, name) => ids.GetValueOrDefault($"{name}.{agency}") ?? $"{name}.{agency}";
    }
}
