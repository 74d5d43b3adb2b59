using System.Globalization;

namespace Genggam.Journal.Storage;

/// <summary>Numbered SQL, embedded; each number runs once, in its own transaction, and is noted in <c>schema_version</c>.</summary>
internal static class Migrations
{
    /// <param name="set"><c>journal</c> or <c>keys</c>.</param>
    public static async Task Apply(Session session, string set)
    {
        var database = session.Database;
        await session.Execute(database.Begin);
        await session.Execute(
            database.Dialect("CREATE TABLE IF NOT EXISTS schema_version (version $int NOT NULL PRIMARY KEY)")
        );
        if (database.ForUpdate.Length > 0)
            await session.Execute("LOCK TABLE schema_version IN EXCLUSIVE MODE");
        var known = Known(set);
        var found = await Version(session);
        if (found > known.Count)
            throw new JournalTooNew(found, known.Count);
        for (var version = found + 1; version <= known.Count; version++)
        {
            await session.Execute(database.Dialect(known[(int)version - 1]));
            await session.Execute("INSERT INTO schema_version (version) VALUES (@version)", ("version", version));
        }
        await session.Commit();
    }

    public static async Task<long> Version(Session session) =>
        (long)(await session.Scalar("SELECT COALESCE(MAX(version), 0) FROM schema_version"))!;

    private static List<string> Known(string set)
    {
        var scripts = new List<string>();
        var assembly = typeof(Migrations).Assembly;
        while (
            assembly.GetManifestResourceStream(
                string.Create(CultureInfo.InvariantCulture, $"{set}-{scripts.Count + 1:000}.sql")
            )
                is { } stream
        )
        {
            using var reader = new StreamReader(stream);
            scripts.Add(reader.ReadToEnd());
        }
        return scripts;
    }
}
