using System.Collections.Concurrent;
using System.Collections.Immutable;
using Genggam.Engine;
using Genggam.Office.Agencies;
using Genggam.Office.Catalogue.Overlays;
using Genggam.Standards;
using Microsoft.Extensions.Logging;

namespace Genggam.Office.Catalogue;

/// <summary>
/// The services on offer and every release that a case may still stand under. What is in force changes while requests run,
/// by <see cref="Refresh"/> and by the time.
/// </summary>
public sealed class ServiceCatalogue
{
    /// <summary>Whose time counts before an office is chosen.</summary>
    public const string FirstZone = "Asia/Jakarta";

    private readonly ReleaseStore store;
    private readonly PublicationLog log;
    private readonly TimeProvider clock;
    private readonly ImmutableSortedDictionary<string, Release> folders;
    private readonly Carrying carrying;
    private readonly ConcurrentDictionary<string, Release> byHash = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, CalendarVersion> calendars = new(StringComparer.Ordinal);
    private volatile State current = State.Empty;

    private ServiceCatalogue(
        ReleaseStore store,
        PublicationLog log,
        PublishedFolders folders,
        CalendarVersion calendar,
        TimeProvider clock
    )
    {
        this.store = store;
        this.log = log;
        this.clock = clock;
        this.folders = folders.Passed.AddRange(folders.Overlays);
        carrying = new Carrying(this, store, log, clock);
        LeftOut = folders.LeftOut;
        Calendar = calendar;
        foreach (var release in this.folders.Values)
            byHash[release.Hash] = release;
    }

    public CalendarVersion Calendar { get; }

    /// <summary>
    /// Folders that did not pass their check, each with what its service is called by language, as far as that could be read.
    /// </summary>
    public ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, string>> LeftOut { get; }

    public IEnumerable<Release> Services => In(FirstZone).Services.Values;

    /// <summary>Reads the folders below <paramref name="folder"/>, publishes what is new in them, and what was published before.</summary>
    public static ServiceCatalogue Open(
        string folder,
        ReleaseStore store,
        PublicationLog publications,
        TimeProvider clock,
        ILogger log
    )
    {
        store.Adopt();
        var faults = new List<Problem>();
        var calendar = ReadCalendar(folder, faults);
        foreach (var fault in faults)
            log.LogError("The calendar is not read whole: {Problem}", fault);
        store.Keep(calendar);
        var folders = PublishedFolders.Read(folder, calendar, store, log);
        var catalogue = new ServiceCatalogue(store, publications, folders, calendar, clock);
        catalogue.PublishFolders(log).GetAwaiter().GetResult();
        return catalogue;
    }

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

    /// <summary>Reads what was published since, here or on another node. Requests that run go on with what they have.</summary>
    public async Task Refresh()
    {
        if (await log.Count() != current.Rows)
            await Read();
    }

    /// <summary>How many publications there were when they were last read.</summary>
    internal long Rows => current.Rows;

    public Release? Find(string service) => Find(service, FirstZone);

    /// <summary>The release that is in force now where the clocks show the time of <paramref name="zone"/>.</summary>
    public Release? Find(string service, string zone) => In(zone).Services.GetValueOrDefault(service);

    /// <summary>
    /// The release by which an office decides what is new: the core in force where its clocks stand, under the overlay of its
    /// region where there is one.
    /// </summary>
    /// <param name="office">Null while none is chosen: the core.</param>
    public Release? Find(string service, Agency? office) =>
        Find(service, office?.Zone ?? FirstZone) is { } core ? At(core, office) : null;

    /// <summary>
    /// A core under the overlay of an office's region: the nearest region around the office, and of its publications that have
    /// begun and fit this core the last one. The core alone where there is none.
    /// </summary>
    public Release At(Release release, Agency? office)
    {
        var now = clock.GetUtcNow();
        for (var region = office?.Region; region is not null; region = new Region(region, "").Parent)
            if (OverlayAt(new ServiceKey(release.Id, region), release.Core.Hash, now, office!.Zone) is { } overlay)
                return overlay;
        return release.Core;
    }

    /// <summary>The regions that vary a service, now or at some time.</summary>
    public IEnumerable<string> RegionsOf(string service) =>
        current
            .Timetables.Keys.Select(ServiceKey.Read)
            .Where(k => k.Service == service)
            .Select(k => k.Region)
            .OfType<string>();

    /// <summary>Has the overlays of a service fit the cores that are, and will be, in force (see <see cref="Carrying"/>).</summary>
    /// <param name="coming">A publication of the core that is about to be added.</param>
    internal Task CarryOverlays(string service, PublicationEntry? coming = null) => carrying.Run(service, coming);

    /// <summary>The overlay of a region that would count at an instant on a core; null where none has begun that fits it.</summary>
    internal Release? OverlayAt(ServiceKey key, string core, DateTimeOffset at, string zone)
    {
        if (!current.Timetables.TryGetValue(key.ToString(), out var all))
            return null;
        var fitting = new Timetable([.. all.Publications.Where(p => Release(p.Hash).Core.Hash == core)]);
        return fitting.InForce(at, zone, ZoneVersion.Indonesia) is { } publication ? Release(publication.Hash) : null;
    }

    /// <summary>What was published of a service or of the overlay of a region, in order; nothing where it is not known.</summary>
    public ImmutableArray<PublicationEntry> Publications(string key) => current.Entries.GetValueOrDefault(key, []);

    /// <summary>What the service is called; its id where it is offered no more.</summary>
    public string NameOf(string key, string language) =>
        Find(ServiceKey.Read(key).Service)?.TextsIn(language)["name"] ?? key;

    /// <summary>The roles a service works with; none for one that is not offered.</summary>
    public IEnumerable<string> RolesOf(string service) => Find(service)?.Service.Roles ?? [];

    /// <summary>Services whose texts meet the words, best first; all of them for no words.</summary>
    public IReadOnlyList<Release> Search(string query) => In(FirstZone).Search.Find(query);

    public World World(Release release) => Engine.World.Under(release, Calendar, ZoneVersion.Indonesia);

    /// <summary>The world an entry was decided under, from its stamp.</summary>
    /// <exception cref="InvalidDataException">A part of it is not kept.</exception>
    public World World(Stamp stamp) =>
        new(
            Release(stamp.Core),
            stamp.Overlay is { } overlay ? Release(overlay) : null,
            CalendarOf(stamp.Calendar),
            stamp.Zones == ZoneVersion.Indonesia.Id
                ? ZoneVersion.Indonesia
                : throw new InvalidDataException($"The time zones {stamp.Zones} are not kept."),
            stamp.Level
        );

    private CalendarVersion CalendarOf(string id) =>
        id == Calendar.Id ? Calendar : calendars.GetOrAdd(id, store.LoadCalendar);

    /// <summary>A release by its hash, published now or before.</summary>
    public Release Release(string hash) => byHash.GetOrAdd(hash, unread => store.Load(unread, Release));

    /// <summary>Whether there is a release of that hash, here or in the journal.</summary>
    public bool IsKept(string hash) => byHash.ContainsKey(hash) || store.Has(hash);

    private Offer In(string zone)
    {
        var state = current;
        var now = clock.GetUtcNow();
        if (state.Offers.TryGetValue(zone, out var offer) && !(offer.Until <= now))
            return offer;
        var cores = state.Timetables.Where(t => ServiceKey.Read(t.Key).Region is null);
        return state.Offers[zone] = Offer.Of(cores, Release, now, zone);
    }

    private async Task PublishFolders(ILogger logger)
    {
        await Read();
        foreach (var (service, release) in folders)
        {
            var before = Publications(service);
            if (before.Any(e => e.Kind is not (PublicationKind.Folder or PublicationKind.Carried)))
            {
                if (before.All(e => e.Publication.Hash != release.Hash))
                    logger.LogWarning(
                        "{Service} was published by hand, so its folder is not: publish {Hash} if it is to be in force",
                        service,
                        release.Hash
                    );
            }
            else if (before.IsEmpty || before.Last(IsOfPeople).Publication.Hash != release.Hash)
                await log.Add(service, FromFolder(before.Length + 1, release));
        }
        await Refresh();
        foreach (var service in current.Timetables.Keys.Select(k => ServiceKey.Read(k).Service).Distinct().ToList())
            await CarryOverlays(service);
    }

    private static bool IsOfPeople(PublicationEntry entry) => entry.Kind != PublicationKind.Carried;

    private PublicationEntry FromFolder(long number, Release release)
    {
        var now = clock.GetUtcNow();
        // The folder counts from always: cases of a story are older than the installation.
        var start = number == 1 ? DateTimeOffset.UnixEpoch : now;
        return new PublicationEntry(
            new Publication(number, release.Hash, new PublicationStart.Instant(start)),
            PublicationKind.Folder,
            now,
            Actor.System.Id,
            null,
            null,
            null
        );
    }

    private async Task Read()
    {
        var rows = await log.Count();
        var entries = await log.Read();
        var timetables = entries
            .Where(e =>
                folders.ContainsKey(e.Key)
                || e.Value.Any(p => p.Kind is not (PublicationKind.Folder or PublicationKind.Carried))
            )
            .ToImmutableSortedDictionary(e => e.Key, e => PublicationLog.Timetable(e.Value), StringComparer.Ordinal);
        // Read now, so that the first request under a new release does not wait for it.
        foreach (var publication in timetables.Values.SelectMany(t => t.Publications.TakeLast(2)))
            Release(publication.Hash);
        current = new State(rows, entries, timetables, new ConcurrentDictionary<string, Offer>(StringComparer.Ordinal));
    }

    /// <param name="Rows">How many rows were there when it was read.</param>
    private sealed record State(
        long Rows,
        ImmutableSortedDictionary<string, ImmutableArray<PublicationEntry>> Entries,
        ImmutableSortedDictionary<string, Timetable> Timetables,
        ConcurrentDictionary<string, Offer> Offers
    )
    {
        public static readonly State Empty = new(
            0,
            ImmutableSortedDictionary<string, ImmutableArray<PublicationEntry>>.Empty,
            ImmutableSortedDictionary<string, Timetable>.Empty,
            new ConcurrentDictionary<string, Offer>(StringComparer.Ordinal)
        );
    }
}
