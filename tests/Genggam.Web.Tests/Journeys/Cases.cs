using Genggam.Engine;
using Genggam.Journal;
using Genggam.Office.Cases;
using Genggam.Web.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace Genggam.Web.Tests.Journeys;

/// <summary>What the office itself knows of a case.</summary>
internal static class Cases
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>The id in the address of a page of a case.</summary>
    public static CaseId At(string url) =>
        new(
            new Uri(url)
                .Segments.Select(s => s.TrimEnd('/'))
                .Where(s => Guid.TryParse(s, out _))
                .Select(Guid.Parse)
                .Last()
        );

    /// <summary>The page of a granted case, as assistive programs read it.</summary>
    /// <param name="service">Words of the service's name.</param>
    public static string Granted(string service) =>
        $"""
            - main:
              - heading /{service}/ [level=1]
              - term: Keadaan
              - definition:
                - strong: Dikabulkan
              - heading "Keputusan" [level=2]
              - heading "Dokumen" [level=2]
              - list:
                - listitem:
                  - link /PDF/
              - heading "Perjalanan berkas" [level=2]
            """;

    public static async Task<Case> Now(Host host, CaseId id) =>
        (await host.Services.GetRequiredService<CaseReader>().Load(id, TestContext.Current.CancellationToken))!.Case;

    /// <summary>The case once its letter is out. Looks again whenever the office says that an entry has effects.</summary>
    public static async Task<Case> WithLetter(Host host, CaseId id)
    {
        var cancel = TestContext.Current.CancellationToken;
        var runner = host.Services.GetRequiredService<CaseRunner>();
        var reader = host.Services.GetRequiredService<CaseReader>();
        using var written = new SemaphoreSlim(0);
        void Wake() => written.Release();
        runner.EffectsWaiting += Wake;
        try
        {
            while (true)
            {
                var loaded = await reader.Load(id, cancel);
                if (loaded is { Case.Documents.Length: > 0 })
                    return loaded.Case;
                Assert.True(await written.WaitAsync(Patience, cancel), "The letter does not come.");
            }
        }
        finally
        {
            runner.EffectsWaiting -= Wake;
        }
    }
}
