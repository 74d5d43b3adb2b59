using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Genggam.Engine;
using Genggam.Journal;

namespace Genggam.Office.Applications;

/// <summary>What was noted about the taking of applications. A closed set.</summary>
public abstract record IntakeNote
{
    private IntakeNote() { }

    /// <summary>Counts the notes of a service from 1.</summary>
    public required long Number { get; init; }

    public required string Actor { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <param name="Agency">The office that pauses; null for all.</param>
    public sealed record Paused(string? Agency, Pause Pause) : IntakeNote;

    public sealed record Extended(Extension Extension) : IntakeNote;

    /// <param name="About">The pause that is over sooner than it said.</param>
    public sealed record Resumed(long About) : IntakeNote;

    private const string Wall = "yyyy-MM-dd'T'HH:mm:ss";

    internal static IntakeNote Of(IntakeNoteRow row) =>
        row.Kind switch
        {
            "paused" => new Paused(
                row.Agency,
                new Pause(Instant(row.Starts!), row.Ends is { } ends ? Instant(ends) : null, Words(row))
            )
            {
                Number = row.Number,
                Actor = row.Actor,
                At = row.At,
            },
            "extended" => new Extended(new Extension(Time(row.Starts!), Time(row.Ends!), Words(row)))
            {
                Number = row.Number,
                Actor = row.Actor,
                At = row.At,
            },
            "resumed" => new Resumed(row.About!.Value)
            {
                Number = row.Number,
                Actor = row.Actor,
                At = row.At,
            },
            _ => throw new InvalidDataException($"A note of the kind {row.Kind} is not known."),
        };

    internal IntakeNoteRow Row(string service) =>
        this switch
        {
            Paused p => Row(service, "paused", Written(p.Pause.From), p.Pause.Until is { } u ? Written(u) : null) with
            {
                Agency = p.Agency,
                Words = JsonSerializer.Serialize(p.Pause.Words),
            },
            Extended { Extension: var e } => Row(service, "extended", Written(e.Ends), Written(e.Until)) with
            {
                Words = JsonSerializer.Serialize(e.Words),
            },
            Resumed r => Row(service, "resumed", null, null) with { About = r.About },
            _ => throw new InvalidOperationException("The set is closed."),
        };

    private IntakeNoteRow Row(string service, string kind, string? starts, string? ends) =>
        new(service, Number, kind, null, starts, ends, null, "{}", Actor, At);

    private static ImmutableSortedDictionary<string, string> Words(IntakeNoteRow row) =>
        JsonSerializer.Deserialize<ImmutableSortedDictionary<string, string>>(row.Words)!;

    private static string Written(DateTimeOffset at) =>
        at.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture);

    private static string Written(DateTime wall) => wall.ToString(Wall, CultureInfo.InvariantCulture);

    private static DateTimeOffset Instant(string text) =>
        DateTimeOffset.ParseExact(text, "O", CultureInfo.InvariantCulture);

    private static DateTime Time(string text) => DateTime.ParseExact(text, Wall, CultureInfo.InvariantCulture);
}
