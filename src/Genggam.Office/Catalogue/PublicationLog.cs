using System.Collections.Immutable;
using System.Globalization;
using Genggam.Engine;
using Genggam.Journal;

namespace Genggam.Office.Catalogue;

/// <summary>How a release came into force, or that it will not.</summary>
public enum PublicationKind
{
    /// <summary>From the folder of the installation.</summary>
    Folder,

    /// <summary>By people: a change that a second person approved, or an engineer's folder.</summary>
    Released,

    /// <summary>An earlier release again.</summary>
    RolledBack,

    /// <summary>A publication that was scheduled is called off.</summary>
    CalledOff,

    /// <summary>
    /// Of an overlay: what carried over to a core that comes into force, by itself. Its note is the number of the publication
    /// that people made.
    /// </summary>
    Carried,
}

/// <summary>A row of the record of publications.</summary>
/// <param name="Change">The change that it came of.</param>
/// <param name="Undoes">The number of the publication that this row takes back or calls off.</param>
public sealed record PublicationEntry(
    Publication Publication,
    PublicationKind Kind,
    DateTimeOffset At,
    string Actor,
    ChangeId? Change,
    string? Note,
    long? Undoes
)
{
    /// <summary>Of what carried over the number of the publication that people made; else null.</summary>
    public long? Origin =>
        Kind == PublicationKind.Carried
        && long.TryParse(Note, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}

/// <summary>All publications of the services, from the journal's rows.</summary>
public sealed class PublicationLog(Publications rows)
{
    public async Task<ImmutableSortedDictionary<string, ImmutableArray<PublicationEntry>>> Read() =>
        (await rows.All())
            .GroupBy(r => r.Service, StringComparer.Ordinal)
            .ToImmutableSortedDictionary(g => g.Key, g => g.Select(Read).ToImmutableArray(), StringComparer.Ordinal);

    /// <inheritdoc cref="Publications.Count"/>
    public Task<long> Count() => rows.Count();

    /// <inheritdoc cref="Publications.Add"/>
    public Task<bool> Add(string service, PublicationEntry entry) =>
        rows.Add(
            new PublicationRow(
                service,
                entry.Publication.Number,
                entry.Kind.ToString().ToLowerInvariant(),
                entry.Publication.Hash,
                entry.Publication.Start.ToString()!,
                entry.At,
                entry.Actor,
                entry.Change,
                entry.Note,
                entry.Undoes
            )
        );

    /// <summary>
    /// What is in force when, of the entries of one service or overlay: what was taken back counts no more, nor what carried
    /// over from it.
    /// </summary>
    public static Timetable Timetable(ImmutableArray<PublicationEntry> entries)
    {
        var undone = entries.Select(e => e.Undoes).OfType<long>().ToHashSet();
        return new Timetable([
            .. entries
                .Where(e =>
                    e.Kind != PublicationKind.CalledOff
                    && !undone.Contains(e.Publication.Number)
                    && !(e.Origin is { } origin && undone.Contains(origin))
                )
                .Select(e => e.Publication),
        ]);
    }

    private static PublicationEntry Read(PublicationRow row) =>
        new(
            new Publication(
                row.Number,
                row.Hash,
                PublicationStart.Read(row.Starts) ?? new PublicationStart.Instant(row.At)
            ),
            Enum.Parse<PublicationKind>(row.Kind, ignoreCase: true),
            row.At,
            row.Actor,
            row.Change,
            row.Note,
            row.Undoes
        );
}
