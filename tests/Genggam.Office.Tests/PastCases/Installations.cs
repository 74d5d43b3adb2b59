using System.Security.Cryptography;
using System.Text;
using Genggam.Journal;
using Genggam.Office.PastCases;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Genggam.Office.Tests.PastCases;

/// <summary>Empty installations to tell past cases in.</summary>
public sealed class Installations : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("genggam-past-").FullName;
    private readonly List<ServiceProvider> open = [];

    public async Task<ServiceProvider> Empty()
    {
        var services = await Town.Open(Town.OptionsIn(Path.Combine(folder, $"{open.Count}")));
        open.Add(services);
        return services;
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
            hash.AppendData(Encoding.UTF8.GetBytes($"{document.Number} {document.HolderName}"));
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
