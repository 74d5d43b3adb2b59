using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Genggam.Journal.Tests;

/// <summary>
/// Run by hand: grouped appends against bare rows of the same columns, same durability, same run. Arguments: number of
/// submissions, and a PostgreSQL connection string or nothing.
/// </summary>
internal static class Measure
{
    public const string Verb = "measure";

    public static async Task Run(string[] arguments)
    {
        var count = int.Parse(arguments[0], CultureInfo.InvariantCulture);
        var postgres = arguments.ElementAtOrDefault(1);
        var folder = Given.Folder();
        var (appends, appendCpu) = await Timed(() => Append(folder, postgres, count), count);
        Console.WriteLine($"journal: {appends:N0} submissions/s, {appendCpu:N1} us CPU each");
        if (postgres is null)
        {
            var (rows, rowCpu) = await Timed(() => Bare(Path.Combine(folder, "bare.db"), count), count);
            Console.WriteLine($"bare rows: {rows:N0} submissions/s, {rowCpu:N1} us CPU each");
            Console.WriteLine($"ratio: {appends / rows:P0} of the rate, {appendCpu / rowCpu:N1} times the CPU");
        }
        Directory.Delete(folder, recursive: true);
    }

    private static async Task<(double PerSecond, double CpuMicros)> Timed(Func<Task<TimeSpan>> run, int count)
    {
        var cpu = Process.GetCurrentProcess().TotalProcessorTime;
        var took = await run();
        var used = Process.GetCurrentProcess().TotalProcessorTime - cpu;
        return (count / took.TotalSeconds, used.TotalMicroseconds / count);
    }

    private static async Task<TimeSpan> Append(string folder, string? postgres, int count)
    {
        await using var journal = await JournalStore.Open(
            new()
            {
                Folder = folder,
                Postgres = postgres,
                Schema = $"m{Guid.NewGuid():N}",
                CheckpointEvery = null,
            }
        );
        var subjects = new List<SubjectId>();
        for (var i = 0; i < 100; i++)
            subjects.Add(await journal.Subjects.Create());
        var watch = Stopwatch.StartNew();
        var next = -1;
        await Task.WhenAll(
            Enumerable
                .Range(0, 512)
                .Select(_ =>
                    Task.Run(async () =>
                    {
                        for (var i = Interlocked.Increment(ref next); i < count; i = Interlocked.Increment(ref next))
                            await journal.Append(Submission(i, subjects[i % subjects.Count]));
                    })
                )
        );
        return watch.Elapsed;
    }

    private static NewEntry Submission(int i, SubjectId subject) =>
        Given.First(Given.Case()) with
        {
            Open = new byte[1020],
            Sealed = [new(subject, new byte[340])],
            Summary = Given.Summary($"G-{i:0000000}", subject),
            Outbox = [new($"e{i}", "notice", new byte[100])],
            Key = new("load", $"k{i}", Digest.Zero, new byte[40]),
        };

    // The same four rows a submission, prepared, 256 submissions a commit, nothing hashed or encrypted.
    private static async Task<TimeSpan> Bare(string path, int count)
    {
        await using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        await connection.OpenAsync();
        Execute(
            connection,
            """
            PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=4000; PRAGMA cache_size=-65536;
            CREATE TABLE entry (position INTEGER PRIMARY KEY, id BLOB, content BLOB);
            CREATE UNIQUE INDEX entry_id ON entry (id);
            CREATE TABLE answered (key TEXT PRIMARY KEY, content BLOB) WITHOUT ROWID;
            CREATE TABLE outbox (id TEXT PRIMARY KEY, content BLOB);
            CREATE TABLE summary (id BLOB PRIMARY KEY, number TEXT, content BLOB);
            """
        );
        string[] statements =
        [
            "INSERT INTO entry (id, content) VALUES (@id, @content)",
            "INSERT INTO answered VALUES (@id, @content)",
            "INSERT INTO outbox VALUES (@id, @content)",
            "INSERT INTO summary VALUES (@id, 'n', @content)",
        ];
        int[] sizes = [1500, 72, 120, 160];
        var commands = statements.Select(sql => Prepared(connection, sql)).ToArray();
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < count; i++)
        {
            if (i % 256 == 0)
                Execute(connection, i == 0 ? "BEGIN IMMEDIATE" : "COMMIT; BEGIN IMMEDIATE");
            object id = Guid.CreateVersion7().ToByteArray(bigEndian: true);
            for (var c = 0; c < commands.Length; c++)
            {
                commands[c].Parameters[0].Value = c is 0 or 3 ? id : $"k{i}";
                commands[c].Parameters[1].Value = new byte[sizes[c]];
                await commands[c].ExecuteNonQueryAsync();
            }
        }
        Execute(connection, "COMMIT");
        return watch.Elapsed;
    }

    private static SqliteCommand Prepared(SqliteConnection connection, string sql)
    {
        var command = new SqliteCommand(sql, connection);
        command.Parameters.Add("@id", SqliteType.Blob).ResetSqliteType();
        command.Parameters.Add("@content", SqliteType.Blob);
        return command;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = new SqliteCommand(sql, connection);
        command.ExecuteNonQuery();
    }
}
