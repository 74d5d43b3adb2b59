using System.Collections.Immutable;
using Genggam.Journal;
using Genggam.Office.Notices;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging;

namespace Genggam.Office.People;

/// <param name="Contact">Empty where the person has neither telephone nor e-mail.</param>
/// <param name="DocumentSeen">The officer held the person's identity document in hand.</param>
public sealed record CounterRequest(
    string Nik,
    string Name,
    string Contact,
    bool DocumentSeen,
    string Language,
    string Officer
)
{
    public override string ToString() => nameof(CounterRequest);
}

public abstract record CounterResult
{
    private CounterResult() { }

    /// <param name="Password">To be handed over on paper or read from the screen, once.</param>
    /// <param name="Known">There was an account already: its password is replaced and its sessions end.</param>
    public sealed record Opened(string Password, bool Known) : CounterResult
    {
        public override string ToString() => nameof(Opened);
    }

    /// <summary>As <see cref="PeopleFault"/>; PEOPLE-306: the document was not seen.</summary>
    public sealed record Refused(ImmutableArray<PeopleFault> Faults) : CounterResult;
}

/// <summary>An officer at a counter opens a citizen's account, or lets its owner in again, in person.</summary>
public sealed class CounterSignUp(
    UserManager<Account> users,
    JournalStore journal,
    EndedSessions ended,
    Codes codes,
    CodeMessages messages,
    Dispatch dispatch,
    TimeProvider clock,
    SecurityLog security,
    ILogger<CounterSignUp> log
)
{
    /// <summary>The role of an officer who may do this; an agency gives it whatever services it has.</summary>
    public const string Role = "loket";

    public async Task<CounterResult> Open(CounterRequest request)
    {
        var person = PersonAnswers.Read(request.Nik, request.Name, request.Contact);
        var faults = Faults(person, request).ToImmutableArray();
        if (faults.Length > 0)
            return new CounterResult.Refused(faults);

        var who = journal.Subjects.BlindIndex(person.Nik).ToString();
        var subject = await journal.Subjects.OfNik(person.Nik);
        var account = await users.FindByNameAsync(who);
        var known = account is { Confirmed: true };
        var fresh = account is null;
        account ??= new Account
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            UserName = who,
            Kind = AccountKind.Citizen,
        };
        var before = known ? await Profile.Open(journal.Subjects, account) : null;
        var profile = Renewed(person, account.NikProved ? before : null);
        var password = OneTimePassword.New();
        var language = known ? account.Language : request.Language;
        (account.SubjectId, account.Confirmed, account.Language) = (subject.Value, true, request.Language);
        account.NikProved = true;
        account.Profile = await profile.Seal(journal.Subjects, subject);
        account.PasswordHash = users.PasswordHasher.HashPassword(account, password);
        account.TemporaryPassword = true;
        (account.LockoutEnd, account.AccessFailedCount) = (null, 0);
        var saved = fresh ? await users.CreateAsync(account) : await users.UpdateSecurityStampAsync(account);
        if (!saved.Succeeded)
            throw new InvalidOperationException("The account changed while it was being opened.");
        ended.End(account);
        await codes.Revoke(account, CancellationToken.None);
        if (before?.Contact is { } old)
            messages.Send(old, language, old == profile.Contact ? "renewed" : "moved");
        security.PasswordReplaced(account.Id, own: false);
        log.LogInformation("Officer {Officer} opened account {Account} at the counter", request.Officer, account.Id);
        return new CounterResult.Opened(password, known);
    }

    /// <summary>
    /// What a stranger may have written into an account that said only whose NIK it is does not outlive the counter. Of
    /// one that was seen there before the contact stays where no other is given.
    /// </summary>
    private static Profile Renewed(PersonAnswers person, Profile? seen)
    {
        var profile = (seen ?? new Profile(person.Nik, "")) with { Name = person.Name };
        return person.Contact is null ? profile : profile.ReachedBy(person.Contact);
    }

    private IEnumerable<PeopleFault> Faults(PersonAnswers person, CounterRequest request)
    {
        foreach (var fault in person.Faults(request.Contact, needed: false, dispatch))
            yield return fault;
        if (!request.DocumentSeen)
            yield return new("document", "PEOPLE-306");
    }
}
