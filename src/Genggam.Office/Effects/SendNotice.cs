using System.Security.Cryptography;
using System.Text;
using Genggam.Engine;
using Genggam.Journal;
using Genggam.Office.Applications;
using Genggam.Office.Cases;
using Genggam.Office.Notices;
using Genggam.Office.People;

namespace Genggam.Office.Effects;

/// <summary>Finds how to reach the person behind a subject; null for one who gave nothing.</summary>
public delegate Task<Reachable?> FindReachable(SubjectId subject, CancellationToken cancel);

/// <summary>Tells an applicant what happened, in the words of the service.</summary>
public sealed class SendNotice(
    JournalStore journal,
    CaseReader reader,
    Dispatch dispatch,
    FindReachable reach,
    PublicAddress address
)
{
    /// <summary>False where it should be tried again later.</summary>
    public async Task<bool> Send(CaseId id, Effect.SendNotice notice, CancellationToken cancel)
    {
        var loaded = await reader.Load(id, cancel) ?? throw new InvalidOperationException("The case is not there.");
        if (!loaded.Case.Subjects.TryGetValue(EntryCodec.Applicant, out var applicant))
            return true;
        if (await reach(new SubjectId(applicant), cancel) is not { } person)
            return true;
        if (loaded.ByProgram && !person.NikProved)
            return true;
        var code = await FollowCode(loaded);
        var texts = loaded.ReleaseOf(notice).TextsIn(person.Language);
        var slots = new NoticeSlots(loaded.Case.Number, code, person.Name, address.Of($"/berkas/{id.Value:N}"));
        var text = NoticeText.Of(texts, notice.Notice, slots);
        var message = new Message(person.Contact, text.Subject, text.Body) { Key = Key(id, notice) };
        return await dispatch.SendAsync(message, cancel) is not Sending.TryLater;
    }

    /// <summary>A dash for a case that was opened when codes were made another way: its own code is on its receipt only.</summary>
    private async Task<string> FollowCode(LoadedCase loaded)
    {
        var code = FollowCodes.Of(journal.Subjects, loaded.Id);
        var row = await journal.Cases.Find(loaded.Id);
        return row?.Summary.FollowCodeHash == FollowCodes.Hash(loaded.Case.Number!, code) ? code : "–";
    }

    /// <summary>The same effect is the same message, so that a gateway that sees it twice sends once.</summary>
    private static Guid Key(CaseId id, Effect.SendNotice notice) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes($"{id.Value:N}/{notice.Id}")).AsSpan(0, 16));
}

/// <summary>The address people reach this installation at.</summary>
public sealed record PublicAddress(Uri Root)
{
    public string Of(string path) => new Uri(Root, path).ToString();
}
