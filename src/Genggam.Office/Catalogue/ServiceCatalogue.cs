using System.Collections.Concurrent;
using System.Collections.Immutable;
using Genggam.Engine;
using Genggam.Office.Catalogue.Checks;
using Genggam.Standards;
using Microsoft.Extensions.Logging;

namespace Genggam.Office.Catalogue;

/// <summary>The services on offer and every release that a case may still stand under.</summary>
public sealed class ServiceCatalogue
{
    private readonly ReleaseStore store;
    private readonly ConcurrentDictionary<string, Release> byHash = new(StringComparer.Ordinal);
    private volatile State current;

    private ServiceCatalogue(
        ReleaseStore store,
        ImmutableSortedDictionary<string, Release> services,
        ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, string>> leftOut,
        CalendarVersion calendar
    )
    {
        LeftOut = leftOut;
        this.store = store;
        Calendar = calendar;
        current = new State(services, new ServiceSearch(services.Values));
    }

    public CalendarVersion Calendar { get; }

    /// <summary>
    /// Folders that did not pass their check, each with what its service is called by language, as far as that could be read.
    /// </summary>
    public ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, string>> LeftOut { get; }

    public IEnumerable<Release> Services => current.Services.Values;

    /// <summary>
    /// Publishes every folder below <paramref name="folder"/> that passes its check; a broken one is named and left out. What
    /// has passed under this very program is not checked again.
    /// </summary>
    public static ServiceCatalogue Open(string folder, ReleaseStore store, ILogger log)
    {
        store.Adopt();
        var faults = new List<Problem>();
        var calendar = ReadCalendar(folder, faults);
        foreach (var fault in faults)
            log.LogError("The calendar is not read whole: {Problem}", fault);
        var services = ImmutableSortedDictionary.CreateBuilder<string, Release>(StringComparer.Ordinal);
        var leftOut = ImmutableSortedDictionary.CreateBuilder<string, ImmutableSortedDictionary<string, string>>(
            StringComparer.Ordinal
        );
        foreach (var service in Folders(folder))
        {
            var reading = ServiceFolder.Read(service);
            if (reading.Value is { } known && store.HasPassed(known.Hash, Checked(calendar)))
            {
                services[known.Id] = known;
                continue;
            }
            var report = ServiceCheck.Run(service, reading, calendar);
            if (report.Passed && report.Release is { } release)
            {
                store.Keep(release);
                store.Passed(release.Hash, Checked(calendar));
                services[release.Id] = release;
                continue;
            }
            leftOut[Path.GetFileName(service)] = Names(reading.Value);
            foreach (var problem in report.Problems.Where(p => p.Severity == Severity.Error))
                log.LogError("{Service} is not offered: {Problem}", Path.GetFileName(service), problem);
            foreach (var example in report.Examples.Where(e => e.Faults.Length > 0))
                log.LogError(
                    "{Service} is not offered: {Example} {Fault}",
                    Path.GetFileName(service),
                    example.File,
                    example.Faults[0]
                );
        }
        return new ServiceCatalogue(store, services.ToImmutable(), leftOut.ToImmutable(), calendar);
    }

    private static ImmutableSortedDictionary<string, string> Names(Release? release) =>
        (release?.Texts.Values ?? [])
            .Select(book => (book.Language, Name: book.Find("name")))
            .Where(n => n.Name is not null)
            .ToImmutableSortedDictionary(n => n.Language, n => n.Name!, StringComparer.Ordinal);

    /// <summary>What a check depends on beside the release: the program and the calendar.</summary>
    private static string Checked(CalendarVersion calendar) =>
        string.Join(
            '\n',
            typeof(ServiceCheck).Module.ModuleVersionId,
            typeof(CaseLogic).Module.ModuleVersionId,
            typeof(Problem).Module.ModuleVersionId,
            calendar.Id
        );

    public static IEnumerable<string> Folders(string folder) =>
        Directory.Exists(folder)
            ? Directory
                .EnumerateDirectories(folder)
                .Where(d => File.Exists(Path.Combine(d, "service.yaml")))
                .Order(StringComparer.Ordinal)
            : [];

    /// <param name="problems">Every day and hour that could not be read; the calendar stands without them.</param>
    public static CalendarVersion ReadCalendar(string folder, List<Problem> problems)
    {
        var calendars = Path.Combine(folder, "calendars");
        var files = Directory.Exists(calendars)
            ? Directory.EnumerateFiles(calendars, "*.yaml").Order(StringComparer.Ordinal)
            : Enumerable.Empty<string>();
        return SharedYaml.Calendar(files.Select(f => (Path.GetFileName(f), File.ReadAllText(f))), problems);
    }

    public Release? Find(string service) => current.Services.GetValueOrDefault(service);

    /// <summary>What the service is called; its id where it is offered no more.</summary>
    public string NameOf(string service, string language) => Find(service)?.TextsIn(language)["name"] ?? service;

    /// <summary>The roles a service works with; none for one that is not offered.</summary>
    public IEnumerable<string> RolesOf(string service) => Find(service)?.Service.Roles ?? [];

    /// <summary>Services whose texts meet the words, best first; all of them for no words.</summary>
    public IReadOnlyList<Release> Search(string query) => current.Search.Find(query);

    public World World(Release release) => new(release, null, Calendar, ZoneVersion.Indonesia);

    /// <summary>The world an entry was decided under, from its stamp.</summary>
    public World World(Stamp stamp) => World(Release(stamp.Core));

    /// <summary>A release by its hash, published now or before.</summary>
    public Release Release(string hash) =>
        byHash.GetOrAdd(hash, h => current.Services.Values.FirstOrDefault(r => r.Hash == h) ?? store.Load(h));

    private sealed record State(ImmutableSortedDictionary<string, Release> Services, ServiceSearch Search);
}
