namespace Genggam.Journal;

/// <summary>Where the journal lives. SQLite in <see cref="Folder"/> unless <see cref="Postgres"/> is given.</summary>
public sealed record JournalOptions
{
    /// <summary>The data folder: <c>journal.db</c>, <c>keys.db</c> and <c>keys/</c>. With PostgreSQL only <c>keys/</c>.</summary>
    public required string Folder { get; init; }

    /// <summary>An Npgsql connection string, or null for SQLite.</summary>
    public string? Postgres { get; init; }

    /// <summary>PostgreSQL schema of the journal; the keys live in <c>{Schema}_keys</c>.</summary>
    public string Schema { get; init; } = "genggam";

    /// <summary>The file of the master key when it is not <c>keys/master.key</c> in the folder.</summary>
    public string? MasterKeyFile { get; init; }

    /// <summary>The file of the checkpoint key (PEM, P-256) when it is not <c>keys/checkpoint.key</c>.</summary>
    public string? CheckpointKeyFile { get; init; }

    /// <summary>The name that signs checkpoints.</summary>
    public string Origin { get; init; } = "genggam/journal";

    /// <summary>Time between checkpoints; null writes them only when asked.</summary>
    public TimeSpan? CheckpointEvery { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Told of a checkpoint that could not be written; the next interval tries again.</summary>
    public Action<Exception> CheckpointFailed { get; init; } =
        fault => Console.Error.WriteLine($"A checkpoint could not be written: {fault.Message}");

    /// <summary>Appends that may wait for the writer before callers are held back.</summary>
    public int QueueCapacity { get; init; } = 4096;

    /// <summary>Appends that share one commit, at most.</summary>
    public int GroupLimit { get; init; } = 256;

    /// <summary>Unwrapped subject keys kept in memory, at most.</summary>
    public int KeyCacheCapacity { get; init; } = 10_000;

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    internal string KeyFolder => Path.Combine(Folder, "keys");

    /// <summary>Stands where the journal was moved to PostgreSQL.</summary>
    public string MovedPath => Path.Combine(Folder, "moved.txt");

    internal string MasterKeyPath => MasterKeyFile ?? Path.Combine(KeyFolder, "master.key");

    internal string CheckpointKeyPath => CheckpointKeyFile ?? Path.Combine(KeyFolder, "checkpoint.key");

    internal string LatestCheckpointPath => Path.Combine(KeyFolder, "checkpoint.latest");

    internal string DestroyedPath => Path.Combine(KeyFolder, "destroyed.list");
}
