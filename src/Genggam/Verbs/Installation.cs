using System.CommandLine;
using Genggam.Journal;
using Genggam.Office;
using Genggam.Office.Notices;
using Genggam.Office.People;
using Microsoft.EntityFrameworkCore;
using Spectre.Console;

namespace Genggam.Verbs;

/// <summary>An installation as a verb works on it: everything the office has, without pages and without effects running.</summary>
internal sealed class Installation : IAsyncDisposable
{
    private readonly ServiceProvider provider;

    private Installation(ServiceProvider provider) => this.provider = provider;

    public static Option<string?> Data() =>
        new("--data") { Description = "The data folder; ./data where it is not named" };

    /// <summary>The settings of the server, with what the verb was told.</summary>
    public static OfficeOptions Options(string? data, bool? demo = null)
    {
        var settings = new Dictionary<string, string?> { ["Genggam:Data"] = data, ["Genggam:Demo"] = demo?.ToString() };
        return Composition.Options(
            Configuration().AddInMemoryCollection(settings.Where(s => s.Value is not null)).Build()
        );
    }

    /// <exception cref="DirectoryNotFoundException">Nothing is installed there.</exception>
    public static void MustBeThere(OfficeOptions options)
    {
        if (options.Postgres is null && !File.Exists(Path.Combine(options.Data, "journal.db")))
            throw new DirectoryNotFoundException($"There is no journal in {Path.GetFullPath(options.Data)}.");
    }

    /// <exception cref="DirectoryNotFoundException">Nothing is installed there.</exception>
    public static async Task<Installation> Open(OfficeOptions options)
    {
        MustBeThere(options);
        return await Make(options);
    }

    public static async Task<Installation> Make(OfficeOptions options) => new(await Compose(options));

    public static async Task<ServiceProvider> Compose(OfficeOptions options)
    {
        var services = new ServiceCollection();
        services.AddLogging(log => log.AddSimpleConsole().SetMinimumLevel(LogLevel.Warning));
        services.AddNotices(Configuration().Build(), options.Demo);
        services.AddPeople(new PeopleOptions(options.Data, options.Postgres) { Demo = options.Demo });
        await services.AddOffice(options);
        Composition.Connect(services);
        var provider = services.BuildServiceProvider();
        await provider.PreparePeople();
        return provider;
    }

    public IServiceProvider Services => provider;

    public T Get<T>()
        where T : notnull => provider.GetRequiredService<T>();

    public ValueTask DisposeAsync() => provider.DisposeAsync();

    /// <summary>Runs the work of a verb with its refusals as one red line and exit code 1, and Ctrl+C as 130.</summary>
    public static async Task<int> Guarded(Func<Task<int>> work)
    {
        try
        {
            return await work();
        }
        catch (OperationCanceledException)
        {
            AnsiConsole.MarkupLine("[yellow]Stopped.[/]");
            return 130;
        }
        catch (Exception refused)
            when (refused is JournalException or IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return No(refused.Message);
        }
    }

    /// <summary>A refusal: one red line and exit code 1.</summary>
    public static int No(string why)
    {
        AnsiConsole.MarkupLineInterpolated($"[red]{why}[/]");
        return 1;
    }

    private static IConfigurationBuilder Configuration() =>
        new ConfigurationBuilder()
            .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true)
            .AddEnvironmentVariables();
}
