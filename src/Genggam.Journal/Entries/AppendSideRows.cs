using System.Globalization;
using Genggam.Journal.Storage;

namespace Genggam.Journal;

/// <summary>What becomes true together with an entry: key, outbox, summary, worklist, search terms.</summary>
internal static class AppendSideRows
{
    public static async Task Write(Session session, SealedEntry prepared)
    {
        var entry = prepared.Entry;
        if (entry.Key is { } key)
            await Answer(session, key, prepared.At);
        foreach (var (effect, state) in Settled(entry))
            await Settle(session, effect, state);
        foreach (var item in entry.Outbox)
            await Enqueue(session, entry.Case, item, prepared.At);
        if (entry.Summary is { } summary)
            await CaseRows.Upsert(session, entry.Case, prepared.Sequence, prepared.At, summary);
        await WriteRare(session, prepared);
    }

    /// <summary>The rows that few entries carry, one statement a row on both stores.</summary>
    public static async Task WriteRare(Session session, SealedEntry prepared)
    {
        foreach (var change in prepared.Entry.Worklist)
            await TaskRows.Apply(session, prepared.Entry.Case, change);
        foreach (var (term, subject) in prepared.Terms)
            await AddTerm(session, prepared.Entry.Case, term, subject);
    }

    public static IEnumerable<(string Effect, long State)> Settled(NewEntry entry)
    {
        if (entry.SettledEffect is { } done)
            yield return (done, OutboxState.Done);
        foreach (var cancelled in entry.CancelOutbox)
            yield return (cancelled, OutboxState.Cancelled);
    }

    /// <summary>
    /// A timer that was cancelled may be set again under its id. Any other effect of an id that is there already is a fault:
    /// no id is no value of the column.
    /// </summary>
    public static readonly string AskedAgain = string.Create(
        CultureInfo.InvariantCulture,
        $"""
         ON CONFLICT (effect_id) DO UPDATE SET
            effect_id = CASE WHEN outbox.state = {OutboxState.Cancelled} THEN outbox.effect_id END,
            kind = excluded.kind, open = excluded.open, due_at = excluded.due_at, ready_at = excluded.ready_at,
            attempts = 0, lease = NULL, state = excluded.state, error = NULL
        """
    );

    public static Task Answer(Session session, IdempotencyKey key, long at) =>
        session.Execute(
            "INSERT INTO answered (actor, key, body_hash, result, at) VALUES (@actor, @key, @body, @result, @at)",
            ("actor", key.Actor),
            ("key", key.Key),
            ("body", key.BodyHash.ToArray()),
            ("result", key.Result.ToArray()),
            ("at", at)
        );

    public static Task Settle(Session session, string effect, long state) =>
        session.Execute(
            "UPDATE outbox SET state = @state, lease = NULL WHERE effect_id = @effect AND state = 0",
            ("state", state),
            ("effect", effect)
        );

    public static Task Enqueue(
        Session session,
        CaseId @case,
        OutboxItem item,
        long at,
        long state = OutboxState.Waiting
    ) =>
        session.Execute(
            """
            INSERT INTO outbox (effect_id, case_id, kind, open, due_at, ready_at, attempts, state)
            VALUES (@effect, @case, @kind, @open, @due, @ready, 0, @state)
            """ + AskedAgain,
            ("effect", item.EffectId),
            ("case", @case.Bytes()),
            ("kind", item.Kind),
            ("open", item.Open.ToArray()),
            ("due", item.DueAt?.Micros()),
            ("ready", item.DueAt?.Micros() ?? at),
            ("state", state)
        );

    public static Task AddTerm(Session session, CaseId @case, byte[] term, SubjectId subject) =>
        session.Execute(
            """
            INSERT INTO case_term (term, case_id, subject_id) VALUES (@term, @case, @subject) ON CONFLICT DO NOTHING
            """,
            ("term", term),
            ("case", @case.Bytes()),
            ("subject", subject.Bytes())
        );
}
