using System.Collections.Immutable;
using Genggam.Journal.Storage;

namespace Genggam.Journal;

/// <summary>
/// Lends effects to runners. An effect is with one runner at a time; when its lease ends without an answer, as after a
/// crash, it is lent again. A runner must therefore make each effect safe to repeat by its id.
/// </summary>
public sealed class EffectOutbox
{
    private readonly Database database;

    internal EffectOutbox(Database database) => this.database = database;

    /// <summary>Takes up to <paramref name="limit"/> effects that are due at <paramref name="now"/>, oldest first.</summary>
    public async Task<ImmutableArray<LeasedEffect>> TakeDue(DateTimeOffset now, int limit, TimeSpan lease)
    {
        var token = Guid.NewGuid();
        var taken = await database.Write(session =>
            Session.All(
                session.Command(
                    $"""
                    UPDATE outbox SET ready_at = @until, lease = @lease, attempts = attempts + 1
                    WHERE state = 0 AND effect_id IN (SELECT effect_id FROM outbox
                        WHERE state = 0 AND ready_at <= @now ORDER BY ready_at, effect_id LIMIT @limit
                        {session.Database.SkipLocked})
                    RETURNING effect_id, case_id, kind, open, due_at, attempts
                    """,
                    ("until", (now + lease).Micros()),
                    ("lease", token.Bytes()),
                    ("now", now.Micros()),
                    ("limit", (long)limit)
                ),
                row => new LeasedEffect(
                    row.GetString(0),
                    new CaseId(row.Guid(1)),
                    row.GetString(2),
                    row.Blob(3),
                    row.InstantOrNull(4),
                    (int)row.GetInt64(5),
                    token
                )
            )
        );
        return [.. taken.OrderBy(effect => effect.EffectId, StringComparer.Ordinal)];
    }

    /// <summary>The effect is done. False when the lease was lost meanwhile, or an entry settled or cancelled it.</summary>
    public Task<bool> Done(LeasedEffect effect) =>
        Change("state = @state, lease = NULL", effect, ("state", OutboxState.Done));

    /// <summary>Not done; to be lent again at <paramref name="retryAt"/>. False when the lease was lost meanwhile.</summary>
    public Task<bool> Failed(LeasedEffect effect, DateTimeOffset retryAt, string error) =>
        Change(
            "ready_at = @retry, lease = NULL, error = @error",
            effect,
            ("retry", retryAt.Micros()),
            ("error", error)
        );

    /// <summary>Not done, and not to be lent again; it stays with its last error for the operator.</summary>
    public Task<bool> GiveUp(LeasedEffect effect, string error) =>
        Change(
            "state = @state, lease = NULL, error = @error",
            effect,
            ("state", OutboxState.GivenUp),
            ("error", error)
        );

    /// <summary>When the next effect falls due, or null when none waits.</summary>
    public async Task<DateTimeOffset?> NextDue() =>
        await database.Read(session => session.Scalar("SELECT MIN(ready_at) FROM outbox WHERE state = 0"))
            is long micros
            ? Columns.Instant(micros)
            : null;

    /// <summary>The kinds of effects of a case that are not done yet, its timers among them.</summary>
    public async Task<ImmutableHashSet<string>> Waiting(CaseId @case) =>
        [
            .. await database.Read(session =>
                Session.All(
                    session.Command(
                        "SELECT kind FROM outbox WHERE case_id = @case AND state = 0",
                        ("case", @case.Bytes())
                    ),
                    row => row.GetString(0)
                )
            ),
        ];

    /// <summary>Only what waits and is still lent by this lease is changed.</summary>
    private Task<bool> Change(string set, LeasedEffect effect, params (string Name, object? Value)[] values) =>
        database.Write(async session =>
            await session.Execute(
                $"UPDATE outbox SET {set} WHERE effect_id = @effect AND lease = @lease AND state = 0",
                [.. values, ("effect", effect.EffectId), ("lease", effect.Lease.Bytes())]
            ) == 1
        );
}
