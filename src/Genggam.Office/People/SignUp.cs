using System.Collections.Immutable;
using Genggam.Journal;
using Genggam.Office.Notices;
using Microsoft.AspNetCore.Identity;

namespace Genggam.Office.People;

public sealed record SignUpRequest(string Nik, string Name, string Contact, string Password, string Language)
{
    public override string ToString() => nameof(SignUpRequest);
}

public abstract record SignUpResult
{
    private SignUpResult() { }

    /// <summary>
    /// A code is on its way to the contact that was given. The same is said where the NIK has an account already; then
    /// its owner gets a message instead. <paramref name="Who"/> names the pending account and tells nothing of the NIK.
    /// </summary>
    public sealed record CodeSent(string Who) : SignUpResult;

    public sealed record Refused(ImmutableArray<PeopleFault> Faults) : SignUpResult;
}

/// <summary>A citizen opens an account. It can be used once the code came back (<see cref="Confirm"/>).</summary>
public sealed class SignUp(
    UserManager<Account> users,
    JournalStore journal,
    Codes codes,
    CodeMessages messages,
    Dispatch dispatch
)
{
    public async Task<SignUpResult> Start(SignUpRequest request, CancellationToken cancel)
    {
        var person = PersonAnswers.Read(request.Nik, request.Name, request.Contact);
        var faults = Faults(person, request).ToImmutableArray();
        if (faults.Length > 0)
            return new SignUpResult.Refused(faults);

        var who = journal.Subjects.BlindIndex(person.Nik).ToString();
        var subject = await journal.Subjects.OfNik(person.Nik);
        var account = await users.FindByNameAsync(who);
        if (account is { Confirmed: true } && account.SubjectId == subject.Value)
        {
            await TellOwner(account, request.Password, cancel);
            return new SignUpResult.CodeSent(who);
        }
        if (account is null)
        {
            account = new Account
            {
                Id = Guid.CreateVersion7(),
                UserName = who,
                Kind = AccountKind.Citizen,
                SubjectId = subject.Value,
            };
            // A second sign-up at the same moment lost: whoever asks again replaces what is not confirmed.
            if (!(await users.CreateAsync(account)).Succeeded)
                return new SignUpResult.CodeSent(who);
        }
        // The code first: the one sent before must not confirm what is written now.
        if (await codes.Issue(account, CodePurpose.Confirm, cancel) is { } code)
        {
            var profile = new Profile(person.Nik, person.Name).ReachedBy(person.Contact);
            (account.SubjectId, account.Confirmed, account.NikProved) = (subject.Value, false, false);
            account.Profile = await profile.Seal(journal.Subjects, subject);
            account.Language = request.Language;
            account.TemporaryPassword = false;
            account.PasswordHash = users.PasswordHasher.HashPassword(account, request.Password);
            await users.UpdateSecurityStampAsync(account);
            messages.Send(person.Contact!, request.Language, "confirm", code);
        }
        return new SignUpResult.CodeSent(who);
    }

    // Costs the same two hashes as a new account, and counts against the same daily limit.
    private async Task TellOwner(Account account, string password, CancellationToken cancel)
    {
        users.PasswordHasher.HashPassword(account, password);
        var may = await codes.Issue(account, CodePurpose.Known, cancel) is not null;
        if (may && await Profile.Open(journal.Subjects, account) is { } profile && profile.Contact is { } contact)
            messages.Send(contact, account.Language, "known");
    }

    private IEnumerable<PeopleFault> Faults(PersonAnswers person, SignUpRequest request)
    {
        foreach (var fault in person.Faults(request.Contact, needed: true, dispatch))
            yield return fault;
        if (Passwords.Check(request.Password, person.Nik) is { } unfit)
            yield return unfit;
    }
}
