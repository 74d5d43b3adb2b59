using Genggam.Journal;
using Genggam.Journal.Sqlite;

namespace Genggam.Web.Tests.Errors;

/// <summary>The disk under the SQLite journal of a running program: no more pages than there are now.</summary>
internal static class Disk
{
    public static async Task Fill(JournalStore journal)
    {
        await Limit(journal, 1);
        var owner = await journal.Subjects.Create();
        await Assert.ThrowsAsync<JournalFull>(async () =>
        {
            while (true)
                await journal.Blobs.Save(new BlobId(Guid.CreateVersion7()), owner, null, "x", "x/x", new byte[50_000]);
        });
    }

    public static Task Free(JournalStore journal) => Limit(journal, 0);

    /// <summary>A limit is of a connection: the writer opens another after a transaction that failed.</summary>
    private static async Task Limit(JournalStore journal, long pages)
    {
        ((SqliteDatabase)journal.Database).MaxPages = pages;
        await Assert.ThrowsAsync<NotSupportedException>(() =>
            journal.Database.Write<bool>(_ => throw new NotSupportedException())
        );
    }
}
