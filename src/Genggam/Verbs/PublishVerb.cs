using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Genggam.Engine;
using Genggam.Office.Catalogue;
using Genggam.Office.Catalogue.Checks;
using Genggam.Office.Catalogue.Overlays;
using Genggam.Office.Changes;
using Genggam.Office.Documents;
using Genggam.Standards;
using Spectre.Console;
using Command = System.CommandLine.Command;

namespace Genggam.Verbs;

/// <summary>
/// <c>genggam publish DIR --data D [--from DAY] [--note WORDS]</c>: puts a service folder in force, at once or at midnight
/// of each office, beside a server that runs. What fails its check is not published. With <c>--to URL</c> it asks a server
/// for it instead, where a second person publishes.
/// </summary>
internal static class PublishVerb
{
    /// <summary>Whoever holds the data folder; a person in the browser is known by name.</summary>
    private const string Operator = "operator";

    public static Command Build()
    {
        var folder = new Argument<DirectoryInfo>("DIR")
        {
            Description = "The service folder, or in it the folder of an overlay",
        };
        var from = new Option<DateOnly?>("--from")
        {
            Description = "In force from midnight of this day, where each office is; at once where it is not named",
            CustomParser = typed => Day("--from", typed),
        };
        var note = new Option<string?>("--note") { Description = "Why, for the record" };
        var data = Installation.Data();
        var server = new ServerOptions();
        var verb = new Command("publish", "Put a service folder in force") { folder, from, note, data };
        server.AddTo(verb);
        verb.SetAction(
            (parsed, cancel) =>
                Installation.Guarded(() =>
                    server.Order(parsed) is { } order
                        ? PublishTo.Run(
                            parsed.GetRequiredValue(folder),
                            order with
                            {
                                From = parsed.GetValue(from),
                                Note = parsed.GetValue(note),
                            },
                            cancel
                        )
                        : Run(
                            parsed.GetRequiredValue(folder),
                            parsed.GetValue(from),
                            parsed.GetValue(note),
                            parsed.GetValue(data),
                            cancel
                        )
                )
        );
        return verb;
    }

    internal static DateOnly? Day(string option, ArgumentResult typed)
    {
        var text = typed.Tokens.Single().Value;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        typed.AddError($"{text} is no day: write {option} as year, month and day, such as 2027-01-04.");
        return null;
    }

    /// <summary>Of a service folder, or of the overlay of a region on the core that is in force.</summary>
    private static CheckReport Check(DirectoryInfo folder, Installation installation)
    {
        var catalogue = installation.Get<ServiceCatalogue>();
        if (!File.Exists(Path.Combine(folder.FullName, OverlayFolder.File)))
            return ServiceCheck.Run(folder.FullName, catalogue.Calendar);
        var service = folder.Parent?.Parent?.Name ?? "";
        if (catalogue.Find(service) is not { } core)
            return new CheckReport(
                folder.Name,
                null,
                [
                    new Problem(
                        "OVL-105",
                        $"There is no service {service} here: an overlay lies in SERVICE/overlays/REGION of a service that is in force.",
                        new Place(OverlayFolder.File)
                    ),
                ],
                []
            );
        var report = OverlayCheck.Of(folder.Name, OverlayFolder.Read(folder.FullName, core), catalogue.Calendar);
        return report.Release is { } overlay
            ? report with
            {
                Problems =
                [
                    .. report.Problems,
                    .. OverlayCheck.Problems(installation.Get<Office.Agencies.Agencies>(), overlay),
                ],
            }
            : report;
    }

    private static async Task<int> Run(
        DirectoryInfo folder,
        DateOnly? from,
        string? note,
        string? data,
        CancellationToken cancel
    )
    {
        await using var installation = await Installation.Open(Installation.Options(data));
        var report = Check(folder, installation);
        if (report is { Passed: true, Release.Over: null })
            report = report with
            {
                Problems =
                [
                    .. report.Problems,
                    .. await LetterCheck.LayOut(report, installation.Get<LetterWorker>(), cancel),
                ],
            };
        foreach (var problem in report.Problems.Distinct())
            Console.Error.WriteLine($"{folder.Name}/{problem}");
        foreach (var example in report.Examples.Where(e => e.Faults.Length > 0))
            Console.Error.WriteLine($"{folder.Name}/{example.File}: {example.Faults[0]}");
        if (!report.Passed || report.Release is not { } release)
            return Installation.No(
                $"{ChangeRefusal.NotReady} {folder.Name} does not pass its check: nothing was published."
            );
        var start = from is { } day ? new PublicationStart.LocalMidnight(day) : null;
        switch (await installation.Get<Publisher>().Publish(release, start, Operator, null, note))
        {
            case PublishResult.Published published:
                AnsiConsole.MarkupLineInterpolated(
                    CultureInfo.InvariantCulture,
                    $"{release.Key} {release.Hash}: publication {published.Entry.Publication.Number}, {(from is null ? "in force" : $"in force from {from:yyyy-MM-dd}")}"
                );
                return 0;
            case PublishResult.Refused { Refusal.Number: ChangeRefusal.BadStart }:
                return Installation.No(
                    $"{ChangeRefusal.BadStart} {from:yyyy-MM-dd} has begun already: name a day to come."
                );
            case PublishResult.Refused no:
                return Installation.No($"{no.Refusal.Number} It was not published.");
            default:
                throw new InvalidOperationException("The set is closed.");
        }
    }
}
