using Genggam.Journal.Storage;

namespace Genggam.Journal.Tests;

public sealed class AppendOnSqlite : AppendContract
{
    protected override JournalOptions Empty() => Given.OnSqlite();
}

public sealed class ErasureOnSqlite : ErasureContract
{
    protected override JournalOptions Empty() => Given.OnSqlite();
}

public sealed class AuditorOnSqlite : AuditorContract
{
    protected override JournalOptions Empty() => Given.OnSqlite();
}

public sealed class BackupOnSqlite : BackupContract
{
    protected override JournalOptions Empty() => Given.OnSqlite();
}

public sealed class VerifyOnSqlite : VerifyContract
{
    protected override JournalOptions Empty() => Given.OnSqlite();
}

public sealed class PastOnSqlite : PastContract
{
    protected override JournalOptions Empty() => Given.OnSqlite();
}

public sealed class OutboxOnSqlite : OutboxContract
{
    protected override JournalOptions Empty() => Given.OnSqlite();
}

public sealed class ListOnSqlite : ListContract
{
    protected override JournalOptions Empty() => Given.OnSqlite();

    protected override async Task ReadsAnIndex(string sql, (string Name, object? Value)[] parameters)
    {
        var plan = await Store.Read(s =>
            Session.All(s.Command("EXPLAIN QUERY PLAN " + sql, Used(sql, parameters)), row => row.GetString(3))
        );
        // A count up to a limit scans what its own inner query found, which is no table.
        Assert.DoesNotContain(
            plan,
            step => step.StartsWith("SCAN", StringComparison.Ordinal) && step is not "SCAN found"
        );
        Assert.Contains(plan, step => step.Contains("INDEX", StringComparison.Ordinal));
    }
}

public sealed class ShelfOnSqlite : ShelfContract
{
    protected override JournalOptions Empty() => Given.OnSqlite();
}

public sealed class ChangeOnSqlite : ChangeContract
{
    protected override JournalOptions Empty() => Given.OnSqlite();
}

public sealed class MoveOnSqlite : MoveContract
{
    protected override JournalOptions Empty() => Given.OnSqlite();
}

public sealed class VitalsOnSqlite : VitalsContract
{
    protected override JournalOptions Empty() => Given.OnSqlite();
}
