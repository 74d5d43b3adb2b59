using Genggam.Journal.Storage;

[assembly: AssemblyFixture(typeof(Genggam.Journal.Tests.PostgresCluster))]

namespace Genggam.Journal.Tests;

public sealed class AppendOnPostgres(PostgresCluster cluster) : AppendContract
{
    protected override JournalOptions Empty() => Given.OnPostgres(cluster);
}

public sealed class ErasureOnPostgres(PostgresCluster cluster) : ErasureContract
{
    protected override JournalOptions Empty() => Given.OnPostgres(cluster);
}

public sealed class AuditorOnPostgres(PostgresCluster cluster) : AuditorContract
{
    protected override JournalOptions Empty() => Given.OnPostgres(cluster);
}

public sealed class BackupOnPostgres(PostgresCluster cluster) : BackupContract
{
    protected override JournalOptions Empty() => Given.OnPostgres(cluster);
}

public sealed class VerifyOnPostgres(PostgresCluster cluster) : VerifyContract
{
    protected override JournalOptions Empty() => Given.OnPostgres(cluster);
}

public sealed class PastOnPostgres(PostgresCluster cluster) : PastContract
{
    protected override JournalOptions Empty() => Given.OnPostgres(cluster);
}

public sealed class OutboxOnPostgres(PostgresCluster cluster) : OutboxContract
{
    protected override JournalOptions Empty() => Given.OnPostgres(cluster);
}

public sealed class ListOnPostgres(PostgresCluster cluster) : ListContract
{
    protected override JournalOptions Empty() => Given.OnPostgres(cluster);

    protected override async Task ReadsAnIndex(string sql, (string Name, object? Value)[] parameters)
    {
        // On tables this small a scan is cheaper; the question is whether an index can serve the query.
        var plan = await Store.Read(async s =>
        {
            await s.Execute("SET enable_seqscan = off");
            return await Session.All(s.Command("EXPLAIN " + sql, Used(sql, parameters)), row => row.GetString(0));
        });
        Assert.DoesNotContain(plan, step => step.Contains("Seq Scan", StringComparison.Ordinal));
        Assert.Contains(plan, step => step.Contains("Index", StringComparison.Ordinal));
    }
}

public sealed class ShelfOnPostgres(PostgresCluster cluster) : ShelfContract
{
    protected override JournalOptions Empty() => Given.OnPostgres(cluster);
}

public sealed class ChangeOnPostgres(PostgresCluster cluster) : ChangeContract
{
    protected override JournalOptions Empty() => Given.OnPostgres(cluster);
}

public sealed class MoveOnPostgres(PostgresCluster cluster) : MoveContract
{
    protected override JournalOptions Empty() => Given.OnPostgres(cluster);
}

public sealed class VitalsOnPostgres(PostgresCluster cluster) : VitalsContract
{
    protected override JournalOptions Empty() => Given.OnPostgres(cluster);
}
