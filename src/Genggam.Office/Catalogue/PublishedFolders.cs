using System.Collections.Immutable;
using Genggam.Engine;
using Genggam.Office.Catalogue.Checks;
using Genggam.Office.Catalogue.Overlays;
using Genggam.Standards;
using Microsoft.Extensions.Logging;

namespace Genggam.Office.Catalogue;

/// <summary>
/// The service folders of this installation. What passes its check is published, as long as nobody published a release of
/// that service by hand: what people decided is not put aside by a newer copy of the program.
/// </summary>
/// <param name="Passed">The release of every folder that passed.</param>
/// <param name="Overlays">What regions vary in those, by key; one that did not pass is named and left out.</param>
/// <param name="LeftOut">Folders that did not, each with what its service is called by language.</param>
internal sealed record PublishedFolders(
    ImmutableSortedDictionary<string, Release> Passed,
    ImmutableSortedDictionary<string, Release> Overlays,
    ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, string>> LeftOut
)
{
    /// <summary>
    /// Reads every folder below <paramref name="folder"/>; a broken one is named and left out. What has passed under this
    /// very program is not checked again.
    /// </summary>
    public static PublishedFolders Read(string folder, CalendarVersion calendar, ReleaseStore store, ILogger log)
    {
        var passed = ImmutableSortedDictionary.CreateBuilder<string, Release>(StringComparer.Ordinal);
        var overlays = ImmutableSortedDictionary.CreateBuilder<string, Release>(StringComparer.Ordinal);
        var leftOut = ImmutableSortedDictionary.CreateBuilder<string, ImmutableSortedDictionary<string, string>>(
            StringComparer.Ordinal
        );
        foreach (var service in ServiceCatalogue.Folders(folder))
        {
            var reading = ServiceFolder.Read(service);
            if (reading.Value is { } known && store.HasPassed(known.Hash, Checker(calendar)))
            {
                passed[known.Id] = known;
                continue;
            }
            var report = ServiceCheck.Run(service, reading, calendar);
            if (report.Passed && report.Release is { } release)
            {
                store.Keep(release);
                store.Passed(release.Hash, Checker(calendar));
                passed[release.Id] = release;
                continue;
            }
            leftOut[Path.GetFileName(service)] = Names(reading.Value);
            Tell(Path.GetFileName(service), report, log);
        }
        foreach (var core in passed.Values)
        foreach (var varied in OverlayFolder.In(Path.Combine(folder, core.Id)))
            if (Overlay(varied, core, calendar, store, log) is { } overlay)
                overlays[overlay.Key] = overlay;
        return new PublishedFolders(passed.ToImmutable(), overlays.ToImmutable(), leftOut.ToImmutable());
    }

    private static Release? Overlay(
        string folder,
        Release core,
        CalendarVersion calendar,
        ReleaseStore store,
        ILogger log
    )
    {
        var reading = OverlayFolder.Read(folder, core);
        if (reading is { Usable: true, Value: { } known } && store.HasPassed(known.Hash, Checker(calendar)))
            return known;
        var report = OverlayCheck.Of(Path.GetFileName(folder), reading, calendar);
        if (report.Passed && report.Release is { } release)
        {
            store.Keep(release);
            store.Passed(release.Hash, Checker(calendar));
            return release;
        }
        Tell($"{core.Id}/{OverlayFolder.Folder}/{Path.GetFileName(folder)}", report, log);
        return null;
    }

    private static void Tell(string service, CheckReport report, ILogger log)
    {
        foreach (var problem in report.Problems.Where(p => p.Severity == Severity.Error))
            log.LogError("{Service} is not published from its folder: {Problem}", service, problem);
        foreach (var example in report.Examples.Where(e => e.Faults.Length > 0))
            log.LogError(
                "{Service} is not published from its folder: {Example} {Fault}",
                service,
                example.File,
                example.Faults[0]
            );
    }

    private static ImmutableSortedDictionary<string, string> Names(Release? release) =>
        (release?.Texts.Values ?? [])
            .Select(book => (book.Language, Name: book.Find("name")))
            .Where(n => n.Name is not null)
            .ToImmutableSortedDictionary(n => n.Language, n => n.Name!, StringComparer.Ordinal);

    /// <summary>What a check depends on beside the release: the program and the calendar.</summary>
    private static string Checker(CalendarVersion calendar) =>
        string.Join(
            '\n',
            typeof(ServiceCheck).Module.ModuleVersionId,
            typeof(CaseLogic).Module.ModuleVersionId,
            typeof(Problem).Module.ModuleVersionId,
            calendar.Id
        );
}
