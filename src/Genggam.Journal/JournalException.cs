namespace Genggam.Journal;

/// <summary>The journal could not do its work. <see cref="Number"/> is stable and documented in operations.</summary>
public abstract class JournalException(string number, string message, Exception? inner = null)
    : Exception($"{number}: {message}", inner)
{
    public string Number { get; } = number;
}

/// <summary>GJ1001. The database is away. What was not acknowledged may or may not be there: retry with the same key.</summary>
public sealed class JournalUnavailable(string message, Exception? inner = null)
    : JournalException("GJ1001", message, inner);

/// <summary>GJ1002. No room is left on the database's disk. Nothing of the refused append is there.</summary>
public sealed class JournalFull(Exception? inner = null)
    : JournalException("GJ1002", "the database's disk is full; free space and try again", inner);

/// <summary>GJ1003. The database does not promise durability: a setting read back at start is not what was asked.</summary>
public sealed class JournalUnsafe(string setting, string expected, string actual)
    : JournalException("GJ1003", $"{setting} must be {expected} but the database says {actual}");

/// <summary>GJ1004. A key file is missing, damaged or of another journal.</summary>
public sealed class JournalKeysWrong(string message, Exception? inner = null)
    : JournalException("GJ1004", message, inner);

/// <summary>GJ1005. The database was written by a newer program.</summary>
public sealed class JournalTooNew(long found, long known)
    : JournalException(
        "GJ1005",
        $"the schema is at version {found}, this program knows up to {known}; upgrade the program"
    );

/// <summary>GJ1006. A backup is damaged, or the place to restore into is not empty.</summary>
public sealed class JournalBackupWrong(string message, Exception? inner = null)
    : JournalException("GJ1006", message, inner);

/// <summary>GJ1007. What was given cannot be stored: too large, or malformed.</summary>
public sealed class JournalRejected(string message) : JournalException("GJ1007", message);

/// <summary>GJ1008. What is in this folder was moved to PostgreSQL: the folder keeps only keys and a copy of before.</summary>
public sealed class JournalMoved(string note)
    : JournalException(
        "GJ1008",
        $"this installation was moved to PostgreSQL: name the connection in Genggam:Postgres, or delete {note} to go back to the copy of before"
    );
