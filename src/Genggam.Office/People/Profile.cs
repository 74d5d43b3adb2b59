using System.Text.Json;
using Genggam.Journal;
using Genggam.Office.Notices;

namespace Genggam.Office.People;

/// <summary>What a citizen gave of themselves once. Phone in E.164; the birth date as the calendar reads it.</summary>
public sealed record Profile(
    string Nik,
    string Name,
    string? Phone = null,
    string? Email = null,
    string? Address = null,
    DateOnly? BirthDate = null
)
{
    private const string Context = "people/profile";

    /// <summary>Where messages go: the phone, else the e-mail address.</summary>
    internal Contact? Contact => Notices.Contact.Read(Phone ?? Email);

    /// <summary>The same person with this phone, or this e-mail address, and no other.</summary>
    internal Profile ReachedBy(Contact? contact) =>
        contact is { Carrier: Carrier.Email }
            ? this with
            {
                Phone = null,
                Email = contact.Address,
            }
            : this with
            {
                Phone = contact?.Address,
                Email = null,
            };

    /// <summary>Nothing of the person, so that no log holds it.</summary>
    public override string ToString() => nameof(Profile);

    /// <summary>Null where the subject was erased.</summary>
    internal Task<byte[]?> Seal(Subjects subjects, SubjectId subject) =>
        subjects.Seal(subject, JsonSerializer.SerializeToUtf8Bytes(this), Context);

    /// <summary>Null where nothing was kept, or the subject was erased.</summary>
    internal static async Task<Profile?> Open(Subjects subjects, Account account) =>
        account.Profile is { } sealedProfile
        && await subjects.Open(new SubjectId(account.SubjectId), sealedProfile, Context) is { } plain
            ? JsonSerializer.Deserialize<Profile>(plain)
            : null;
}
