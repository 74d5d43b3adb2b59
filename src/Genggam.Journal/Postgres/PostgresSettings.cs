using Genggam.Journal.Storage;

namespace Genggam.Journal.Postgres;

/// <summary>The settings that durability rests on. Only the server's owner may change them, so we refuse to start.</summary>
internal static class PostgresSettings
{
    /// <summary>Throws <see cref="JournalUnsafe"/> where a commit could be acknowledged before it is durable.</summary>
    public static async Task ReadBack(Session session)
    {
        await Expect(
            session,
            "SHOW synchronous_commit",
            "on or remote_apply",
            value => value is "on" or "remote_apply"
        );
        await Expect(session, "SHOW fsync", "on", value => value == "on");
        await Expect(session, "SHOW full_page_writes", "on", value => value == "on");
        await session.Execute("SET idle_in_transaction_session_timeout = '10s'");
    }

    private static async Task Expect(Session session, string show, string expected, Func<string, bool> holds)
    {
        var actual = await session.Scalar(show) as string ?? "";
        if (!holds(actual))
            throw new JournalUnsafe(show[5..], expected, actual);
    }
}
