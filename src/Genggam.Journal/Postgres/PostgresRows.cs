using Genggam.Journal.Storage;
using Npgsql;
using NpgsqlTypes;

namespace Genggam.Journal.Postgres;

/// <summary>One statement a table, its rows as parallel arrays.</summary>
internal static class PostgresRows
{
    public static void AddEntries(NpgsqlBatch batch, List<Append> won) =>
        Add(
            batch,
            "INSERT INTO entry (position, case_id, sequence, at, kind, version, open, sealed, hash) SELECT * FROM unnest",
            Longs(won, a => ((AppendResult.Appended)a.Outcome!).Position),
            Blobs(won, a => a.Prepared.Entry.Case.Bytes()),
            Longs(won, a => a.Prepared.Sequence),
            Longs(won, a => a.Prepared.At),
            Texts(won, a => a.Prepared.Entry.Kind),
            Longs(won, _ => Envelope.Version),
            Blobs(won, a => a.Prepared.Open),
            Blobs(won, a => a.Prepared.Parts),
            Blobs(won, a => a.Prepared.Hash.ToArray())
        );

    public static void AddAnswered(NpgsqlBatch batch, List<Append> won)
    {
        var keyed = won.Where(a => a.Prepared.Entry.Key is not null).ToList();
        Add(
            batch,
            "INSERT INTO answered (actor, key, body_hash, result, at) SELECT * FROM unnest",
            Texts(keyed, a => a.Prepared.Entry.Key!.Actor),
            Texts(keyed, a => a.Prepared.Entry.Key!.Key),
            Blobs(keyed, a => a.Prepared.Entry.Key!.BodyHash.ToArray()),
            Blobs(keyed, a => a.Prepared.Entry.Key!.Result.ToArray()),
            Longs(keyed, a => a.Prepared.At)
        );
    }

    public static void AddOutbox(NpgsqlBatch batch, List<Append> won)
    {
        var settled = won.SelectMany(a => AppendSideRows.Settled(a.Prepared.Entry)).ToList();
        Add(
            batch,
            """
            UPDATE outbox SET state = settled.state, lease = NULL
            FROM (SELECT * FROM unnest
            """,
            ") AS settled(effect_id, state) WHERE outbox.effect_id = settled.effect_id AND outbox.state = 0",
            Texts(settled, s => s.Effect),
            Longs(settled, s => s.State)
        );
        var items = won.SelectMany(a => a.Prepared.Entry.Outbox.Select(item => (Append: a.Prepared, Item: item)))
            .ToList();
        Add(
            batch,
            """
            INSERT INTO outbox (effect_id, case_id, kind, open, due_at, ready_at, attempts, state)
            SELECT *, 0, 0 FROM unnest
            """,
            AppendSideRows.AskedAgain,
            Texts(items, i => i.Item.EffectId),
            Blobs(items, i => i.Append.Entry.Case.Bytes()),
            Texts(items, i => i.Item.Kind),
            Blobs(items, i => i.Item.Open.ToArray()),
            Longs(items, i => i.Item.DueAt?.Micros()),
            Longs(items, i => i.Item.DueAt?.Micros() ?? i.Append.At)
        );
    }

    // One case may stand twice in a group, and an upsert may not touch a row twice: the last one counts.
    public static void AddSummaries(NpgsqlBatch batch, List<Append> won)
    {
        var last = won.Where(a => a.Prepared.Entry.Summary is not null)
            .GroupBy(a => a.Prepared.Entry.Case)
            .Select(same => same.Last().Prepared)
            .ToList();
        Add(
            batch,
            $"INSERT INTO case_summary ({CaseRows.Columns}) SELECT * FROM unnest",
            CaseRows.OnConflict,
            Blobs(last, p => p.Entry.Case.Bytes()),
            Longs(last, p => p.Sequence),
            Longs(last, p => p.At),
            Texts(last, p => p.Entry.Summary!.Number),
            Texts(last, p => p.Entry.Summary!.Service),
            Texts(last, p => p.Entry.Summary!.ReleaseHash),
            Texts(last, p => p.Entry.Summary!.Agency),
            Texts(last, p => p.Entry.Summary!.Region),
            Texts(last, p => p.Entry.Summary!.State),
            Texts(last, p => p.Entry.Summary!.Outcome),
            Longs(last, p => p.Entry.Summary!.OpenedAt.Micros()),
            Longs(last, p => p.Entry.Summary!.Deadline?.Micros()),
            Blobs(last, p => p.Entry.Summary!.Applicant.Bytes()),
            Blobs(last, p => p.Entry.Summary!.FollowCodeHash?.ToArray()),
            Texts(last, p => p.Entry.Summary!.Step)
        );
    }

    public static void AddHead(NpgsqlBatch batch, long position)
    {
        var command = new NpgsqlBatchCommand("UPDATE journal_head SET position = $1 WHERE name = 'entry'");
        command.Parameters.Add(new NpgsqlParameter { Value = position });
        batch.BatchCommands.Add(command);
    }

    private static void Add(NpgsqlBatch batch, string head, params ReadOnlySpan<NpgsqlParameter> columns) =>
        Add(batch, head, "", columns);

    private static void Add(NpgsqlBatch batch, string head, string tail, params ReadOnlySpan<NpgsqlParameter> columns)
    {
        if (((Array)columns[0].Value!).Length == 0)
            return;
        var places = string.Join(", ", Enumerable.Range(1, columns.Length).Select(i => $"${i}"));
        var command = new NpgsqlBatchCommand($"{head}({places}) {tail}");
        foreach (var column in columns)
            command.Parameters.Add(column);
        batch.BatchCommands.Add(command);
    }

    private static NpgsqlParameter Longs<T>(List<T> rows, Func<T, long?> value) =>
        new() { Value = rows.Select(value).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint };

    private static NpgsqlParameter Texts<T>(List<T> rows, Func<T, string?> value) =>
        new() { Value = rows.Select(value).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text };

    private static NpgsqlParameter Blobs<T>(List<T> rows, Func<T, byte[]?> value) =>
        new() { Value = rows.Select(value).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bytea };
}
