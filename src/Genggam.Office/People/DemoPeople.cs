using System.Collections.Immutable;
using Genggam.Journal;
using Genggam.Office.Changes;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Genggam.Office.People;

/// <summary>
/// People who do not exist, for demo mode only: their passwords stand on the sign-in page. Whatever shows them must say
/// that this is a demo.
/// </summary>
public static class DemoPeople
{
    public const string Password = "contoh-genggam";
    public const string Administrator = "admin";

    /// <summary>The secret of every demo officer's second factor.</summary>
    public static ReadOnlySpan<byte> Secret => "genggam demo, never real"u8;

    public static ImmutableArray<Profile> Citizens { get; } =
    [
        new(
            "3578014101900001",
            "Siti Contoh",
            Phone: "+6281234500001",
            Address: "Jalan Contoh 1, Surabaya",
            BirthDate: new DateOnly(1990, 1, 1)
        ),
        new(
            "3404011505850002",
            "Budi Contoh",
            Email: "budi@contoh.id",
            Address: "Jalan Contoh 2, Sleman",
            BirthDate: new DateOnly(1985, 5, 15)
        ),
    ];

    /// <summary>
    /// The demo citizens, <see cref="Administrator"/>, and for every agency one officer a role of the services it offers,
    /// named <c>role.agency</c>, one at its counter, and its administrator, <c>admin.agency</c>; for one that
    /// owns services, or whose region may vary those of others, one who changes them and one who publishes. What is there already stays as it is.
    /// </summary>
    /// <param name="rolesOf">The roles of a service by its id; none for a service that is not known.</param>
    public static async Task Seed(
        IServiceProvider services,
        Agencies.Agencies agencies,
        Func<string, IEnumerable<string>> rolesOf,
        CancellationToken cancel = default
    )
    {
        await using var scope = services.CreateAsyncScope();
        var journal = scope.ServiceProvider.GetRequiredService<JournalStore>();
        var there = await new AccountsGlance(services.GetRequiredService<PeopleOptions>()).UserNames(cancel);
        var citizens = Citizens.Where(c => !there.Contains(journal.Subjects.BlindIndex(c.Nik).ToString())).ToList();
        var staff = OfficersOf(agencies, rolesOf).Where(o => !there.Contains(o.UserName)).ToList();
        if (citizens.Count + staff.Count == 0)
            return;

        var users = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var officers = scope.ServiceProvider.GetRequiredService<Officers>();
        // One hash for all: the password is public, and the start stays quick.
        var hash = users.PasswordHasher.HashPassword(new Account(), Password);
        foreach (var citizen in citizens)
            await AddCitizen(users, journal, citizen, hash);
        foreach (var officer in staff)
            await officers.AddHashed(officer, hash, Secret.ToArray());
    }

    /// <summary>The officers <see cref="Seed"/> makes, the administrator first.</summary>
    public static IEnumerable<NewOfficer> OfficersOf(
        Agencies.Agencies agencies,
        Func<string, IEnumerable<string>> rolesOf
    )
    {
        yield return new(Administrator, "Admin Contoh", null, []);
        foreach (var agency in agencies.All.Where(a => a.Services.Length + a.Owns.Length > 0))
        {
            yield return new($"{Administrator}.{agency.Id}", "Admin Contoh", agency.Id, [], Administrator: true);
            foreach (var role in RolesAt(agency, rolesOf))
                yield return new(
                    $"{role}.{agency.Id}",
                    $"{char.ToUpperInvariant(role[0])}{role[1..]} Contoh",
                    agency.Id,
                    [role]
                );
        }
    }

    private static IEnumerable<string> RolesAt(Agencies.Agency agency, Func<string, IEnumerable<string>> rolesOf) =>
        agency
            .Services.SelectMany(rolesOf)
            .Append(CounterSignUp.Role)
            .Where(_ => agency.Services.Length > 0)
            .Concat(agency.Designs ? [Ownership.Owner, Ownership.Publisher] : [])
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);

    private static async Task AddCitizen(UserManager<Account> users, JournalStore journal, Profile profile, string hash)
    {
        var subject = await journal.Subjects.OfNik(profile.Nik);
        await users.CreateAsync(
            new Account
            {
                Id = Guid.CreateVersion7(),
                UserName = journal.Subjects.BlindIndex(profile.Nik).ToString(),
                Kind = AccountKind.Citizen,
                SubjectId = subject.Value,
                Profile = await profile.Seal(journal.Subjects, subject),
                Confirmed = true,
                NikProved = true,
                PasswordHash = hash,
            }
        );
    }
}
