using Genggam.Journal;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Genggam.Office.People;

/// <summary>Where accounts are kept: <c>accounts.db</c> in the folder, or PostgreSQL by connection string.</summary>
public sealed record PeopleOptions(string Folder, string? Postgres = null)
{
    /// <summary>The password of the demo opens accounts; anywhere else it opens none, even where a demo left them behind.</summary>
    public bool Demo { get; init; }

    internal string AccountsFile => Path.Combine(Folder, "accounts.db");

    internal string Sqlite => $"Data Source={AccountsFile}";
}

public static class PeopleSetup
{
    /// <summary>Accounts and how people prove who they are. Needs the journal, <c>AddNotices</c>, and logging.</summary>
    public static IServiceCollection AddPeople(this IServiceCollection services, PeopleOptions options)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddAccountsDb(options);
        services.AddHostedService<AccountsModel>();
        services
            .AddIdentityCore<Account>(identity =>
            {
                identity.Password.RequiredLength = Passwords.Shortest;
                identity.Password.RequireDigit = false;
                identity.Password.RequireLowercase = false;
                identity.Password.RequireUppercase = false;
                identity.Password.RequireNonAlphanumeric = false;
                identity.Lockout.MaxFailedAccessAttempts = 5;
                identity.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
            })
            .AddEntityFrameworkStores<AccountsDb>()
            .AddClaimsPrincipalFactory<AccountClaims>()
            .AddSignInManager();
        // What OWASP asks for PBKDF2 with HMAC-SHA-512; a password that was hashed by fewer rounds is hashed anew at its next sign-in.
        services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = 210_000);
        services.AddScoped<Codes>();
        services.AddSingleton<CodeMessages>();
        services.AddScoped<SetPassword>();
        services.AddScoped<OwnPassword>();
        services.AddScoped<SignUp>();
        services.AddScoped<Confirm>();
        services.AddScoped<SignIn>();
        services.AddScoped<Recover>();
        services.AddScoped<Officers>();
        services.AddScoped<StaffRegister>();
        services.AddScoped<CounterSignUp>();
        services.AddSingleton<Erasure>();
        services.AddSingleton<EndedSessions>();
        services.AddSingleton<OpenSessions>();
        services.TryAddSingleton<SecurityLog>();
        services.AddSingleton<Staff>();
        services.AddSingleton<Persons>();
        services.AddScoped<Clients>();
        return services;
    }

    /// <summary>The programs that may use the API, without the people: what the verbs need.</summary>
    public static IServiceCollection AddClients(this IServiceCollection services, PeopleOptions options)
    {
        services.AddAccountsDb(options);
        services.AddScoped<Clients>();
        return services;
    }

    /// <summary>How to reach the accounts where no services are set up.</summary>
    public static DbContextOptions<AccountsDb> Accounts(PeopleOptions options)
    {
        var db = new DbContextOptionsBuilder<AccountsDb>();
        Use(db, options);
        return db.Options;
    }

    private static void AddAccountsDb(this IServiceCollection services, PeopleOptions options)
    {
        services.AddSingleton(options);
        services.AddDbContextFactory<AccountsDb>(db => Use(db, options));
        services
            .AddOpenIddict()
            .AddCore(core => core.UseEntityFrameworkCore().UseDbContext<AccountsDb>().ReplaceDefaultEntities<Guid>());
    }

    private static void Use(DbContextOptionsBuilder db, PeopleOptions options) =>
        (
            options.Postgres is { } postgres
                ? db.UseNpgsql(postgres, npgsql => npgsql.ExecutionStrategy(asked => new CutConnections(asked)))
                : db.UseSqlite(options.Sqlite)
        ).UseOpenIddict<Guid>();

    /// <summary>
    /// Makes the tables where they are missing, and removes accounts of the erased that an older copy brought back. To be
    /// called before the first request.
    /// </summary>
    public static async Task PreparePeople(this IServiceProvider services, CancellationToken cancel = default)
    {
        var erased = services.GetService<JournalStore>() is { } journal ? await journal.Subjects.Erased() : [];
        var glance = new AccountsGlance(services.GetRequiredService<PeopleOptions>());
        if (await glance.IsCurrent(cancel) && !await glance.HasAnyOf(erased, cancel))
            return;
        await using var db = await services
            .GetRequiredService<IDbContextFactory<AccountsDb>>()
            .CreateDbContextAsync(cancel);
        await db.Prepare(cancel);
        await db.Forget(erased, cancel);
    }
}
