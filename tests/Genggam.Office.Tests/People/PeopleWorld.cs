using System.Text.RegularExpressions;
using Genggam.Journal;
using Genggam.Office.Notices;
using Genggam.Office.People;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Genggam.Office.Tests.People;

/// <summary>Accounts and journal on SQLite in a folder of its own; messages go to the simulator.</summary>
public sealed partial class PeopleWorld(bool demo = false) : IAsyncLifetime
{
    public const string Nik = "3578014101900001";
    public const string Phone = "0812-3456-7890";
    public const string Password = "kata sandi panjang";

    private readonly string folder = Directory.CreateTempSubdirectory("genggam-people").FullName;
    private ServiceProvider services = null!;

    public TestClock Clock { get; } = new();
    public IServiceProvider Services => services;
    public JournalStore Journal => services.GetRequiredService<JournalStore>();
    public IReadOnlyList<SimulatedMessage> Messages => services.GetRequiredService<SimulatorOutbox>().Messages;
    public string AccountsFile => Path.Combine(folder, "accounts.db");

    public async ValueTask InitializeAsync()
    {
        var journal = await JournalStore.Open(new JournalOptions { Folder = folder });
        services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton(journal)
            .AddNotices(new ConfigurationBuilder().Build(), demo: true)
            .AddPeople(new PeopleOptions(folder) { Demo = demo })
            // Nobody steals these hashes.
            .Configure<Microsoft.AspNetCore.Identity.PasswordHasherOptions>(o => o.IterationCount = 1)
            .BuildServiceProvider(validateScopes: true);
        await services.PreparePeople();
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>One request: services of a scope of their own.</summary>
    public async Task<T> Ask<TService, T>(Func<TService, Task<T>> ask)
        where TService : notnull
    {
        await using var scope = services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public Task<SignUpResult> SignUp(string contact = Phone, string password = Password, string nik = Nik) =>
        Ask<SignUp, SignUpResult>(s => s.Start(new(nik, "Siti", contact, password, "id"), default));

    public Task<ConfirmResult> Confirm(string who, string code) =>
        Ask<Confirm, ConfirmResult>(s => s.Try(who, code, default));

    public Task<SignInResult> SignIn(string password = Password, string nik = Nik) =>
        Ask<SignIn, SignInResult>(s => s.Citizen(nik, password, default));

    /// <summary>Into an account whose password was handed over, up to where its owner has chosen another.</summary>
    public async Task<PasswordResult> Choose(SignInResult first, string password = Password)
    {
        var ticket = Assert.IsType<SignInResult.ChooseOwn>(first).Ticket;
        return await Ask<OwnPassword, PasswordResult>(o => o.Choose(ticket, password));
    }

    public async Task<string> SignedUp()
    {
        var who = Assert.IsType<SignUpResult.CodeSent>(await SignUp()).Who;
        Assert.IsType<ConfirmResult.Welcome>(await Confirm(who, LastCode));
        return who;
    }

    /// <summary>The six digits in the newest message.</summary>
    public string LastCode => SixDigits().Match(Messages[0].Message.Body).Value;

    [GeneratedRegex(@"\b[0-9]{6}\b")]
    private static partial Regex SixDigits();
}

public sealed class TestClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;
}
