using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Genggam.Office.Watching;

/// <summary>
/// What the program counts and times for whoever listens (docs/operations/watching.md). Tags are kinds, numbers of refusals
/// and templates of addresses: nothing of a person or a case.
/// </summary>
public static class Meters
{
    /// <summary>The name of the meter and of the source of spans.</summary>
    public const string Name = "Genggam";

    public static readonly ActivitySource Spans = new(Name);

    internal static readonly Meter Meter = new(Name);

    private static readonly Counter<long> appends = Meter.CreateCounter<long>(
        "genggam.appends",
        "{entry}",
        "Entries the journal took"
    );

    private static readonly Counter<long> refusals = Meter.CreateCounter<long>(
        "genggam.refusals",
        "{refusal}",
        "Commands that were refused"
    );

    private static readonly Counter<long> letters = Meter.CreateCounter<long>(
        "genggam.letters",
        "{letter}",
        "Tries to issue a letter"
    );

    private static readonly Counter<long> shed = Meter.CreateCounter<long>(
        "genggam.shed",
        "{request}",
        "Requests turned away for want of capacity"
    );

    private static readonly Histogram<double> pages = Meter.CreateHistogram<double>(
        "genggam.page.duration",
        "s",
        "Time to serve a page or an address of the API"
    );

    public static void Page(string route, int status, TimeSpan took) =>
        pages.Record(took.TotalSeconds, Tag("http.route", route), Tag("http.response.status_code", status));

    public static void Shed(string lane) => shed.Add(1, Tag("lane", lane));

    internal static void Appended(string command) => appends.Add(1, Tag("command", command));

    internal static void Refused(string number) => refusals.Add(1, Tag("number", number));

    internal static void Letter(string result) => letters.Add(1, Tag("result", result));

    private static KeyValuePair<string, object?> Tag(string name, object value) => new(name, value);
}
