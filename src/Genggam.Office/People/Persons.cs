using Genggam.Journal;
using Genggam.Office.Notices;
using Genggam.Standards.Feel;
using Microsoft.EntityFrameworkCore;

namespace Genggam.Office.People;

/// <summary>How to write to a person: in <paramref name="Language"/>, by name.</summary>
/// <param name="NikProved">False: the account says whose NIK it is, and nobody has seen a document.</param>
public sealed record Reachable(Contact Contact, string Name, string Language, bool NikProved = false);

/// <summary>What the owner of an account reads about it.</summary>
/// <param name="Contact">Where messages and codes go; null for a person who has neither telephone nor e-mail.</param>
public sealed record OwnDetails(string Name, Contact? Contact);

/// <summary>What the house knows of the people it serves.</summary>
public sealed class Persons(IDbContextFactory<AccountsDb> accounts, JournalStore journal)
{
    /// <summary>
    /// <c>{person: {nik, name, phone, email, address, birth_date}}</c> with what is known; <c>person</c> is empty where
    /// there is no account or the subject was erased.
    /// </summary>
    public async Task<FeelContext> Known(SubjectId subject, CancellationToken cancel = default)
    {
        var person = FeelContext.Empty;
        if (await Find(subject, cancel) is var (_, profile))
        {
            var entries = new (string Name, string? Value)[]
            {
                ("nik", profile.Nik),
                ("name", profile.Name),
                ("phone", profile.Phone),
                ("email", profile.Email),
                ("address", profile.Address),
            };
            foreach (var (name, value) in entries)
                if (value is not null)
                    person = person.With(name, new FeelString(value));
            if (profile.BirthDate is { } born)
                person = person.With("birth_date", FeelDate.Of(born));
        }
        return FeelContext.Of(("person", person));
    }

    /// <summary>Null where there is no confirmed account, or the subject was erased.</summary>
    public async Task<Reachable?> FindReachable(SubjectId subject, CancellationToken cancel = default) =>
        await Find(subject, cancel) is ({ Confirmed: true } account, { Contact: { } contact } profile)
            ? new Reachable(contact, profile.Name, account.Language, account.NikProved)
            : null;

    /// <summary>Null where there is no account, or the subject was erased.</summary>
    public async Task<OwnDetails?> Details(SubjectId subject, CancellationToken cancel = default) =>
        await Find(subject, cancel) is var (_, profile) ? new OwnDetails(profile.Name, profile.Contact) : null;

    private async Task<(Account Account, Profile Profile)?> Find(SubjectId subject, CancellationToken cancel)
    {
        await using var db = await accounts.CreateDbContextAsync(cancel);
        var account = await db
            .Users.AsNoTracking()
            .FirstOrDefaultAsync(a => a.SubjectId == subject.Value && a.Kind == AccountKind.Citizen, cancel);
        return account is not null && await Profile.Open(journal.Subjects, account) is { } profile
            ? (account, profile)
            : null;
    }
}
