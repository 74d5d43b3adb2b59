using System.IO.Compression;
using Genggam.Office.Safekeeping;
using Microsoft.Data.Sqlite;

namespace Genggam.Office.Tests.Safekeeping;

/// <summary>
/// The data that the first program wrote, committed as they were (Golden/first-data.zip): a demo with cases, attachments and
/// documents. Should a test fail, the build is wrong, never the data. Its keys protect nothing.
/// </summary>
public sealed class UpgradeTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("genggam-upgrade").FullName;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private OfficeOptions Options => Town.OptionsIn(Path.Combine(folder, "data"));

    private string Journal => Path.Combine(Options.Data, "journal.db");

    [Fact]
    public async Task The_data_of_the_first_program_come_up_to_date_and_every_case_comes_to_what_it_came_to()
    {
        await FirstData();
        var was = await Number("SELECT MAX(version) FROM schema_version");

        var done = Assert.IsType<UpgradeResult.Upgraded>(await Upgraded());

        Assert.True(done.Report.Holds);
        Assert.Equal(done.Report.Journal.Cases, done.Cases);
        Assert.True(done.Report is { Documents: > 5, Files: > 20 });
        Assert.True(await Number("SELECT MAX(version) FROM schema_version") > was);
        Assert.True(File.Exists(Path.Combine(done.Before!, "keys", "master.key")));
        // As where the program of the first time has ended.
        SqliteConnection.ClearAllPools();
        Assert.IsType<UpgradeResult.Upgraded>(await Upgraded(later: 1));
    }

    [Fact]
    public async Task Data_that_do_not_hold_are_left_as_they_were_and_the_program_of_before_goes_on()
    {
        await FirstData();
        var was = await Number("SELECT MAX(version) FROM schema_version");
        await Run("UPDATE entry SET kind = 'other' WHERE position = 7");

        var failed = Assert.IsType<UpgradeResult.Failed>(await Upgraded());

        Assert.True(failed.PutBack);
        Assert.Contains("BrokenChain", failed.Problem, StringComparison.Ordinal);
        Assert.Equal(was, await Number("SELECT MAX(version) FROM schema_version"));
        Assert.Equal(1, await Number("SELECT COUNT(*) FROM entry WHERE kind = 'other'"));
        Assert.True(File.Exists(Path.Combine(Options.Data, "keys", "master.key")));
    }

    [Fact]
    public async Task Data_that_another_program_has_open_are_not_touched()
    {
        await FirstData();
        await using var running = await Town.Open(Options);

        Assert.IsType<UpgradeResult.InUse>(await Upgraded());

        Assert.Empty(Directory.EnumerateDirectories(Options.Data, "before-*"));
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private Task<UpgradeResult> Upgraded(int later = 0) =>
        Upgrade.Run(Options, () => Town.Open(Options), Town.Present.AddDays(later), null, Stop);

    private async Task FirstData() =>
        await ZipFile.ExtractToDirectoryAsync(
            Path.Combine(AppContext.BaseDirectory, "Golden", "first-data.zip"),
            Options.Data,
            Stop
        );

    private async Task<long> Number(string sql)
    {
        await using var database = await Open();
        await using var command = Command(database, sql);
        return (long)(await command.ExecuteScalarAsync(Stop))!;
    }

    private async Task Run(string sql)
    {
        await using var database = await Open();
        await using var command = Command(database, sql);
        await command.ExecuteNonQueryAsync(Stop);
    }

    private async Task<SqliteConnection> Open()
    {
        var database = new SqliteConnection($"Data Source={Journal};Pooling=false");
        await database.OpenAsync(Stop);
        return database;
    }

    private static SqliteCommand Command(SqliteConnection database, string sql)
    {
        var command = database.CreateCommand();
#pragma warning disable CA2100 // constants of this file
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }
}
