using System.Data.Common;
using Genggam.Journal.Postgres;
using Genggam.Journal.Sqlite;

namespace Genggam.Journal;

/// <summary>
/// Tells a database that is away or a disk that is full from a mistake, also where somebody else's driver ran into it:
/// the accounts stand in the same kinds of database.
/// </summary>
public static class Outages
{
    // errno of Linux and the code of Windows for a disk without room.
    private const int NoSpace = 28;
    private const int WindowsDiskFull = unchecked((int)0x80070070);

    /// <summary>The outage behind an error, however deep it is wrapped; null where it is something else.</summary>
    public static JournalException? Behind(Exception? error)
    {
        for (; error is not null; error = error.InnerException)
        {
            if (Known(error) is JournalException known and (JournalUnavailable or JournalFull))
                return known;
        }
        return null;
    }

    private static Exception Known(Exception error) =>
        error switch
        {
            IOException { HResult: NoSpace or WindowsDiskFull } => new JournalFull(error),
            DbException => PostgresDatabase.Known(SqliteDatabase.Known(error)),
            _ => error,
        };
}
