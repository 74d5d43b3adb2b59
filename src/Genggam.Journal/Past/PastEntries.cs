using System.Security.Cryptography;
using System.Text;
using Genggam.Journal.Storage;

namespace Genggam.Journal;

/// <summary>
/// The way into the journal for cases that are over: the rows are those that appending entry by entry leaves, written many
/// at once. For one loader at a time; what is alive beside it goes on.
/// </summary>
public sealed class PastEntries
{
    private readonly Database database;
    private readonly Subjects subjects;
    private readonly Dictionary<CaseId, Digest> heads = [];
    private readonly Dictionary<SubjectId, byte[]?> keys = [];
    private readonly Dictionary<CaseId, HashSet<SubjectId>> whose = [];

    internal PastEntries(Database database, Subjects subjects) => (this.database, this.subjects) = (database, subjects);

    /// <summary>Those of these NIKs that have a subject, with it.</summary>
    public Task<Dictionary<string, SubjectId>> Known(IReadOnlyCollection<string> niks) => subjects.OfNiks(niks);

    /// <summary>What counters stand at; 0 for one that nothing was counted by.</summary>
    public Task<long> Counted(string name) =>
        database.Read(async s =>
            await s.Scalar("SELECT value FROM counter WHERE name = @name", ("name", name)) is long value ? value : 0
        );

    /// <summary>Makes the keys of the batch's subjects, encrypts on all cores, and hashes.</summary>
    public async Task<SealedBatch> Seal(PastBatch batch)
    {
        foreach (var (subject, key) in await subjects.Create(batch.Subjects))
            keys[subject] = key;
        var cases = batch.Entries.Select((entry, place) => (entry, place)).GroupBy(e => e.entry.Case).ToList();
        foreach (var one in cases)
            await Recall(one.Key, one.Select(e => e.entry));
        var prepared = new SealedEntry[batch.Entries.Count];
        var last = new Digest[cases.Count];
        Parallel.For(
            0,
            cases.Count,
            i =>
            {
                var head = heads.GetValueOrDefault(cases[i].Key);
                foreach (var (entry, place) in cases[i])
                {
                    Limits.Check(entry);
                    prepared[place] = SealedEntry.From(
                        entry with
                        {
                            PreviousHash = head,
                        },
                        SealedParts.Seal(keys, entry.Case, entry.ExpectedSequence + 1, entry.Sealed),
                        subjects
                    );
                    head = prepared[place].Hash;
                }
                last[i] = head;
            }
        );
        var holders = new byte[batch.Documents.Count][];
        for (var i = 0; i < holders.Length; i++)
            holders[i] = await Holder(batch.Documents[i]);
        for (var i = 0; i < cases.Count; i++)
            heads[cases[i].Key] = last[i];
        foreach (var ended in batch.Ended)
            Forget(ended);
        return new SealedBatch(batch, prepared, holders);
    }

    /// <summary>Writes all of it durably, or nothing.</summary>
    /// <exception cref="JournalRejected">A case has entries that the batch does not follow.</exception>
    public Task Write(SealedBatch batch) => database.Write((session, group) => PastRows.Write(session, group, batch));

    private async Task<byte[]> Holder(IssuedDocument document)
    {
        var name = Encoding.UTF8.GetBytes(document.HolderName ?? "");
        var bound = Encoding.UTF8.GetBytes(IssuedDocuments.Context(document));
        return await KeyOf(document.Holder) is { } key ? Aead.Seal(key, name, bound) : [];
    }

    /// <summary>Head and keys of a case, from the database where this loader did not bring them itself.</summary>
    private async Task Recall(CaseId @case, IEnumerable<NewEntry> entries)
    {
        var mine = whose.TryGetValue(@case, out var known) ? known : whose[@case] = [];
        foreach (var entry in entries)
        {
            if (entry.ExpectedSequence > 0 && mine.Count == 0 && !heads.ContainsKey(@case))
                heads[@case] = await database.Read(s => PastRows.Head(s, @case));
            // Another case of the same person may have ended meanwhile, and taken the key along.
            foreach (var part in entry.Sealed)
            {
                mine.Add(part.Subject);
                await KeyOf(part.Subject);
            }
        }
    }

    private async Task<byte[]?> KeyOf(SubjectId subject)
    {
        if (!keys.TryGetValue(subject, out var key))
            keys[subject] = key = await subjects.KeyFor(subject);
        return key;
    }

    private void Forget(CaseId @case)
    {
        heads.Remove(@case);
        if (!whose.Remove(@case, out var mine))
            return;
        foreach (var subject in mine)
            if (keys.Remove(subject, out var key) && key is not null)
                CryptographicOperations.ZeroMemory(key);
    }
}
