using System.CommandLine;
using Genggam.Engine;
using Genggam.Office;
using Genggam.Office.Catalogue;
using Genggam.Office.Catalogue.Overlays;
using Genggam.Office.Changes;
using Spectre.Console;
using Command = System.CommandLine.Command;

namespace Genggam.Verbs;

/// <summary>
/// <c>genggam release SERVICE --data D</c>: what was and will be in force. With <c>--to DIR</c> the files of a release,
/// which published again have the same hash.
/// </summary>
internal static class ReleaseVerb
{
    public static Command Build()
    {
        var service = new Argument<string>("SERVICE") { Description = "The id of the service" };
        var hash = new Option<string?>("--hash")
        {
            Description = "The release, or how its hash begins; the one in force where it is not named",
        };
        var to = new Option<DirectoryInfo?>("--to") { Description = "Write its files below this folder" };
        var data = Installation.Data();
        var verb = new Command("release", "List the releases of a service, or write one out")
        {
            service,
            hash,
            to,
            data,
        };
        verb.SetAction(parsed =>
            Installation.Guarded(() =>
                Run(
                    parsed.GetRequiredValue(service),
                    parsed.GetValue(hash),
                    parsed.GetValue(to),
                    Installation.Options(parsed.GetValue(data))
                )
            )
        );
        return verb;
    }

    private static async Task<int> Run(string service, string? hash, DirectoryInfo? to, OfficeOptions options)
    {
        await using var installation = await Installation.Open(options);
        var catalogue = installation.Get<ServiceCatalogue>();
        var entries = catalogue.Publications(service);
        if (entries.IsEmpty)
            return Installation.No($"CHG-101 There is no service {service} here.");
        if (to is null)
        {
            foreach (var entry in entries)
                Console.WriteLine(
                    $"{entry.Publication.Number}\t{entry.Kind.ToString().ToLowerInvariant()}\t{entry.Publication.Start}\t{entry.Publication.Hash}\t{entry.Note}"
                );
            return 0;
        }
        var named = hash is null
            ? (ServiceKey.Read(service).Region is null ? catalogue.Find(service)?.Hash : entries[^1].Publication.Hash)
            : entries.Select(e => e.Publication.Hash).LastOrDefault(h => h.StartsWith(hash, StringComparison.Ordinal));
        if (named is null)
            return Installation.No($"CHG-101 {service} has no release {hash}: genggam release {service} lists them.");
        var release = catalogue.Release(named);
        if (release.Over is { } core)
            Write(core, to.FullName, options.Services);
        Write(release, to.FullName, options.Services);
        AnsiConsole.MarkupLineInterpolated($"{service} {release.Hash} in {Path.Combine(to.FullName, release.Id)}");
        return 0;
    }

    private static void Write(Release release, string folder, string services)
    {
        foreach (var (path, bytes) in release.Parts)
        {
            var target = Path.Combine(folder, FolderLayout.PlaceOf(FolderLayout.FolderOf(release), path));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.WriteAllBytes(target, bytes.AsSpan());
        }
        // A check asks for working days; they are no part of a release, but of when its cases are decided.
        var calendars = Path.Combine(services, "calendars");
        if (!Directory.Exists(calendars))
            return;
        Directory.CreateDirectory(Path.Combine(folder, "calendars"));
        foreach (var file in Directory.EnumerateFiles(calendars))
            File.Copy(file, Path.Combine(folder, "calendars", Path.GetFileName(file)), overwrite: true);
    }
}
