using System.Globalization;
using Genggam.Journal.Storage;

namespace Genggam.Journal;

/// <summary>Says how the journal is. Cheap enough for once a minute: it reads indexes, and open tasks.</summary>
public sealed class Vitals
{
    /// <summary>What failed is tried again within an hour; what is later is a timer that nobody waits for yet.</summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    private readonly Database database;

    internal Vitals(Database database) => this.database = database;

    /// <summary>Writes nothing new, durably, as an append would. Ends when the database has said so.</summary>
    /// <exception cref="JournalException">The journal takes nothing just now.</exception>
    public Task Probe() =>
        database.Write(s => s.Execute("UPDATE schema_version SET version = version WHERE version = 1"));

    /// <param name="soon">How far ahead tasks are counted that fall due.</param>
    public Task<JournalVitals> Read(DateTimeOffset now, TimeSpan soon) =>
        database.Read(async s =>
        {
            var size = await s.Scalar("SELECT MAX(size) FROM checkpoint") as long? ?? 0;
            var waiting = await Session.All(
                s.Command(
                    """
                    SELECT kind, SUM(CASE WHEN ready_at <= @now AND error IS NULL THEN 1 ELSE 0 END),
                        SUM(CASE WHEN error IS NOT NULL THEN 1 ELSE 0 END),
                        MIN(CASE WHEN ready_at <= @now THEN ready_at END)
                    FROM outbox WHERE state = 0 AND ready_at <= @until GROUP BY kind ORDER BY kind
                    """,
                    ("now", now.Micros()),
                    ("until", (now + LongestPause).Micros())
                ),
                row => new WaitingEffects(row.GetString(0), Count(row[1]), Count(row[2]), row.InstantOrNull(3))
            );
            return new JournalVitals(
                At(await s.Scalar("SELECT at FROM entry ORDER BY position DESC LIMIT 1")),
                At(await s.Scalar("SELECT at FROM checkpoint ORDER BY size DESC, access_size DESC LIMIT 1")),
                At(
                    await s.Scalar(
                        "SELECT at FROM entry WHERE position > @size ORDER BY position LIMIT 1",
                        ("size", size)
                    )
                ),
                database.ClockSql is { } clock ? At(await s.Scalar(clock)) : null,
                [.. waiting.Where(w => w.Due + w.Failing > 0)],
                Count(await s.Scalar("SELECT COUNT(*) FROM outbox WHERE state = 3")),
                await Tasks(s, 0, now.Micros()),
                await Tasks(s, now.Micros(), (now + soon).Micros())
            );
        });

    private static async Task<long> Tasks(Session session, long from, long before) =>
        Count(
            await session.Scalar(
                "SELECT COUNT(*) FROM task WHERE due_at >= @from AND due_at < @before",
                ("from", from),
                ("before", before)
            )
        );

    private static DateTimeOffset? At(object? micros) => micros is long at ? Columns.Instant(at) : null;

    /// <summary>A sum is a number of another type on PostgreSQL.</summary>
    private static long Count(object? found) => Convert.ToInt64(found ?? 0L, CultureInfo.InvariantCulture);
}
