using System.Text;
using Genggam.Engine;
using Genggam.Journal;
using Genggam.Office.Changes;
using Genggam.Office.Tests.People;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Genggam.Office.Tests.Changes;

/// <summary>An installation whose services are changed and published; nobody applied yet.</summary>
public sealed class Bureau : IAsyncLifetime
{
    public const string Service = "akta-kelahiran";
    public const string Rules = "keterlambatan.dmn";
    public const string Texts = "texts/id.yaml";

    private readonly string folder = Directory.CreateTempSubdirectory("genggam-bureau").FullName;
    private ServiceProvider services = null!;

    public Actor Rina { get; } = Actor.Officer("rina", "ditjen-dukcapil", Ownership.Owner);
    public Actor Made { get; } = Actor.Officer("made", "ditjen-dukcapil", Ownership.Owner);
    public Actor Publisher { get; } = Actor.Officer("tigor", "ditjen-dukcapil", Ownership.Publisher);
    public Actor Stranger { get; } = Actor.Officer("asing", "kemenkes", Ownership.Owner, Ownership.Publisher);

    public TestClock Clock => (TestClock)Get<TimeProvider>();

    public CancellationToken Cancel => TestContext.Current.CancellationToken;

    public string Services { get; init; } = Town.ShippedServices;

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public async ValueTask InitializeAsync() => services = await Town.Open(Options);

    private OfficeOptions Options => Town.OptionsIn(Path.Combine(folder, "data")) with { Services = Services };

    /// <summary>The same data with the program started anew.</summary>
    public async Task Restart()
    {
        await services.DisposeAsync();
        services = await Town.Open(Options);
    }

    public async Task<Change> Open(string title = "Perubahan") =>
        Assert.IsType<ChangeResult.Done>(await Get<ChangeDesk>().Open(Service, title, null, Rina)).Change;

    public async Task<ChangeResult> Save(Change seen, Actor by, string path, Func<string, string> edit)
    {
        var draft = (await Get<ChangeDesk>().Load(seen.Id))!;
        var text = edit(draft.Text(path) ?? "");
        return await Write(seen, by, path, text);
    }

    public Task<ChangeResult> Write(Change seen, Actor by, string path, string? text) =>
        Get<ChangeDesk>()
            .Save(
                seen.Id,
                seen.Steps,
                new Dictionary<string, byte[]?> { [path] = text is null ? null : Encoding.UTF8.GetBytes(text) },
                by
            );

    public async Task<Draft> Load(Change change) => (await Get<ChangeDesk>().Load(change.Id))!;

    /// <summary>A change of one text, asked for and approved.</summary>
    public async Task<Change> Published(string summary, PublicationStart? start = null)
    {
        var change = await Open(summary);
        Assert.IsType<ChangeResult.Done>(await Save(change, Rina, Texts, t => Summary(t, summary)));
        await Ask(change, start);
        var draft = await Load(change);
        return Assert
            .IsType<ChangeResult.Done>(await Get<PublicationDesk>().Approve(change.Id, draft.Hash!, Publisher, Cancel))
            .Change;
    }

    public async Task<ChangeResult> Ask(Change change, PublicationStart? start = null) =>
        await Get<PublicationDesk>()
            .Ask(
                change.Id,
                new PublicationAsk((await Load(change)).Hash!, start, "Sesuai SK", "SK 12/2027", "BA 7/2026")
                {
                    ConsultationHeld = new DateOnly(2026, 11, 2),
                    ConsultationLink = "https://example.go.id/ba7",
                },
                Rina,
                Cancel
            );

    public static string Summary(string texts, string summary)
    {
        var lines = texts.Split('\n');
        var at = Array.FindIndex(lines, l => l.StartsWith("summary:", StringComparison.Ordinal));
        lines[at] = $"summary: {summary}";
        return string.Join('\n', lines);
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }
}
