using System.Collections.Immutable;
using System.Data.Common;
using Genggam.Journal.Storage;

namespace Genggam.Journal;

/// <summary>Something that was noted about a law. Nothing of it changes afterwards.</summary>
/// <param name="Number">Counts the notes of a law from 1.</param>
/// <param name="Kind">What the office calls this kind of note.</param>
/// <param name="Day">From when it holds, where it has a day.</param>
/// <param name="Service">The one service that it is about, where it is about one.</param>
public sealed record LawNoteRow(
    string Law,
    long Number,
    string Kind,
    DateOnly? Day,
    string? Service,
    string Note,
    string Actor,
    DateTimeOffset At
);

/// <summary>What is noted about laws that services cite.</summary>
public sealed class LawNotes
{
    private const string Columns = "law, number, kind, day, service, note, actor, at";

    private readonly Database database;

    internal LawNotes(Database database) => this.database = database;

    /// <summary>All notes, by law and number.</summary>
    public async Task<ImmutableArray<LawNoteRow>> All() =>
        [
            .. await database.Read(s =>
                Session.All(s.Command($"SELECT {Columns} FROM law_note ORDER BY law, number"), Read)
            ),
        ];

    /// <summary>Adds the note behind those of its law.</summary>
    /// <returns>False where another note has its number already.</returns>
    public Task<bool> Add(LawNoteRow note) =>
        database.Write(async s =>
            await s.Execute(
                $"""
                INSERT INTO law_note ({Columns})
                SELECT @law, @number, @kind, @day, @service, @note, @actor, @at
                WHERE (SELECT COUNT(*) FROM law_note WHERE law = @law) = @number - 1
                ON CONFLICT DO NOTHING
                """,
                ("law", note.Law),
                ("number", note.Number),
                ("kind", note.Kind),
                ("day", note.Day?.ToString("O", System.Globalization.CultureInfo.InvariantCulture)),
                ("service", note.Service),
                ("note", note.Note),
                ("actor", note.Actor),
                ("at", note.At.Micros())
            ) == 1
        );

    private static LawNoteRow Read(DbDataReader row) =>
        new(
            row.GetString(0),
            row.GetInt64(1),
            row.GetString(2),
            row.TextOrNull(3) is { } day
                ? DateOnly.ParseExact(day, "O", System.Globalization.CultureInfo.InvariantCulture)
                : null,
            row.TextOrNull(4),
            row.GetString(5),
            row.GetString(6),
            row.Instant(7)
        );
}
