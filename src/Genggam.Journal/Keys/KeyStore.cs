using System.Security.Cryptography;
using Genggam.Journal.Storage;

namespace Genggam.Journal;

/// <summary>
/// Ties the journal, its key store and its master key together, so that a store that was left behind, or one of another
/// journal, is refused at start and no person reads as erased.
/// </summary>
internal static class KeyStore
{
    /// <exception cref="JournalKeysWrong">The key store or the master key is of another journal, or missing.</exception>
    public static async Task Check(Stores stores, MasterKey master)
    {
        var belongs = await stores.Journal.Read(s => s.Scalar("SELECT store_id FROM key_store_of")) as byte[];
        var found = await Find(stores.Keys);
        if (belongs is not null && found is null)
            throw new JournalKeysWrong("the key store of this journal is missing; put it back from the keys backup");
        found ??= await Make(stores.Keys, master);
        if (!CryptographicOperations.FixedTimeEquals(found.MasterCheck, CheckOf(master, found.Id)))
            throw new JournalKeysWrong("the master key is not the one this key store was made with");
        if (belongs is null)
            await stores.Journal.Write(s =>
                s.Execute("INSERT INTO key_store_of (store_id) VALUES (@id) ON CONFLICT DO NOTHING", ("id", found.Id))
            );
        else if (!belongs.AsSpan().SequenceEqual(found.Id))
            throw new JournalKeysWrong("the key store is of another journal");
    }

    private static Task<Identity?> Find(Database keys) =>
        keys.Read(s =>
            Session.One(
                s.Command("SELECT store_id, master_check FROM key_store"),
                row => new Identity(row.Blob(0).ToArray(), row.Blob(1).ToArray())
            )
        );

    /// <summary>Two nodes that start at once keep the one that came first.</summary>
    private static async Task<Identity> Make(Database keys, MasterKey master)
    {
        // A store of an earlier schema has keys already, and they tell whether the master key is theirs.
        var any = await keys.Read(s =>
            Session.One(
                s.Command("SELECT subject_id, wrapped FROM subject_key LIMIT 1"),
                row => Tuple.Create(new SubjectId(row.Guid(0)), row.Blob(1).ToArray())
            )
        );
        if (any is not null)
            master.Unwrap(any.Item1, any.Item2);
        var id = Guid.CreateVersion7().ToByteArray(bigEndian: true);
        await keys.Write(s =>
            s.Execute(
                """
                INSERT INTO key_store (store_id, master_check) SELECT @id, @check
                WHERE NOT EXISTS (SELECT 1 FROM key_store)
                """,
                ("id", id),
                ("check", CheckOf(master, id))
            )
        );
        return await Find(keys) ?? throw new JournalKeysWrong("the key store could not be made");
    }

    private static byte[] CheckOf(MasterKey master, byte[] store) =>
        master.Blind("key store", Convert.ToHexString(store)).ToArray();

    /// <param name="MasterCheck">Follows from the store's id and its master key.</param>
    private sealed record Identity(byte[] Id, byte[] MasterCheck);
}
