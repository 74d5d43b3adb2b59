using System.Collections.Immutable;
using Genggam.Journal;
using Genggam.Office.Notices;
using Genggam.Standards.Forms;
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
        var nik = Digits(request.Nik);
        var contact = Contact.Read(request.Contact);
        var faults = Check(request, nik, contact).ToImmutableArray();
        if (faults.Length > 0)
            return new SignUpResult.Refused(faults);

        var who = journal.Subjects.BlindIndex(nik).ToString();
        var subject = await journal.Subjects.OfNik(nik);
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
            var profile = new Profile(
                nik,
                request.Name.Trim(),
                contact!.Carrier == Carrier.Email ? null : contact.Address,
                contact.Carrier == Carrier.Email ? contact.Address : null
            );
            (account.SubjectId, account.Confirmed) = (subject.Value, false);
            account.Profile = await profile.Seal(journal.Subjects, subject);
            account.Language = request.Language;
            account.PasswordHash = users.PasswordHasher.HashPassword(account, request.Password);
            await users.UpdateSecurityStampAsync(account);
            messages.Send(contact, request.Language, "confirm", code);
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

    private IEnumerable<PeopleFault> Check(SignUpRequest request, string nik, Contact? contact)
    {
        if (Nik.Parse(nik) is NikResult.Wrong)
            yield return new("nik", "PEOPLE-101");
        if (request.Name.Trim().Length is < 1 or > 150)
            yield return new("name", "PEOPLE-102");
        if (contact is null)
            yield return new("contact", "PEOPLE-103");
        else if (!dispatch.Carries(contact.Carrier))
            yield return new("contact", "PEOPLE-107");
        if (Passwords.Check(request.Password, nik) is { } fault)
            yield return fault;
    }

    /// <summary>A NIK as people type it, with blanks, dots or dashes.</summary>
    internal static string Digits(string typed) =>
        string.Concat(typed.Where(c => !char.IsWhiteSpace(c) && c is not ('.' or '-')));
}
