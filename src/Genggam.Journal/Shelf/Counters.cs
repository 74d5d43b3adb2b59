using System.Collections.Immutable;
using Genggam.Journal.Storage;

namespace Genggam.Journal;

/// <summary>A number that was taken for a document that is not in the register, or not yet.</summary>
public sealed record UnusedNumber(string Counter, long Value, string EffectId);

/// <summary>Gapless numbers, as of letters in one register.</summary>
public sealed class Counters
{
    private readonly Database database;

    internal Counters(Database database) => this.database = database;

    /// <summary>
    /// The next number of a counter, from 1, without gaps. The same effect gets the same number however often it asks.
    /// </summary>
    public Task<long> Allocate(string name, string effectId) =>
        database.Write(async session =>
        {
            // The counter's row is locked first, so two nodes asking for one effect cannot both miss the number.
            await session.Execute(
                "INSERT INTO counter (name, value) VALUES (@name, 0) ON CONFLICT DO NOTHING",
                ("name", name)
            );
            var last = (long)
                (
                    await session.Scalar(
                        "SELECT value FROM counter WHERE name = @name" + session.Database.ForUpdate,
                        ("name", name)
                    )
                )!;
            var given = await session.Scalar(
                "SELECT value FROM counter_number WHERE name = @name AND effect_id = @effect",
                ("name", name),
                ("effect", effectId)
            );
            if (given is long known)
                return known;
            await session.Execute(
                "UPDATE counter SET value = @value WHERE name = @name",
                ("value", last + 1),
                ("name", name)
            );
            await Give(session, name, effectId, last + 1);
            return last + 1;
        });

    internal static Task Give(Session session, string name, string effectId, long value) =>
        session.Execute(
            "INSERT INTO counter_number (name, effect_id, value) VALUES (@name, @effect, @value)",
            ("name", name),
            ("effect", effectId),
            ("value", value)
        );

    /// <summary>Numbers whose document is not in the register, in order, at most <paramref name="limit"/>.</summary>
    public async Task<ImmutableArray<UnusedNumber>> Unused(int limit) =>
        [
            .. await database.Read(s =>
                Session.All(
                    s.Command(
                        """
                        SELECT name, value, effect_id FROM counter_number WHERE NOT EXISTS
                            (SELECT 1 FROM issued_document WHERE issued_document.effect_id = counter_number.effect_id)
                        ORDER BY name, value LIMIT @limit
                        """,
                        ("limit", (long)limit)
                    ),
                    row => new UnusedNumber(row.GetString(0), row.GetInt64(1), row.GetString(2))
                )
            ),
        ];

    /// <summary>Reserves the next <paramref name="count"/> numbers of a counter that may have gaps; gives the first of them.</summary>
    public Task<long> Reserve(string name, int count) =>
        database.Write(async session =>
            (long)
                (
                    await session.Scalar(
                        """
                        INSERT INTO counter (name, value) VALUES (@name, @count)
                        ON CONFLICT (name) DO UPDATE SET value = counter.value + @count RETURNING value
                        """,
                        ("name", name),
                        ("count", (long)count)
                    )
                )!
            - count
            + 1
        );
}
