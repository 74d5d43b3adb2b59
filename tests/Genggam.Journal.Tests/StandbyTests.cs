using Genggam.Journal.Storage;
using Npgsql;

namespace Genggam.Journal.Tests;

/// <summary>PostgreSQL that must wait for another node before it acknowledges, and that node is not there.</summary>
public sealed class StandbyTests : IAsyncLifetime
{
    private readonly PostgresCluster cluster = new();

    public ValueTask InitializeAsync() => cluster.InitializeAsync();

    public ValueTask DisposeAsync() => cluster.DisposeAsync();

    [Theory]
    [InlineData("pg_cancel_backend")]
    [InlineData("pg_terminate_backend")]
    public async Task A_commit_that_no_other_node_has_is_never_acknowledged(string ended)
    {
        await using var journal = await JournalStore.Open(Given.OnPostgres(cluster));
        var @case = Given.Case();
        var entry = Given.First(@case) with { Key = new("siti", "k", Digest.Zero, default) };
        await WaitForANodeThatIsNotThere();

        var first = journal.Append(entry);
        await EndTheWait(ended);
        await Assert.ThrowsAsync<JournalUnavailable>(() => first);

        // It stands here, and is given as an answer only once the other node has it.
        Assert.Single(await journal.Read(@case));
        var again = journal.Append(entry);
        await EndTheWait(ended);
        await Assert.ThrowsAsync<JournalUnavailable>(() => again);
        var asked = journal.Answered(entry.Key);
        await EndTheWait(ended);
        await Assert.ThrowsAsync<JournalUnavailable>(() => asked);

        await WaitForNobody();
        Assert.IsType<AppendResult.Replayed>(await journal.Append(entry));
        Assert.IsType<AppendResult.Replayed>(await journal.Answered(entry.Key));
    }

    [Fact]
    public async Task A_write_beside_the_entries_that_no_other_node_has_is_told_as_away()
    {
        await using var journal = await JournalStore.Open(Given.OnPostgres(cluster));
        await WaitForANodeThatIsNotThere();
        var write = journal.Database.Write(s => s.Execute(Heads.Touch));
        await EndTheWait("pg_cancel_backend");
        await Assert.ThrowsAsync<JournalUnavailable>(() => write);
        await WaitForNobody();
    }

    private async Task WaitForANodeThatIsNotThere()
    {
        await Ask("CREATE TABLE probe (n int)");
        await Standbys("'nobody'");
        // Until the setting has come to all processes, writes do not wait yet.
        for (var waits = false; !waits; )
        {
            var probe = Ask("INSERT INTO probe VALUES (1)");
            while (!probe.IsCompleted && !waits)
                waits = await Ended("pg_cancel_backend");
            await probe;
        }
    }

    private Task WaitForNobody() => Standbys("''");

    private async Task Standbys(string names)
    {
        await Ask($"ALTER SYSTEM SET synchronous_standby_names = {names}");
        await Ask("SELECT pg_reload_conf()");
    }

    private async Task EndTheWait(string how)
    {
        while (!await Ended(how))
            await Task.Yield();
    }

    private async Task<bool> Ended(string how) =>
        await Ask($"SELECT count({how}(pid)) FROM pg_stat_activity WHERE wait_event = 'SyncRep'") is not 0L;

    // Changes nothing that would have to wait.
    private async Task<object?> Ask(string sql)
    {
        await using var connection = new NpgsqlConnection(cluster.ConnectionString + ";Pooling=false");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
#pragma warning disable CA2100 // names that the tests made up
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }
}
