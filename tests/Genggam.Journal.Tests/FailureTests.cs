using Genggam.Journal.Sqlite;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Genggam.Journal.Tests;

/// <summary>A full disk, a database that goes away, settings that do not hold, keys that are gone.</summary>
public sealed class FailureTests(PostgresCluster cluster)
{
    [Fact]
    public async Task A_full_disk_refuses_the_append_and_loses_nothing()
    {
        var options = Given.OnSqlite();
        var acknowledged = new List<CaseId>();
        // The first opening writes; the limit counts for connections made after it was set.
        await using (await JournalStore.Open(options)) { }
        await using (var journal = await JournalStore.Open(options))
        {
            ((SqliteDatabase)journal.Database).MaxPages = 200;
            var full = await Assert.ThrowsAsync<JournalFull>(async () =>
            {
                while (true)
                {
                    var @case = Given.Case();
                    await journal.Append(Given.First(@case) with { Open = new byte[20_000] });
                    acknowledged.Add(@case);
                }
            });
            Assert.Equal("GJ1002", full.Number);
            Assert.NotEmpty(acknowledged);
        }
        await using var freed = await JournalStore.Open(options);
        Assert.IsType<AppendResult.Appended>(await freed.Append(Given.First(Given.Case())));
        foreach (var @case in acknowledged)
            Assert.Single(await freed.Read(@case));
        Assert.True((await freed.Verify()).Holds);
    }

    [Fact]
    public async Task A_full_disk_of_postgresql_is_told_as_such()
    {
        await using var journal = await JournalStore.Open(Given.OnPostgres(cluster));
        await journal.Database.Write(s =>
            s.Execute(
                """
                CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql
                    AS $$BEGIN RAISE EXCEPTION 'no room' USING ERRCODE = '53100'; END$$;
                CREATE TRIGGER no_room BEFORE INSERT ON entry EXECUTE FUNCTION no_room();
                """
            )
        );
        await Assert.ThrowsAsync<JournalFull>(() => journal.Append(Given.First(Given.Case())));
        await journal.Database.Write(s => s.Execute("DROP TRIGGER no_room ON entry"));
        Assert.IsType<AppendResult.Appended>(await journal.Append(Given.First(Given.Case())));
    }

    [Fact]
    public async Task A_database_file_that_is_taken_away_is_not_written_to()
    {
        var options = Given.OnSqlite();
        await using var journal = await JournalStore.Open(options);
        var @case = Given.Case();
        await journal.Append(Given.First(@case));
        var (path, away) = (Path.Combine(options.Folder, "journal.db"), Path.Combine(options.Folder, "away.db"));
        File.Move(path, away);
        var gone = await Assert.ThrowsAsync<JournalUnavailable>(() => journal.Append(Given.First(Given.Case())));
        Assert.Equal("GJ1001", gone.Number);
        File.Move(away, path);
        Assert.IsType<AppendResult.Appended>(await journal.Append(Given.First(Given.Case())));
        Assert.Single(await journal.Read(@case));
    }

    [Fact]
    public async Task Cut_connections_to_postgresql_are_told_and_made_anew()
    {
        var options = Given.OnPostgres(cluster);
        options = options with { Postgres = options.Postgres + $";Application Name={options.Schema}" };
        await using var journal = await JournalStore.Open(options);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(line => AppendThrough(journal, line, 50, options.Schema)));
        var there = await journal.ReadFrom(0, 1000);
        Assert.Equal(200, there.Length);
        Assert.Equal(200, there.Select(entry => entry.Kind).Distinct().Count());
        Assert.True((await journal.Verify()).Holds);
    }

    // Appends one after the other, each repeated with its key until it is answered; cuts all connections now and then.
    private async Task AppendThrough(JournalStore journal, int line, int count, string name)
    {
        var @case = Given.Case();
        for (var i = 0; i < count; i++)
        {
            var command = $"{line}/{i}";
            if (i % 8 == line)
                await CutAll(name);
            while (true)
            {
                try
                {
                    var entries = await journal.Read(@case);
                    var entry = Given.First(@case) with
                    {
                        ExpectedSequence = entries.Length,
                        PreviousHash = entries.IsEmpty ? Digest.Zero : entries[^1].Hash,
                        Kind = command,
                        Key = new("siti", command, Digest.Zero, default),
                    };
                    Assert.True(
                        await journal.Append(entry) is AppendResult.Appended or AppendResult.Replayed,
                        "one case has one writer here"
                    );
                    break;
                }
                catch (JournalUnavailable)
                {
                    continue;
                }
            }
        }
    }

    [Fact]
    public async Task A_store_that_may_lose_a_commit_is_refused_at_start()
    {
        var options = Given.OnPostgres(cluster);
        options = options with { Postgres = options.Postgres + ";Options=-c synchronous_commit=off" };
        var unsafeStore = await Assert.ThrowsAsync<JournalUnsafe>(() => JournalStore.Open(options));
        Assert.Equal("GJ1003", unsafeStore.Number);
        await using var connection = new SqliteConnection("Data Source=:memory:");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await Assert.ThrowsAsync<JournalUnsafe>(() => SqliteSettings.ReadBack(connection));
    }

    [Fact]
    public async Task A_missing_master_key_is_never_replaced_by_a_new_one()
    {
        var options = Given.OnSqlite();
        await using (var journal = await JournalStore.Open(options))
            await journal.Subjects.Create();
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(options.MasterKeyPath));
        File.Delete(options.MasterKeyPath);
        var wrong = await Assert.ThrowsAsync<JournalKeysWrong>(() => JournalStore.Open(options));
        Assert.Equal("GJ1004", wrong.Number);
        Assert.False(File.Exists(options.MasterKeyPath));
    }

    [Fact]
    public async Task A_key_store_left_behind_is_refused_and_nobody_reads_as_erased()
    {
        var options = Given.OnSqlite();
        await using (var journal = await JournalStore.Open(options))
            await journal.Subjects.Create();
        foreach (var file in Directory.GetFiles(options.Folder, "keys.db*"))
            File.Delete(file);
        await Assert.ThrowsAsync<JournalKeysWrong>(() => JournalStore.Open(options));
    }

    [Fact]
    public async Task A_master_key_or_a_key_store_of_another_journal_is_refused()
    {
        var (mine, other) = (Given.OnSqlite(), Given.OnSqlite());
        foreach (var options in (JournalOptions[])[mine, other])
            await using (var journal = await JournalStore.Open(options))
                await journal.Subjects.Create();

        var key = await File.ReadAllBytesAsync(mine.MasterKeyPath, TestContext.Current.CancellationToken);
        File.Copy(other.MasterKeyPath, mine.MasterKeyPath, overwrite: true);
        await Assert.ThrowsAsync<JournalKeysWrong>(() => JournalStore.Open(mine));

        await File.WriteAllBytesAsync(other.MasterKeyPath, key, TestContext.Current.CancellationToken);
        File.Copy(Path.Combine(mine.Folder, "keys.db"), Path.Combine(other.Folder, "keys.db"), overwrite: true);
        await Assert.ThrowsAsync<JournalKeysWrong>(() => JournalStore.Open(other));
    }

    [Fact]
    public async Task A_backup_that_fails_leaves_the_backup_of_before()
    {
        var options = Given.OnSqlite();
        await using var journal = await JournalStore.Open(options);
        var (data, keys) = (Path.Combine(options.Folder, "b"), Path.Combine(options.Folder, "b.keys"));
        await journal.Backup(data, keys);
        var before = await File.ReadAllBytesAsync(data, TestContext.Current.CancellationToken);

        var broken = new BackupTarget(data, _ => throw new IOException("the disk is full"));
        await Assert.ThrowsAsync<IOException>(() => journal.Backup(broken, new BackupTarget(keys)));

        Assert.Equal(before, await File.ReadAllBytesAsync(data, TestContext.Current.CancellationToken));
        Assert.False(File.Exists($"{data}.unfinished"));
    }

    [Fact]
    public async Task A_journal_of_a_newer_program_is_left_alone()
    {
        var options = Given.OnSqlite();
        await using (var journal = await JournalStore.Open(options))
            await journal.Database.Write(s => s.Execute("INSERT INTO schema_version (version) VALUES (99)"));
        await Assert.ThrowsAsync<JournalTooNew>(() => JournalStore.Open(options));
    }

    [Fact]
    public async Task Two_nodes_on_one_postgresql_share_positions_without_gaps()
    {
        var options = Given.OnPostgres(cluster);
        await using var one = await JournalStore.Open(options);
        await using var two = await JournalStore.Open(options);
        await Task.WhenAll(
            Enumerable.Range(0, 200).Select(i => (i % 2 == 0 ? one : two).Append(Given.First(Given.Case())))
        );
        var there = await one.ReadFrom(0, 1000);
        Assert.Equal(Enumerable.Range(1, 200).Select(i => (long)i), there.Select(entry => entry.Position));
        Assert.True((await two.Verify()).Holds);
    }

    private async Task CutAll(string name)
    {
        await using var connection = new NpgsqlConnection(cluster.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = @name",
            connection
        );
        command.Parameters.AddWithValue("name", name);
        await command.ExecuteNonQueryAsync();
    }
}
