using Genggam.Journal.Storage;
using Npgsql;
using NpgsqlTypes;

namespace Genggam.Journal.Postgres;

/// <summary>
/// Appends a group in three round trips: lock the head and read what is there, decide each member in memory, write all
/// rows by <c>unnest</c>. The lock on the head row is the writer's lease: it ends with the transaction, so a node that
/// hangs or dies is fenced by the database itself.
/// </summary>
internal static class PostgresAppends
{
    public static GroupWriter Writer(PostgresDatabase database, JournalOptions options) =>
        new(database, options, RunGroup);

    private static async Task RunGroup(Session session, IReadOnlyList<WriteItem> group)
    {
        var appends = group.Cast<Append>().ToList();
        var state = new GroupKnowledge(await Heads.Read(session, Heads.Entry));
        await ReadHeads(session, appends, state);
        await ReadAnswered(session, appends, state);
        var won = appends.Where(append => append.Judge(state)).ToList();
        if (won.Count == 0)
        {
            // With what is given again nothing is written, but it must be as durable as if it were.
            if (appends.Exists(append => append.Outcome is AppendResult.Replayed))
                await session.Execute(Heads.Touch);
            return;
        }
        await using var batch = new NpgsqlBatch((NpgsqlConnection)session.Connection);
        PostgresRows.AddEntries(batch, won);
        PostgresRows.AddAnswered(batch, won);
        PostgresRows.AddOutbox(batch, won);
        PostgresRows.AddSummaries(batch, won);
        PostgresRows.AddHead(batch, state.Position);
        await batch.ExecuteNonQueryAsync();
        foreach (var append in won)
            await AppendSideRows.WriteRare(session, append.Prepared);
    }

    private static async Task ReadHeads(Session session, List<Append> appends, GroupKnowledge state)
    {
        await using var command = new NpgsqlCommand(
            """
            SELECT wanted.case_id, last.sequence, last.hash
            FROM (SELECT DISTINCT unnest(@cases) AS case_id) AS wanted
            CROSS JOIN LATERAL (SELECT sequence, hash FROM entry WHERE entry.case_id = wanted.case_id
                ORDER BY sequence DESC LIMIT 1) AS last
            """,
            (NpgsqlConnection)session.Connection
        );
        command.Parameters.AddWithValue(
            "cases",
            NpgsqlDbType.Array | NpgsqlDbType.Bytea,
            appends.Select(a => a.Prepared.Entry.Case.Bytes()).ToArray()
        );
        await using var row = await command.ExecuteReaderAsync();
        while (await row.ReadAsync())
            state.Heads[new CaseId(row.Guid(0))] = (row.GetInt64(1), row.Digest(2));
    }

    private static async Task ReadAnswered(Session session, List<Append> appends, GroupKnowledge state)
    {
        var keys = appends.Select(a => a.Prepared.Entry.Key).OfType<IdempotencyKey>().ToList();
        if (keys.Count == 0)
            return;
        await using var command = new NpgsqlCommand(
            """
            SELECT answered.actor, answered.key, body_hash, result FROM answered
            JOIN (SELECT DISTINCT actor, key FROM unnest(@actors, @keys) AS asked(actor, key)) AS asked
                ON asked.actor = answered.actor AND asked.key = answered.key
            """,
            (NpgsqlConnection)session.Connection
        );
        command.Parameters.AddWithValue("actors", keys.Select(k => k.Actor).ToArray());
        command.Parameters.AddWithValue("keys", keys.Select(k => k.Key).ToArray());
        await using var row = await command.ExecuteReaderAsync();
        while (await row.ReadAsync())
            state.Answered[(row.GetString(0), row.GetString(1))] = (row.Digest(2), row.Blob(3));
    }
}
