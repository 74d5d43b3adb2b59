using System.Collections.Immutable;
using System.Data.Common;
using Genggam.Journal.Storage;

namespace Genggam.Journal;

/// <summary>Something that was noted about the taking of applications. Nothing of it changes afterwards.</summary>
/// <param name="Number">Counts the notes of a service from 1.</param>
/// <param name="Kind">What the office calls this kind of note.</param>
/// <param name="Agency">The one office that it is about; null for all.</param>
/// <param name="About">The number of an earlier note that it ends.</param>
/// <param name="Words">What people are told, as the office writes it.</param>
public sealed record IntakeNoteRow(
    string Service,
    long Number,
    string Kind,
    string? Agency,
    string? Starts,
    string? Ends,
    long? About,
    string Words,
    string Actor,
    DateTimeOffset At
);

/// <summary>Pauses in the taking of applications, and windows that stay open longer.</summary>
public sealed class IntakeNotes
{
    private const string Columns = "service, number, kind, agency, starts, ends, about, words, actor, at";

    private readonly Database database;

    internal IntakeNotes(Database database) => this.database = database;

    /// <summary>All notes of a service, by number.</summary>
    public async Task<ImmutableArray<IntakeNoteRow>> Of(string service) =>
        [
            .. await database.Read(s =>
                Session.All(
                    s.Command(
                        $"SELECT {Columns} FROM intake_note WHERE service = @service ORDER BY number",
                        ("service", service)
                    ),
                    Read
                )
            ),
        ];

    /// <summary>Adds the note behind those of its service.</summary>
    /// <returns>False where another note has its number already.</returns>
    public Task<bool> Add(IntakeNoteRow note) =>
        database.Write(async s =>
            await s.Execute(
                $"""
                INSERT INTO intake_note ({Columns})
                SELECT @service, @number, @kind, @agency, @starts, @ends, @about, @words, @actor, @at
                WHERE (SELECT COUNT(*) FROM intake_note WHERE service = @service) = @number - 1
                ON CONFLICT DO NOTHING
                """,
                ("service", note.Service),
                ("number", note.Number),
                ("kind", note.Kind),
                ("agency", note.Agency),
                ("starts", note.Starts),
                ("ends", note.Ends),
                ("about", note.About),
                ("words", note.Words),
                ("actor", note.Actor),
                ("at", note.At.Micros())
            ) == 1
        );

    private static IntakeNoteRow Read(DbDataReader row) =>
        new(
            row.GetString(0),
            row.GetInt64(1),
            row.GetString(2),
            row.TextOrNull(3),
            row.TextOrNull(4),
            row.TextOrNull(5),
            row.IsDBNull(6) ? null : row.GetInt64(6),
            row.GetString(7),
            row.GetString(8),
            row.Instant(9)
        );
}
