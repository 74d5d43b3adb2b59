using System.Collections.Immutable;
using System.Data.Common;
using Genggam.Journal.Storage;

namespace Genggam.Journal;

/// <summary>A restore that was rehearsed. Nothing of it changes afterwards.</summary>
/// <param name="At">When it began.</param>
/// <param name="File">The name of the backup, without its folder.</param>
/// <param name="Seconds">How long it took from the files to the last document that was verified.</param>
/// <param name="Until">When what is newest in it was written; null where nothing came out.</param>
/// <param name="Problem">What did not hold, or why it could not be restored; null where all holds.</param>
public sealed record DrillRow(
    DateTimeOffset At,
    string File,
    long Seconds,
    long Entries,
    long Cases,
    long Documents,
    DateTimeOffset? Until,
    string? Problem
);

/// <summary>The rehearsals of a restore.</summary>
public sealed class Drills
{
    private const string Columns = "at, file, seconds, entries, cases, documents, until, problem";

    private readonly Database database;

    internal Drills(Database database) => this.database = database;

    public Task Add(DrillRow drill) =>
        database.Write(async s =>
        {
            await s.Execute(
                $"""
                INSERT INTO drill (number, {Columns})
                SELECT COALESCE(MAX(number), 0) + 1, @at, @file, @seconds, @entries, @cases, @documents, @until, @problem
                FROM drill
                """,
                ("at", drill.At.Micros()),
                ("file", drill.File),
                ("seconds", drill.Seconds),
                ("entries", drill.Entries),
                ("cases", drill.Cases),
                ("documents", drill.Documents),
                ("until", drill.Until?.Micros()),
                ("problem", drill.Problem)
            );
            return true;
        });

    /// <summary>The newest first.</summary>
    public async Task<ImmutableArray<DrillRow>> Last(int limit) =>
        [
            .. await database.Read(s =>
                Session.All(
                    s.Command($"SELECT {Columns} FROM drill ORDER BY number DESC LIMIT @limit", ("limit", (long)limit)),
                    Read
                )
            ),
        ];

    /// <summary>The last one after which everything held.</summary>
    public async Task<DrillRow?> LastGood() =>
        (
            await database.Read(s =>
                Session.All(
                    s.Command($"SELECT {Columns} FROM drill WHERE problem IS NULL ORDER BY number DESC LIMIT 1"),
                    Read
                )
            )
        ).FirstOrDefault();

    private static DrillRow Read(DbDataReader row) =>
        new(
            row.Instant(0),
            row.GetString(1),
            row.GetInt64(2),
            row.GetInt64(3),
            row.GetInt64(4),
            row.GetInt64(5),
            row.InstantOrNull(6),
            row.TextOrNull(7)
        );
}
