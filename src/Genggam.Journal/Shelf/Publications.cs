using System.Collections.Immutable;
using System.Data.Common;
using Genggam.Journal.Storage;

namespace Genggam.Journal;

/// <summary>That a release of a service was put in force, or that this was called off. Nothing of it changes afterwards.</summary>
/// <param name="Number">Counts the rows of a service from 1.</param>
/// <param name="Kind">What the office calls this kind of row.</param>
/// <param name="Starts">When it comes into force, as the office writes it.</param>
/// <param name="Change">The change of the service that it came of, where it came of one.</param>
/// <param name="Undoes">The number of the publication that this row takes back.</param>
public sealed record PublicationRow(
    string Service,
    long Number,
    string Kind,
    string Hash,
    string Starts,
    DateTimeOffset At,
    string Actor,
    ChangeId? Change,
    string? Note,
    long? Undoes
);

/// <summary>What was put in force when, of every service.</summary>
public sealed class Publications
{
    private const string Columns = "service, number, kind, hash, starts, at, actor, change_id, note, undoes";

    private readonly Database database;

    internal Publications(Database database) => this.database = database;

    /// <summary>All rows, by service and number.</summary>
    public async Task<ImmutableArray<PublicationRow>> All() =>
        [
            .. await database.Read(s =>
                Session.All(s.Command($"SELECT {Columns} FROM publication ORDER BY service, number"), Read)
            ),
        ];

    /// <summary>How many rows there are: whoever read as many before has read them all.</summary>
    public async Task<long> Count() => (long)(await database.Read(s => s.Scalar("SELECT COUNT(*) FROM publication")))!;

    /// <summary>Adds the row behind those of its service.</summary>
    /// <returns>False where another row has its number already: read again, and decide again.</returns>
    public Task<bool> Add(PublicationRow row) =>
        database.Write(async s =>
            await s.Execute(
                $"""
                INSERT INTO publication ({Columns})
                SELECT @service, @number, @kind, @hash, @starts, @at, @actor, @change, @note, @undoes
                WHERE (SELECT COUNT(*) FROM publication WHERE service = @service) = @number - 1
                ON CONFLICT DO NOTHING
                """,
                ("service", row.Service),
                ("number", row.Number),
                ("kind", row.Kind),
                ("hash", row.Hash),
                ("starts", row.Starts),
                ("at", row.At.Micros()),
                ("actor", row.Actor),
                ("change", row.Change?.Bytes()),
                ("note", row.Note),
                ("undoes", row.Undoes)
            ) == 1
        );

    private static PublicationRow Read(DbDataReader row) =>
        new(
            row.GetString(0),
            row.GetInt64(1),
            row.GetString(2),
            row.GetString(3),
            row.GetString(4),
            row.Instant(5),
            row.GetString(6),
            row.BlobOrNull(7) is { } change ? new ChangeId(new Guid(change, bigEndian: true)) : null,
            row.TextOrNull(8),
            row.IsDBNull(9) ? null : row.GetInt64(9)
        );
}
