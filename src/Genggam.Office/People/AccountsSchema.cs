using System.Collections.Immutable;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Microsoft.EntityFrameworkCore.Storage;

namespace Genggam.Office.People;

/// <summary>
/// The tables of the accounts, by numbered steps that hold on both databases (docs/decisions/accounts-schema.md). A new
/// place gets today's tables at once; an older one gets the steps it lacks, all or none.
/// </summary>
internal static class AccountsSchema
{
    public const string PostgresSchema = "genggam_accounts";

    private const long StartLock = 7_140_250;

    /// <summary>What each version added to the one before; the first is number 2. Never changed once released.</summary>
    private static readonly ImmutableArray<Func<AccountsDb, IEnumerable<MigrationOperation>>> Steps =
    [
        db => Today(db).Where(o => TableOf(o)?.StartsWith("OpenIddict", StringComparison.Ordinal) == true),
        db => [Flag(db, nameof(Account.TemporaryPassword))],
        db => [Flag(db, nameof(Account.NikProved))],
    ];

    public static int Latest => Steps.Length + 1;

    /// <exception cref="InvalidDataException">A newer program wrote these accounts.</exception>
    public static async Task Prepare(AccountsDb db, CancellationToken cancel)
    {
        var creator = db.GetService<IRelationalDatabaseCreator>();
        if (!await creator.ExistsAsync(cancel))
            await creator.CreateAsync(cancel);
        await db.Database.CreateExecutionStrategy().ExecuteAsync(cancel, asked => BringUp(db, asked));
    }

    private static async Task BringUp(AccountsDb db, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (db.Database.IsNpgsql())
        {
            await Run(db, $"SELECT pg_advisory_xact_lock({StartLock})", cancel);
            await Run(db, $"CREATE SCHEMA IF NOT EXISTS {PostgresSchema}", cancel);
        }
        await Run(db, $"CREATE TABLE IF NOT EXISTS {VersionTable(db)} (version INTEGER NOT NULL)", cancel);
        var found = await Version(db, cancel);
        if (found > Latest)
            throw new InvalidDataException(
                $"The accounts are at version {found}, this program knows up to {Latest}; upgrade the program."
            );
        if (found < Latest)
        {
            await Execute(db, found == 0 ? Today(db) : Steps.Skip(found - 1).SelectMany(s => s(db)), cancel);
            await Run(db, $"DELETE FROM {VersionTable(db)}", cancel);
            await Run(db, $"INSERT INTO {VersionTable(db)} (version) VALUES ({Latest})", cancel);
        }
        await transaction.CommitAsync(cancel);
    }

    /// <summary>0 for a new place. Accounts from before versions were kept are at 1.</summary>
    private static async Task<int> Version(AccountsDb db, CancellationToken cancel)
    {
        var users = db.Database.IsNpgsql()
            ? $"SELECT CASE WHEN to_regclass('{PostgresSchema}.\"AspNetUsers\"') IS NULL THEN 0 ELSE 1 END"
            : "SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = 'AspNetUsers'";
        return await Number(db, $"SELECT COALESCE(MAX(version), 0) FROM {VersionTable(db)}", cancel) is > 0 and var kept
            ? kept
            : await Number(db, users, cancel);
    }

    private static string VersionTable(AccountsDb db) =>
        db.Database.IsNpgsql() ? $"{PostgresSchema}.schema_version" : "schema_version";

    private static IReadOnlyList<MigrationOperation> Today(AccountsDb db)
    {
        var model = db.GetService<IDesignTimeModel>().Model;
        return db.GetService<IMigrationsModelDiffer>().GetDifferences(null, model.GetRelationalModel());
    }

    private static AddColumnOperation Flag(AccountsDb db, string name) =>
        new()
        {
            Schema = db.Database.IsNpgsql() ? PostgresSchema : null,
            Table = "AspNetUsers",
            Name = name,
            ClrType = typeof(bool),
            DefaultValue = false,
        };

    private static string? TableOf(MigrationOperation operation) =>
        operation switch
        {
            CreateTableOperation table => table.Name,
            CreateIndexOperation index => index.Table,
            _ => null,
        };

    private static Task Execute(AccountsDb db, IEnumerable<MigrationOperation> operations, CancellationToken cancel)
    {
        var model = db.GetService<IDesignTimeModel>().Model;
        var commands = db.GetService<IMigrationsSqlGenerator>().Generate([.. operations], model);
        return db.GetService<IMigrationCommandExecutor>()
            .ExecuteNonQueryAsync(commands, db.GetService<IRelationalConnection>(), cancel);
    }

    // Every text here is made of constants of this file.
    private static async Task<int> Number(AccountsDb db, string sql, CancellationToken cancel)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100
        command.CommandText = sql;
#pragma warning restore CA2100
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        return Convert.ToInt32(await command.ExecuteScalarAsync(cancel), CultureInfo.InvariantCulture);
    }

    private static Task Run(AccountsDb db, string sql, CancellationToken cancel) =>
        db.Database.ExecuteSqlRawAsync(sql, cancel);
}
