using System.Data.Common;
using System.Globalization;
using Genggam.Journal;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Genggam.Office.People;

/// <summary>
/// What a start asks of the accounts, in plain SQL: where nothing is to be done, the first answer does not wait for the model
/// that everything else works with.
/// </summary>
internal sealed class AccountsGlance(PeopleOptions options)
{
    /// <summary>Whether the tables are there, as this program knows them.</summary>
    public async Task<bool> IsCurrent(CancellationToken cancel)
    {
        if (options.Postgres is null && !File.Exists(options.AccountsFile))
            return false;
        try
        {
            await using var connection = await Open(cancel);
            var there = options.Postgres is null
                ? "SELECT COUNT(*) FROM sqlite_master WHERE name = 'schema_version'"
                : $"SELECT COUNT(to_regclass('{Table("schema_version")}'))";
            return await Number(connection, there, cancel) > 0
                && await Number(connection, $"SELECT COALESCE(MAX(version), 0) FROM {Table("schema_version")}", cancel)
                    == AccountsSchema.Latest;
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InvalidCatalogName)
        {
            return false;
        }
    }

    /// <summary>Whether a citizen's account is there that belongs to one of these.</summary>
    public async Task<bool> HasAnyOf(IEnumerable<SubjectId> subjects, CancellationToken cancel)
    {
        await using var connection = await Open(cancel);
        await using var command = Command(
            connection,
            $"SELECT COUNT(*) FROM {Table("AspNetUsers")} WHERE \"SubjectId\" = @id AND \"Kind\" = '{AccountKind.Citizen}'"
        );
        var id = command.CreateParameter();
        id.ParameterName = "@id";
        command.Parameters.Add(id);
        foreach (var subject in subjects)
        {
            id.Value = subject.Value;
            if (Convert.ToInt32(await command.ExecuteScalarAsync(cancel), CultureInfo.InvariantCulture) > 0)
                return true;
        }
        return false;
    }

    public Task<HashSet<string>> UserNames(CancellationToken cancel) => Column("AspNetUsers", "UserName", cancel);

    public Task<HashSet<string>> ClientIds(CancellationToken cancel) =>
        Column("OpenIddictApplications", "ClientId", cancel);

    private async Task<HashSet<string>> Column(string table, string column, CancellationToken cancel)
    {
        await using var connection = await Open(cancel);
        await using var command = Command(connection, $"SELECT \"{column}\" FROM {Table(table)}");
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var found = new HashSet<string>(StringComparer.Ordinal);
        while (await rows.ReadAsync(cancel))
            found.Add(rows.GetString(0));
        return found;
    }

    private async Task<DbConnection> Open(CancellationToken cancel)
    {
        DbConnection connection = options.Postgres is { } postgres
            ? new NpgsqlConnection(postgres)
            : new SqliteConnection(options.Sqlite);
        await connection.OpenAsync(cancel);
        return connection;
    }

    private string Table(string name) =>
        options.Postgres is null ? $"\"{name}\"" : $"{AccountsSchema.PostgresSchema}.\"{name}\"";

    private static async Task<int> Number(DbConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = Command(connection, sql);
        return Convert.ToInt32(await command.ExecuteScalarAsync(cancel), CultureInfo.InvariantCulture);
    }

    private static DbCommand Command(DbConnection connection, string sql)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // made of constants of this file
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }
}
