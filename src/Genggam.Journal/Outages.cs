using System.Data.Common;

namespace Genggam.Journal;

/// <summary>
/// Tells a database that is away or a disk that is full from a mistake, also where somebody else's driver ran into it:
/// the accounts stand in the same kind of database as the journal.
/// </summary>
public static class Outages
{
    // errno of Linux and the code of Windows for a disk without room.
    private const int NoSpace = 28;
    private const int WindowsDiskFull = unchecked((int)0x80070070);

    /// <summary>The outage behind an error, however deep it is wrapped; null where it is something else. Asks no database.</summary>
    public static JournalException? Outage(this JournalStore journal, Exception? error)
    {
        for (; error is not null; error = error.InnerException)
        {
            var known = error switch
            {
                IOException { HResult: NoSpace or WindowsDiskFull } => new JournalFull(error),
                DbException => journal.Database.Translate(error),
                _ => error,
            };
            if (known is JournalUnavailable or JournalFull)
                return (JournalException)known;
        }
        return null;
    }
}
