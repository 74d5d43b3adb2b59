using System.Collections.Immutable;
using System.Globalization;

namespace Genggam.Engine;

/// <summary>When a release begins to be in force. A closed set.</summary>
public abstract record PublicationStart
{
    private PublicationStart() { }

    /// <summary>The same instant everywhere.</summary>
    public sealed record Instant(DateTimeOffset At) : PublicationStart
    {
        public override string ToString() => At.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture);
    }

    /// <summary>The first moment of a day on the wall clock of each office.</summary>
    public sealed record LocalMidnight(DateOnly Day) : PublicationStart
    {
        public override string ToString() => Day.ToString("O", CultureInfo.InvariantCulture);
    }

    /// <summary>What <see cref="object.ToString"/> wrote; null where it is neither.</summary>
    public static PublicationStart? Read(string text) =>
        DateOnly.TryParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new LocalMidnight(day)
        : DateTimeOffset.TryParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
            ? new Instant(at)
        : null;

    /// <summary>The instant at which it comes in a zone.</summary>
    public DateTimeOffset In(string zone, ZoneVersion zones) =>
        this switch
        {
            Instant instant => instant.At,
            LocalMidnight midnight => zones.Midnight(midnight.Day, zone),
            _ => throw new InvalidOperationException("The set is closed."),
        };
}

/// <summary>A release is put in force from a moment on.</summary>
/// <param name="Number">Counts the publications of a service from 1.</param>
public sealed record Publication(long Number, string Hash, PublicationStart Start);

/// <summary>What is in force when, of one service: its publications that were not called off, in order of number.</summary>
public sealed record Timetable(ImmutableArray<Publication> Publications)
{
    /// <summary>
    /// The publication in force: of those that have begun the one that began last, and of those that began together the
    /// later one. Null before the first.
    /// </summary>
    public Publication? InForce(DateTimeOffset now, string zone, ZoneVersion zones) =>
        Publications
            .Where(p => p.Start.In(zone, zones) <= now)
            .OrderBy(p => p.Start.In(zone, zones))
            .ThenBy(p => p.Number)
            .LastOrDefault();

    /// <summary>When another publication comes into force in a zone; null where none is scheduled.</summary>
    public DateTimeOffset? Next(DateTimeOffset now, string zone, ZoneVersion zones) =>
        Publications.Select(p => p.Start.In(zone, zones)).Where(start => start > now).Cast<DateTimeOffset?>().Min();
}
