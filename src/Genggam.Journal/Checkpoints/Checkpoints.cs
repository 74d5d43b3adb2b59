using System.Security.Cryptography;
using System.Text;
using Genggam.Journal.Storage;

namespace Genggam.Journal;

/// <summary>Signs what the journal holds, from time to time and on demand.</summary>
public sealed class Checkpoints : IDisposable
{
    private const int PageSize = 5000;
    private readonly Database database;
    private readonly JournalOptions options;
    private readonly SemaphoreSlim one = new(1);

    internal Checkpoints(Database database, JournalOptions options) =>
        (this.database, this.options) = (database, options);

    /// <summary>
    /// Signs everything up to the last position. The note stands in the database and, as a witness that outlives a cut
    /// database, in <c>keys/checkpoint.latest</c>. Nothing new since the last one gives the last one again.
    /// </summary>
    public async Task<Checkpoint> Write()
    {
        await one.WaitAsync();
        try
        {
            var (tree, looks) = await LastTrees();
            var before = (tree.Size, looks.Size);
            await Grow(tree, "SELECT hash FROM entry WHERE position > @after ORDER BY position LIMIT @limit");
            await Grow(looks, "SELECT hash FROM access WHERE position > @after ORDER BY position LIMIT @limit");
            var last = before == (tree.Size, looks.Size) ? (await Rows()).LastOrDefault() : null;
            using var key = CheckpointKey.Load(options.CheckpointKeyPath, await IsFirst());
            if (last is not null && Checkpoint.Open(last.Note, key) is { } same)
            {
                // A kill between database and file leaves the file out until something new is signed.
                if (!File.Exists(options.LatestCheckpointPath))
                    PrivateFile.Write(options.LatestCheckpointPath, Encoding.UTF8.GetBytes(last.Note));
                return same;
            }
            // The database keeps microseconds.
            var at = Columns.Instant(options.Clock.GetUtcNow().Micros());
            var checkpoint = new Checkpoint(options.Origin, tree.Size, tree.Root(), looks.Size, looks.Root(), at);
            var note = checkpoint.Sign(key);
            await Store(checkpoint, note, tree, looks);
            PrivateFile.Write(options.LatestCheckpointPath, Encoding.UTF8.GetBytes(note));
            return checkpoint;
        }
        finally
        {
            one.Release();
        }
    }

    /// <summary>Whether this very checkpoint was written here.</summary>
    public async Task<bool> Has(Checkpoint checkpoint)
    {
        var note = await database.Read(s =>
            s.Scalar(
                "SELECT note FROM checkpoint WHERE size = @size AND access_size = @looks",
                ("size", checkpoint.Size),
                ("looks", checkpoint.AccessSize)
            )
        );
        if (note is not string signed)
            return false;
        using var key = CheckpointKey.Load(options.CheckpointKeyPath, mayCreate: false);
        return Checkpoint.Open(signed, key) == checkpoint;
    }

    /// <summary>
    /// Makes the key that signs where none is and nothing was signed: with the master key and not first with the first
    /// checkpoint, so that the keys folder is whole when it is copied to another node.
    /// </summary>
    internal async Task MakeKey()
    {
        if (await IsFirst())
            CheckpointKey.Load(options.CheckpointKeyPath, mayCreate: true).Dispose();
    }

    /// <summary>The newest note, to be kept by others as a witness; null where nothing was signed yet.</summary>
    public async Task<string?> LatestNote() =>
        await database.Read(s => s.Scalar("SELECT note FROM checkpoint ORDER BY size DESC, access_size DESC LIMIT 1"))
        as string;

    /// <summary>The public half of the key that signs, in PEM; null where nothing was signed yet.</summary>
    public string? PublicKeyPem()
    {
        if (!File.Exists(options.CheckpointKeyPath))
            return null;
        using var key = CheckpointKey.Load(options.CheckpointKeyPath, mayCreate: false);
        return PemEncoding.WriteString("PUBLIC KEY", key.PublicKey);
    }

    public void Dispose() => one.Dispose();

    /// <summary>All checkpoints as they are kept, the oldest first.</summary>
    internal Task<List<CheckpointRow>> Rows() =>
        database.Read(s =>
            Session.All(
                s.Command(
                    """
                    SELECT size, access_size, at, note, tree, access_tree FROM checkpoint ORDER BY size, access_size
                    """
                ),
                row => new CheckpointRow(
                    row.GetInt64(0),
                    row.GetInt64(1),
                    row.GetInt64(2),
                    row.GetString(3),
                    Convert.ToHexStringLower(row.Blob(4)),
                    Convert.ToHexStringLower(row.Blob(5))
                )
            )
        );

    private async Task<bool> IsFirst() =>
        await database.Read(s => s.Scalar("SELECT 1 FROM checkpoint LIMIT 1")) is null;

    private async Task<(MerkleTree Entries, MerkleTree Looks)> LastTrees()
    {
        var last = await database.Read(s =>
            Session.One(
                s.Command(
                    """
                    SELECT size, tree, access_size, access_tree FROM checkpoint
                    ORDER BY size DESC, access_size DESC LIMIT 1
                    """
                ),
                row =>
                    Tuple.Create(
                        MerkleTree.Load(row.GetInt64(0), row.Blob(1)),
                        MerkleTree.Load(row.GetInt64(2), row.Blob(3))
                    )
            )
        );
        return last is null ? (new MerkleTree(), new MerkleTree()) : (last.Item1, last.Item2);
    }

    private async Task Grow(MerkleTree tree, string sql)
    {
        while (true)
        {
            var page = await database.Read(s =>
                Session.All(s.Command(sql, ("after", tree.Size), ("limit", (long)PageSize)), row => row.Digest(0))
            );
            foreach (var hash in page)
                tree.Add(hash);
            if (page.Count < PageSize)
                return;
        }
    }

    private Task Store(Checkpoint checkpoint, string note, MerkleTree tree, MerkleTree looks) =>
        database.Write(s =>
            s.Execute(
                """
                INSERT INTO checkpoint (size, access_size, at, note, tree, access_tree)
                VALUES (@size, @looks, @at, @note, @tree, @lookTree) ON CONFLICT DO NOTHING
                """,
                ("size", checkpoint.Size),
                ("looks", checkpoint.AccessSize),
                ("at", checkpoint.At!.Value.Micros()),
                ("note", note),
                ("tree", tree.Store()),
                ("lookTree", looks.Store())
            )
        );
}
