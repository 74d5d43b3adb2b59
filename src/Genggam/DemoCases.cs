using Genggam.Journal;
using Genggam.Office;
using Genggam.Office.PastCases;
using Genggam.Office.People;
using Microsoft.EntityFrameworkCore;

namespace Genggam;

/// <summary>
/// What an empty demo begins with: a month of cases, so that desk, registers and statistics are not bare. Their letters are
/// made after the start, one by one; until then the case says that it waits for its letter.
/// </summary>
internal static partial class DemoCases
{
    private const int Seed = 2023;
    private const int Days = 35;

    public static async Task Fill(IServiceProvider services, OfficeOptions options, CancellationToken cancel)
    {
        var journal = services.GetRequiredService<JournalStore>();
        if (options.DemoCases == 0 || !(await journal.ReadFrom(0, 1)).IsEmpty)
            return;
        var log = services.GetRequiredService<ILoggerFactory>().CreateLogger("Genggam");
        Telling(log, options.DemoCases);
        var known = DemoPeople.Citizens.Take(1).SelectMany(c => Enumerable.Repeat(c, 3));
        var order = new PastCasesOrder(
            null,
            options.DemoCases,
            Seed,
            Days,
            [.. known.Select(c => new StoryPerson(c.Nik, c.Name, "081234500001"))]
        )
        {
            Files = true,
        };
        var begun = await services.GetRequiredService<StoryBook>().Begin(order, await Officers(services), null, cancel);
        var life = services.GetRequiredService<IHostApplicationLifetime>();
        life.ApplicationStarted.Register(() => Task.Run(() => Letters(begun, log, life.ApplicationStopping)));
    }

    private static async Task Letters(PastCasesBegun begun, ILogger log, CancellationToken stopping)
    {
        try
        {
            LettersBegin(log, begun.Letters);
            LettersMade(log, await begun.MakeLetters(null, stopping));
        }
        catch (OperationCanceledException)
        {
            // What is left the effect runner makes, dated when it does.
        }
        catch (Exception e)
        {
            LettersFailed(log, e);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Telling {Cases} demo cases; only an empty demo needs this")]
    private static partial void Telling(ILogger log, int cases);

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "Making the letters of {Cases} demo cases in the background"
    )]
    private static partial void LettersBegin(ILogger log, int cases);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Cases} demo cases have their letters")]
    private static partial void LettersMade(ILogger log, int cases);

    [LoggerMessage(Level = LogLevel.Error, Message = "The letters of demo cases could not all be made")]
    private static partial void LettersFailed(ILogger log, Exception fault);

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
