using System.Collections.Immutable;
using Genggam.Journal.Storage;

namespace Genggam.Journal;

/// <summary>
/// The journal of all cases of one installation, over SQLite or PostgreSQL. Knows bytes, ids and sequences; nothing of
/// processes or services. Everything it acknowledges is durable. Throws <see cref="JournalException"/> and nothing else
/// for a database that is away or full.
/// </summary>
public sealed class JournalStore : IAsyncDisposable
{
    private readonly JournalOptions options;
    private readonly Database database;
    private readonly Database keys;
    private readonly GroupWriter appends;
    private CheckpointLoop? checkpointLoop;

    private JournalStore(JournalOptions options, Stores stores, MasterKey master)
    {
        this.options = options;
        (database, keys, appends) = (stores.Journal, stores.Keys, stores.Appends);
        Erasures = new Erasures(keys, database, options.DestroyedPath);
        Subjects = new Subjects(keys, master, options, Erasures);
        Outbox = new EffectOutbox(database);
        Cases = new CaseIndex(database, Subjects);
        Worklist = new Worklist(database);
        Access = new AccessStream(database);
        Drafts = new ApplicationDrafts(database, Subjects, options.Clock);
        Blobs = new Blobs(database, Subjects, options.Clock);
        Documents = new IssuedDocuments(database, Subjects);
        Counters = new Counters(database);
        Remarks = new SavedRemarks(database);
        Releases = new Releases(database);
        Moves = new CaseMoves(database);
        Publications = new Publications(database);
        Changes = new ServiceChanges(database);
        Laws = new LawNotes(database);
        Intake = new IntakeNotes(database);
        Walks = new DraftWalks(database);
        DryRuns = new DryRunRows(database);
        Drills = new Drills(database);
        Checkpoints = new Checkpoints(database, options);
        Vitals = new Vitals(database);
        Past = new PastEntries(database, Subjects);
    }

    public Subjects Subjects { get; }
    public EffectOutbox Outbox { get; }
    public CaseIndex Cases { get; }
    public Worklist Worklist { get; }
    public AccessStream Access { get; }
    public ApplicationDrafts Drafts { get; }
    public Blobs Blobs { get; }
    public IssuedDocuments Documents { get; }
    public Counters Counters { get; }
    public SavedRemarks Remarks { get; }
    public Releases Releases { get; }
    public CaseMoves Moves { get; }
    public Publications Publications { get; }
    public ServiceChanges Changes { get; }
    public LawNotes Laws { get; }
    public IntakeNotes Intake { get; }
    public DraftWalks Walks { get; }
    public DryRunRows DryRuns { get; }
    public Drills Drills { get; }
    public Checkpoints Checkpoints { get; }
    public Vitals Vitals { get; }

    /// <summary>For cases that are over when they come: one loader at a time.</summary>
    public PastEntries Past { get; }

    internal Erasures Erasures { get; }

    internal Database Database => database;

    internal Database KeyDatabase => keys;

    /// <summary>
    /// Opens the journal, makes it where nothing is yet, brings its schema up to date, and replays the list of
    /// destroyed keys.
    /// </summary>
    /// <exception cref="JournalUnsafe">The database does not promise durability.</exception>
    /// <exception cref="JournalKeysWrong">The master key or the key store is missing or of another journal.</exception>
    /// <exception cref="JournalMoved">It is on PostgreSQL now.</exception>
    public static async Task<JournalStore> Open(JournalOptions options)
    {
        if (options.Postgres is null && File.Exists(options.MovedPath))
            throw new JournalMoved(options.MovedPath);
        Durable.MakeFolder(options.Folder);
        var stores = await Stores.Open(options);
        try
        {
            var anyKey = await stores.Keys.Read(s => s.Scalar("SELECT 1 FROM subject_key LIMIT 1"));
            var master = MasterKey.Load(options.MasterKeyPath, anyKey is null);
            await KeyStore.Check(stores, master);
            var journal = new JournalStore(options, stores, master);
            if (anyKey is null)
                await journal.Checkpoints.MakeKey();
            await journal.Erasures.Replay();
            if (options.CheckpointEvery is { } every)
                journal.checkpointLoop = new CheckpointLoop(journal.Checkpoints, every, options);
            return journal;
        }
        catch
        {
            await stores.DisposeAsync();
            throw;
        }
    }

    /// <summary>
    /// Appends one entry with all that belongs to it, durably, or nothing. Throws <see cref="JournalUnavailable"/> when
    /// it cannot be known whether it was written: retry with the same key.
    /// </summary>
    public async Task<AppendResult> Append(NewEntry entry)
    {
        Limits.Check(entry);
        return await appends.Run(new Append(await SealedEntry.From(entry, Subjects)));
    }

    /// <summary>What was answered under this key before, or null: spares a decision that was already made.</summary>
    public async Task<AppendResult?> Answered(IdempotencyKey key)
    {
        var earlier = await database.Read(session => Journal.Append.Answered(session, key));
        if (earlier is AppendResult.Replayed)
            await database.Confirm();
        return earlier;
    }

    /// <summary>All entries of a case in order; none when the case does not exist.</summary>
    public async Task<ImmutableArray<Entry>> Read(CaseId @case) =>
        await EntryRows.Open(await database.Read(session => EntryRows.OfCase(session, @case)), Subjects);

    /// <summary>
    /// All entries up to a position of many cases at once, each case's in order and the cases as they are asked for; none for
    /// a case that had none by then.
    /// </summary>
    public Task<ImmutableArray<ImmutableArray<Entry>>> Read(ImmutableArray<CaseId> cases, long upTo) =>
        CaseEntries.Read(database, Subjects, cases, upTo);

    /// <summary>Ends where the database answers; waits for no writer.</summary>
    /// <exception cref="JournalUnavailable">It does not.</exception>
    public Task Ping() => database.Read(session => session.Scalar("SELECT 1 FROM journal_head LIMIT 1"));

    /// <summary>The position of the last entry of all cases.</summary>
    public Task<long> Head() => database.Read(session => Heads.Read(session, Heads.Entry));

    /// <summary>The open part of the first entry of each of these cases, without a key of any subject.</summary>
    public Task<ImmutableDictionary<CaseId, ReadOnlyMemory<byte>>> Openings(ImmutableArray<CaseId> cases) =>
        database.Read(session => EntryRows.Openings(session, cases));

    /// <summary>
    /// Cases in which anything is sealed for one of these subjects, erased or not. Reads every entry there is and opens none.
    /// </summary>
    public async Task<ImmutableArray<CaseId>> CasesWith(
        ImmutableArray<SubjectId> whom,
        CancellationToken cancel = default
    )
    {
        const int AtOnce = 1000;
        var found = new HashSet<CaseId>();
        for (long position = 0; ; )
        {
            cancel.ThrowIfCancellationRequested();
            var rows = await database.Read(session => EntryRows.After(session, position, AtOnce));
            found.UnionWith(rows.Where(r => SealedParts.Owners(r.Sealed).Any(whom.Contains)).Select(r => r.Case));
            if (rows.Count < AtOnce)
                return [.. found.OrderBy(c => c.Value)];
            position = rows[^1].Position;
        }
    }

    /// <summary>
    /// The open part of every entry of one kind, in order, without a key of any subject. Looks at every entry there is.
    /// </summary>
    public async IAsyncEnumerable<ReadOnlyMemory<byte>> OpenOfKind(string kind)
    {
        const int AtOnce = 1000;
        for (long position = 0; ; )
        {
            var rows = await database.Read(session => EntryRows.OfKind(session, kind, position, AtOnce));
            foreach (var (_, open) in rows)
                yield return open;
            if (rows.Count < AtOnce)
                yield break;
            position = rows[^1].Position;
        }
    }

    /// <summary>Up to <paramref name="limit"/> entries of all cases after a position, in order and without gaps.</summary>
    public async Task<ImmutableArray<Entry>> ReadFrom(long afterPosition, int limit) =>
        await EntryRows.Open(await database.Read(session => EntryRows.After(session, afterPosition, limit)), Subjects);

    /// <summary>Reads everything and reports what does not hold. Works beside a running journal.</summary>
    public async Task<VerifyReport> Verify(IProgress<VerifyProgress>? progress = null) =>
        await new Verification(database, options).Run(await Checkpoints.Rows(), progress);

    /// <summary>
    /// Writes a consistent copy beside running work: data to one file, keys to another that is to be kept apart. The
    /// files restore into either kind of database.
    /// </summary>
    public Task Backup(string dataFile, string keysFile) => Backup(new BackupTarget(dataFile), new(keysFile));

    /// <inheritdoc cref="Backup(string, string)"/>
    public Task Backup(BackupTarget data, BackupTarget keys) => JournalBackup.Write(this, options, data, keys);

    /// <summary>
    /// Restores into an empty place, destroys again every key that any known list names, and verifies. The list in the
    /// target's <c>keys/destroyed.list</c> counts too: put the newest one there first.
    /// </summary>
    /// <param name="more">Restores what <see cref="BackupTarget.More"/> added to the data and to the keys.</param>
    /// <exception cref="JournalBackupWrong">A file is not as it was written, or the place is not empty.</exception>
    public static async Task<VerifyReport> Restore(
        JournalOptions options,
        string dataFile,
        string keysFile,
        IProgress<VerifyProgress>? progress = null,
        Func<BackupReading, BackupReading, Task>? more = null
    )
    {
        var (data, keys) = JournalBackup.Open(dataFile, keysFile);
        using (data)
        using (keys)
        {
            await JournalBackup.Restore(options, data, keys);
            if (more is not null)
                await more(data, keys);
        }
        await using var restored = await Open(options with { CheckpointEvery = null });
        return await restored.Verify(progress);
    }

    public async ValueTask DisposeAsync()
    {
        if (checkpointLoop is not null)
            await checkpointLoop.DisposeAsync();
        Checkpoints.Dispose();
        await appends.DisposeAsync();
        await database.DisposeAsync();
        await keys.DisposeAsync();
    }
}
