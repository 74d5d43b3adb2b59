using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Genggam.Journal.Storage;

namespace Genggam.Journal;

/// <summary>
/// The keys of subjects. Whatever is sealed under a subject can be read until <see cref="Erase"/> destroys its key.
/// </summary>
public sealed partial class Subjects
{
    private readonly Database keys;
    private readonly MasterKey master;
    private readonly JournalOptions options;
    private readonly KeyCache cache;
    private readonly Erasures erasures;

    internal Subjects(Database keys, MasterKey master, JournalOptions options, Erasures erasures)
    {
        (this.keys, this.master, this.options, this.erasures) = (keys, master, options, erasures);
        cache = new KeyCache(options.KeyCacheCapacity, options.Clock);
    }

    /// <summary>Keyed hash of a NIK: equal NIKs give equal values, and none can be guessed without the master key.</summary>
    public Digest BlindIndex(string nik) => master.Blind("nik", nik.Trim());

    /// <summary>A secret value that follows from a text and a use: the same every time, and guessed by nobody without the master key.</summary>
    public Digest Derive(string use, string text) => master.Blind($"derive/{use}", text);

    /// <summary>A subject with a key of its own and no NIK.</summary>
    public async Task<SubjectId> Create()
    {
        var subject = new SubjectId(Guid.CreateVersion7(options.Clock.GetUtcNow()));
        await KeyFor(subject);
        return subject;
    }

    public async Task<SubjectId?> FindByNik(string nik)
    {
        var blind = BlindIndex(nik).ToArray();
        var found = await keys.Read(s =>
            s.Scalar("SELECT subject_id FROM subject_nik WHERE blind = @blind", ("blind", blind))
        );
        return found is byte[] id ? new SubjectId(new Guid(id, bigEndian: true)) : null;
    }

    /// <summary>The subject of a NIK, made at the first call. Two calls at once give the same subject.</summary>
    public async Task<SubjectId> OfNik(string nik)
    {
        if (await FindByNik(nik) is { } known)
            return known;
        var mine = new SubjectId(Guid.CreateVersion7(options.Clock.GetUtcNow()));
        await KeyFor(mine);
        var blind = BlindIndex(nik).ToArray();
        await keys.Write(s =>
            s.Execute(
                "INSERT INTO subject_nik (blind, subject_id) VALUES (@blind, @subject) ON CONFLICT DO NOTHING",
                ("blind", blind),
                ("subject", mine.Bytes())
            )
        );
        return await FindByNik(nik) ?? mine;
    }

    /// <summary>
    /// Encrypts for a subject; its key is made at the first call. Null when the subject was erased.
    /// <paramref name="context"/> is bound to the content: it opens only with the same one.
    /// </summary>
    public async Task<byte[]?> Seal(SubjectId subject, ReadOnlyMemory<byte> plain, string context) =>
        await Seal(subject, plain, Encoding.UTF8.GetBytes(context));

    /// <summary>The plaintext, or null when the subject's key was destroyed.</summary>
    /// <exception cref="CryptographicException">The content or its context was changed.</exception>
    public async Task<byte[]?> Open(SubjectId subject, ReadOnlyMemory<byte> box, string context) =>
        await Open(subject, box, Encoding.UTF8.GetBytes(context));

    /// <summary>Of a row that is bound whole, or was written by an earlier program that bound less.</summary>
    /// <exception cref="CryptographicException">It opens with neither.</exception>
    internal async Task<byte[]?> Open(SubjectId subject, ReadOnlyMemory<byte> box, string whole, string earlier)
    {
        try
        {
            return await Open(subject, box, whole);
        }
        catch (CryptographicException)
        {
            return await Open(subject, box, earlier);
        }
    }

    /// <summary>Every subject whose key was destroyed.</summary>
    public Task<ImmutableArray<SubjectId>> Erased() => erasures.All();

    /// <summary>
    /// Destroys the subject's key for good, here and on every later restore, with what would lead to the person without
    /// it: index, search words, drafts, hashes of files and of requests. Returns false when it was gone already. Law and
    /// retention are the caller's to check.
    /// </summary>
    public async Task<bool> Erase(SubjectId subject, string reason)
    {
        var at = options.Clock.GetUtcNow();
        var destroyed = await erasures.Destroy(subject, reason, at);
        cache.Forget(subject);
        return destroyed;
    }

    internal int CachedKeys => cache.Count;

    internal Digest BlindTerm(string word) => master.Blind("term", word);

    internal async Task<byte[]?> Seal(SubjectId subject, ReadOnlyMemory<byte> plain, byte[] bound) =>
        await KeyFor(subject) is { } key ? Aead.Seal(key, plain.Span, bound) : null;

    internal async Task<byte[]?> Open(SubjectId subject, ReadOnlyMemory<byte> box, byte[] bound) =>
        await FindKey(subject) is { } key ? Aead.Open(key, box.Span, bound) : null;

    /// <summary>Puts the keys of many subjects into the cache, a statement for many.</summary>
    internal async Task FindKeys(IEnumerable<SubjectId> subjects)
    {
        const int AtOnce = 128;
        foreach (var some in subjects.Distinct().Where(s => cache.Find(s) is null).Chunk(AtOnce))
        {
            var found = await keys.Read(session =>
                Session.All(
                    session.Command(
                        ManyKeys(AtOnce),
                        [
                            .. Enumerable
                                .Range(0, AtOnce)
                                .Select(i => ($"s{i}", (object?)some[i < some.Length ? i : 0].Bytes())),
                        ]
                    ),
                    row => (Subject: new SubjectId(row.Guid(0)), Box: row.Blob(1))
                )
            );
            foreach (var (subject, box) in found)
                cache.Put(subject, master.Unwrap(subject, box));
        }
    }

    private static string ManyKeys(int count) =>
        $"SELECT subject_id, wrapped FROM subject_key WHERE subject_id IN ({string.Join(", ", Enumerable.Range(0, count).Select(i => $"@s{i}"))})";

    private async Task<byte[]?> FindKey(SubjectId subject)
    {
        if (cache.Find(subject) is { } held)
            return held;
        var wrapped = await keys.Read(s =>
            s.Scalar("SELECT wrapped FROM subject_key WHERE subject_id = @subject", ("subject", subject.Bytes()))
        );
        if (wrapped is not byte[] box)
            return null;
        var key = master.Unwrap(subject, box);
        cache.Put(subject, key.ToArray());
        return key;
    }

    internal async Task<byte[]?> KeyFor(SubjectId subject)
    {
        if (await FindKey(subject) is { } found)
            return found;
        var wrapped = master.Wrap(subject, RandomNumberGenerator.GetBytes(32));
        await keys.Write(s => Insert(s, subject, wrapped, options.Clock.GetUtcNow()));
        return await FindKey(subject);
    }
}
