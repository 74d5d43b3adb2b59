using System.IO.Compression;
using System.Text;

namespace Genggam.Journal.Tests;

/// <summary>A backup restores as it was written, or not at all.</summary>
public abstract class BackupContract : StoreContract
{
    private const string Nik = "3578010101900001";

    private string Data => Path.Combine(Options.Folder, "b.data");

    private string Keys => Path.Combine(Options.Folder, "b.keys");

    [Fact]
    public async Task A_backup_restores_into_sqlite_with_everything_in_it()
    {
        var (@case, subject) = (Given.Case(), await Journal.Subjects.OfNik(Nik));
        await Journal.Append(
            Given.First(@case) with
            {
                Sealed = [new(subject, Given.Json("ibu"))],
                Summary = Given.Summary("G-1", subject),
            }
        );
        await Journal.Access.Record(@case, "siti", "verifikator", "dukcapil", "verifikasi", Given.Noon);
        var file = new BlobId(Guid.NewGuid());
        await Journal.Blobs.Save(file, subject, @case, "kk.pdf", "application/pdf", new byte[300_000]);
        await Journal.Releases.Keep("r1", "service"u8.ToArray());
        await Journal.Releases.Keep("r1", "another"u8.ToArray());
        await Journal.Backup(Data, Keys);
        var target = Given.OnSqlite();
        var report = await JournalStore.Restore(target, Data, Keys);
        Assert.True(report.Holds);
        Assert.Equal((1, 1, 1), (report.Entries, report.Accesses, report.Checkpoints));
        await using var restored = await JournalStore.Open(target);
        Assert.Equal("ibu", Text(((EntryPart.Readable)(await restored.Read(@case))[0].Sealed[0]).Plain));
        Assert.Equal(@case, (await restored.Cases.FindByNumber("G-1"))!.Case);
        Assert.True(await restored.Releases.Has("r1"));
        Assert.False(await restored.Releases.Has("r2"));
        Assert.Equal("service"u8.ToArray(), await restored.Releases.Find("r1"));
        Assert.Equal("kk.pdf", (await restored.Blobs.Find(file))!.Name);
        var again = await Assert.ThrowsAsync<JournalBackupWrong>(() => JournalStore.Restore(target, Data, Keys));
        Assert.Equal("GJ1006", again.Number);
    }

    [Fact]
    public async Task A_damaged_backup_is_refused()
    {
        await Written();
        File.WriteAllBytes(Data, File.ReadAllBytes(Data)[..200]);
        await Refused(Data, Keys);
        await Refused(Data, Path.Combine(Options.Folder, "keys", "destroyed.list"));
        File.WriteAllText(Keys, "no archive");
        await Refused(Data, Keys);
    }

    [Fact]
    public async Task Whatever_part_of_a_backup_is_changed_is_told_before_anything_is_restored()
    {
        await Written();
        foreach (var file in new[] { Data, Keys })
        {
            var whole = File.ReadAllBytes(file);
            foreach (var name in Names(file))
            {
                Change(file, archive => Rewrite(archive, name, bytes => [.. bytes, (byte)0]));
                await Refused(Data, Keys);
                File.WriteAllBytes(file, whole);
            }
        }
        Assert.True((await JournalStore.Restore(Empty(), Data, Keys)).Holds);
    }

    [Fact]
    public async Task A_part_that_is_missing_added_or_from_an_older_backup_is_told()
    {
        await Written();
        var older = File.ReadAllBytes(Data);
        await Journal.Append(Given.First(Given.Case()));
        await Journal.Backup(Data, Keys);
        var whole = File.ReadAllBytes(Data);

        Change(Data, archive => archive.GetEntry("counter.rows")!.Delete());
        await Refused(Data, Keys);

        File.WriteAllBytes(Data, whole);
        Change(Data, archive => archive.CreateEntry("accounts/more"));
        await Refused(Data, Keys);

        File.WriteAllBytes(Data, whole);
        using (var before = new ZipArchive(new MemoryStream(older)))
            Change(Data, archive => Rewrite(archive, "entry.rows", _ => Read(before.GetEntry("entry.rows")!)));
        await Refused(Data, Keys);

        File.WriteAllBytes(Data, whole);
        Change(Data, archive => archive.GetEntry("parts")!.Delete());
        await Refused(Data, Keys);
    }

    [Fact]
    public async Task The_keys_of_another_journal_open_no_backup()
    {
        await Written();
        var options = Empty();
        var others = Path.Combine(options.Folder, "b.keys");
        await using (var other = await JournalStore.Open(options))
        {
            await other.Append(Given.First(Given.Case()));
            await other.Backup(Path.Combine(options.Folder, "b.data"), others);
        }
        await Refused(Data, others);
    }

    private async Task Written()
    {
        var subject = await Journal.Subjects.OfNik(Nik);
        await Journal.Append(Given.First(Given.Case()) with { Sealed = [new(subject, Given.Json("ibu"))] });
        await Journal.Subjects.Erase(await Journal.Subjects.Create(), "asked for");
        await Journal.Backup(Data, Keys);
    }

    /// <summary>And the place stays empty, so that the right files can follow.</summary>
    private async Task Refused(string data, string keys)
    {
        var place = Empty();
        var refused = await Assert.ThrowsAsync<JournalBackupWrong>(() => JournalStore.Restore(place, data, keys));
        Assert.Equal("GJ1006", refused.Number);
        Assert.False(File.Exists(place.MasterKeyPath));
    }

    private static string[] Names(string file)
    {
        using var archive = ZipFile.OpenRead(file);
        return [.. archive.Entries.Select(e => e.FullName)];
    }

    private static void Change(string file, Action<ZipArchive> change)
    {
        using var archive = ZipFile.Open(file, ZipArchiveMode.Update);
        change(archive);
    }

    private static void Rewrite(ZipArchive archive, string name, Func<byte[], byte[]> change)
    {
        var part = archive.GetEntry(name)!;
        var next = change(Read(part));
        part.Delete();
        using var file = archive.CreateEntry(name).Open();
        file.Write(next);
    }

    private static byte[] Read(ZipArchiveEntry part)
    {
        using var file = part.Open();
        var content = new MemoryStream();
        file.CopyTo(content);
        return content.ToArray();
    }

    private static string Text(ReadOnlyMemory<byte>? bytes) => Encoding.UTF8.GetString(bytes!.Value.Span);
}
