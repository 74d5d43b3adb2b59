using Genggam.Journal;
using Genggam.Journal.Tests;
using Genggam.Office.Notices;
using Genggam.Office.People;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Genggam.Office.Tests.People;

/// <summary>Accounts hold on both databases, new and as an earlier program left them.</summary>
public sealed class AccountsSchemaTests(PostgresCluster cluster) : IClassFixture<PostgresCluster>, IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("genggam-accounts").FullName;

    /// <summary>What programs after the second added to an account.</summary>
    private static readonly string[] LaterColumns = ["TemporaryPassword", "NikProved"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 1)]
    [InlineData(true, 2)]
    [InlineData(false, 2)]
    public async Task Accounts_of_an_earlier_program_are_upgraded_and_nobody_is_lost(bool sqlite, int version)
    {
        var database = Database(sqlite);
        await using (var first = await Open(database))
        {
            await SignedUp(first);
            await Earlier(first, version);
        }
        await using var services = await Open(database);
        Assert.IsType<SignInResult.Welcome>(
            await Ask<SignIn, SignInResult>(services, s => s.Citizen(PeopleWorld.Nik, PeopleWorld.Password, Cancel))
        );
        var added = await Ask<Clients, AddClientResult>(
            services,
            c => c.Add("Uji", "bkpm", [ClientScopes.ReadCases], ["verifikator"], Cancel)
        );
        var client = Assert.IsType<AddClientResult.Added>(added).Client;
        var listed = Assert.Single(await Ask<Clients, IReadOnlyList<Client>>(services, c => c.List(Cancel)));
        Assert.Equal(
            (client.Id, "bkpm", "cases:read", "verifikator"),
            (listed.Id, listed.Agency, Assert.Single(listed.Scopes), Assert.Single(listed.Roles))
        );
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Nodes_that_start_at_once_make_the_tables_once(bool sqlite)
    {
        var database = Database(sqlite);
        await using var provider = await Open(database);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => provider.PreparePeople(Cancel), Cancel)));
        Assert.Empty(await Ask<Clients, IReadOnlyList<Client>>(provider, c => c.List(Cancel)));
    }

    [Fact]
    public async Task Accounts_of_a_newer_program_are_left_alone()
    {
        var database = Database(sqlite: true);
        await using (var services = await Open(database))
            await Run(services, "UPDATE schema_version SET version = 99");
        await Assert.ThrowsAsync<InvalidDataException>(() => Open(database));
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>As the program of that version left it. The first knew people, no clients, and kept no version.</summary>
    private static async Task Earlier(ServiceProvider services, int version)
    {
        await using var scope = services.CreateAsyncScope();
        var schema = scope.ServiceProvider.GetRequiredService<AccountsDb>().Database.IsNpgsql()
            ? "genggam_accounts."
            : "";
        foreach (var column in LaterColumns)
            await Run(services, $"ALTER TABLE {schema}\"AspNetUsers\" DROP COLUMN \"{column}\"");
        await Run(services, $"UPDATE {schema}schema_version SET version = {version}");
        if (version > 1)
            return;
        foreach (var table in new[] { "Tokens", "Authorizations", "Applications", "Scopes" })
            await Run(services, $"DROP TABLE {schema}\"OpenIddict{table}\"");
        await Run(services, $"DROP TABLE {schema}schema_version");
    }

    private static async Task SignedUp(ServiceProvider services)
    {
        var who = Assert
            .IsType<SignUpResult.CodeSent>(
                await Ask<SignUp, SignUpResult>(
                    services,
                    s => s.Start(new(PeopleWorld.Nik, "Siti", PeopleWorld.Phone, PeopleWorld.Password, "id"), Cancel)
                )
            )
            .Who;
        var message = services.GetRequiredService<SimulatorOutbox>().Messages[0].Message.Body;
        var code = string.Concat(message.Where(char.IsAsciiDigit).Take(6));
        Assert.IsType<ConfirmResult.Welcome>(
            await Ask<Confirm, ConfirmResult>(services, c => c.Try(who, code, Cancel))
        );
    }

    private PeopleOptions Database(bool sqlite) =>
        new(folder, sqlite ? null : cluster.NewDatabase($"accounts_{Guid.NewGuid():N}"));

    private static async Task<ServiceProvider> Open(PeopleOptions options)
    {
        var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(await JournalStore.Open(new JournalOptions { Folder = options.Folder }))
            .AddNotices(new ConfigurationBuilder().Build(), demo: true)
            .AddPeople(options)
            .BuildServiceProvider(validateScopes: true);
        try
        {
            await services.PreparePeople(Cancel);
            return services;
        }
        catch
        {
            await services.DisposeAsync();
            throw;
        }
    }

    private static async Task<T> Ask<TService, T>(ServiceProvider services, Func<TService, Task<T>> ask)
        where TService : notnull
    {
        await using var scope = services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<TService>());
    }

    private static async Task Run(ServiceProvider services, string sql)
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<AccountsDb>().Database.ExecuteSqlRawAsync(sql, Cancel);
    }
}
