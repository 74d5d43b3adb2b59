using System.Linq.Expressions;
using System.Reflection;
using System.Text;
using System.Text.Json;
using Genggam.Journal;
using Genggam.Office.People;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Genggam.Office.Safekeeping;

/// <summary>The accounts in a backup: a part for each table, a line for each row, the same on either kind of database.</summary>
internal static class AccountsArchive
{
    private const string Folder = "accounts/";
    private const int AtOnce = 1000;

    private static readonly MethodInfo writing = Method(nameof(WriteRows));
    private static readonly MethodInfo reading = Method(nameof(ReadRows));
    private static readonly MethodInfo counting = Method(nameof(CountRows));

    /// <summary>Everything of one instant.</summary>
    /// <exception cref="IOException">The database went away in the middle.</exception>
    public static async Task Write(AccountsDb accounts, BackupParts parts, CancellationToken cancel)
    {
        var begun = false;
        await accounts
            .Database.CreateExecutionStrategy()
            .ExecuteAsync(
                cancel,
                async asked =>
                {
                    // What is written to a backup cannot be written again.
                    if (begun)
                        throw new IOException("the database of the accounts was cut off");
                    begun = true;
                    await WriteTables(accounts, parts, asked);
                }
            );
    }

    /// <summary>Into a place that has no accounts yet.</summary>
    public static async Task Read(AccountsDb accounts, BackupReading backup, CancellationToken cancel)
    {
        await accounts.Prepare(cancel);
        await accounts
            .Database.CreateExecutionStrategy()
            .ExecuteAsync(cancel, asked => ReadTables(accounts, backup, asked));
    }

    /// <summary>The tables that have another number of rows here than there.</summary>
    public static async Task<IReadOnlyList<string>> Differences(
        AccountsDb one,
        AccountsDb other,
        CancellationToken cancel
    )
    {
        var differing = new List<string>();
        foreach (var table in InOrder(one))
        {
            var count = counting.MakeGenericMethod(table.ClrType);
            if (
                await (Task<int>)count.Invoke(null, [one, cancel])!
                != await (Task<int>)count.Invoke(null, [other, cancel])!
            )
                differing.Add(table.GetTableName()!);
        }
        return differing;
    }

    private static Task<int> CountRows<T>(AccountsDb accounts, CancellationToken cancel)
        where T : class => accounts.Set<T>().CountAsync(cancel);

    private static async Task WriteTables(AccountsDb accounts, BackupParts parts, CancellationToken cancel)
    {
        await accounts.Database.OpenConnectionAsync(cancel);
        // A snapshot that keeps no writer waiting.
        await using var snapshot = accounts.Database.GetDbConnection() is SqliteConnection sqlite
            ? sqlite.BeginTransaction(deferred: true)
            : await accounts
                .Database.GetDbConnection()
                .BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancel);
        await accounts.Database.UseTransactionAsync(snapshot, cancel);
        foreach (var table in InOrder(accounts))
        {
            await using var part = parts.Add(Part(table));
            await (Task)writing.MakeGenericMethod(table.ClrType).Invoke(null, [accounts, table, part, cancel])!;
        }
    }

    private static async Task ReadTables(AccountsDb accounts, BackupReading backup, CancellationToken cancel)
    {
        await using var whole = await accounts.Database.BeginTransactionAsync(cancel);
        foreach (var table in InOrder(accounts).Where(table => backup.Has(Part(table))))
        {
            await using var part = backup.Open(Part(table));
            await (Task)reading.MakeGenericMethod(table.ClrType).Invoke(null, [accounts, table, part, cancel])!;
            if (accounts.Database.IsNpgsql())
                await GoOnCounting(accounts, table, cancel);
        }
        await whole.CommitAsync(cancel);
    }

    private static async Task WriteRows<T>(
        AccountsDb accounts,
        IEntityType table,
        Stream part,
        CancellationToken cancel
    )
        where T : class
    {
        var columns = Columns(table);
        await using var lines = new StreamWriter(part, new UTF8Encoding(false));
        await lines.WriteLineAsync(JsonSerializer.Serialize(columns.Select(c => c.Name)));
        await foreach (
            var row in accounts.Set<T>().Select(Cells<T>(columns)).AsAsyncEnumerable().WithCancellation(cancel)
        )
            await lines.WriteLineAsync(JsonSerializer.Serialize(row));
    }

    private static async Task ReadRows<T>(AccountsDb accounts, IEntityType table, Stream part, CancellationToken cancel)
        where T : class, new()
    {
        using var lines = new StreamReader(part, Encoding.UTF8);
        var names = JsonSerializer.Deserialize<string[]>(await lines.ReadLineAsync(cancel) ?? "[]")!;
        var columns = names.Select(table.FindProperty).ToArray();
        for (var count = 1; await lines.ReadLineAsync(cancel) is { } line; count++)
        {
            var cells = JsonSerializer.Deserialize<JsonElement[]>(line)!;
            var row = accounts.Entry(new T());
            foreach (var (column, cell) in columns.Zip(cells))
                // What an earlier program kept and this one does not know is left.
                if (column is not null)
                    row.Property(column).CurrentValue = cell.Deserialize(column.ClrType);
            row.State = EntityState.Added;
            if (count % AtOnce == 0)
                await Save(accounts, cancel);
        }
        await Save(accounts, cancel);
    }

    private static async Task Save(AccountsDb accounts, CancellationToken cancel)
    {
        await accounts.SaveChangesAsync(cancel);
        accounts.ChangeTracker.Clear();
    }

    /// <summary>A row that comes later gets a number after those that came with theirs.</summary>
    private static async Task GoOnCounting(AccountsDb accounts, IEntityType table, CancellationToken cancel)
    {
        foreach (var column in Columns(table).Where(c => c.IsPrimaryKey() && c.ClrType == typeof(int)))
        {
            var (full, name) = ($"\"{table.GetSchema()}\".\"{table.GetTableName()}\"", column.GetColumnName());
#pragma warning disable EF1002 // names of the model
            await accounts.Database.ExecuteSqlRawAsync(
                $"SELECT setval(pg_get_serial_sequence('{full}', '{name}'), (SELECT COALESCE(MAX(\"{name}\"), 0) + 1 FROM {full}), false)",
                cancel
            );
#pragma warning restore EF1002
        }
    }

    /// <summary>Columns that no class has a property for, too.</summary>
    private static Expression<Func<T, object?[]>> Cells<T>(IEnumerable<IProperty> columns)
    {
        var row = Expression.Parameter(typeof(T));
        var cells = columns.Select(column =>
            Expression.Convert(
                Expression.Call(
                    typeof(EF),
                    nameof(EF.Property),
                    [column.ClrType],
                    row,
                    Expression.Constant(column.Name)
                ),
                typeof(object)
            )
        );
        return Expression.Lambda<Func<T, object?[]>>(Expression.NewArrayInit(typeof(object), cells), row);
    }

    private static IProperty[] Columns(IEntityType table) =>
        [.. table.GetProperties().OrderBy(p => p.Name, StringComparer.Ordinal)];

    private static string Part(IEntityType table) => $"{Folder}{table.GetTableName()}.jsonl";

    /// <summary>Tables after those they refer to.</summary>
    private static List<IEntityType> InOrder(AccountsDb accounts)
    {
        var waiting = accounts.Model.GetEntityTypes().ToList();
        var ordered = new List<IEntityType>();
        while (waiting.Count > 0)
        {
            var next = waiting.First(t =>
                t.GetForeignKeys().All(k => k.PrincipalEntityType == t || ordered.Contains(k.PrincipalEntityType))
            );
            waiting.Remove(next);
            ordered.Add(next);
        }
        return ordered;
    }

    private static MethodInfo Method(string name) =>
        typeof(AccountsArchive).GetMethod(name, BindingFlags.NonPublic | BindingFlags.Static)!;
}
