using System.Text;

namespace Genggam.Journal.Tests;

/// <summary>Personal data is readable until its subject is erased, and the chain does not mind.</summary>
public abstract class ErasureContract : StoreContract
{
    private const string Nik = "3578010101900001";

    [Fact]
    public async Task An_erased_subject_cannot_be_read_and_the_chain_still_verifies()
    {
        var (@case, mother, child) = (Given.Case(), await Journal.Subjects.OfNik(Nik), await Journal.Subjects.Create());
        await Journal.Append(
            Given.First(@case) with
            {
                Sealed = [new(mother, Given.Json("ibu")), new(child, Given.Json("anak"))],
            }
        );
        Assert.True(await Journal.Subjects.Erase(mother, "retention ended"));
        var entry = Assert.Single(await Journal.Read(@case));
        Assert.Equal(new EntryPart.Erased(mother), entry.Sealed[0]);
        Assert.Equal("anak", Text(Assert.IsType<EntryPart.Readable>(entry.Sealed[1]).Plain));
        Assert.Null(await Journal.Subjects.FindByNik(Nik));
        Assert.True((await Journal.Verify()).Holds);
        Assert.False(await Journal.Subjects.Erase(mother, "again"));
    }

    [Fact]
    public async Task No_file_no_hash_of_one_and_no_request_of_an_erased_subject_is_left()
    {
        var (@case, subject, other) = (
            Given.Case(),
            await Journal.Subjects.OfNik(Nik),
            await Journal.Subjects.Create()
        );
        var (card, photo) = (new BlobId(Guid.NewGuid()), new BlobId(Guid.NewGuid()));
        await Journal.Blobs.Save(card, subject, @case, "ktp.png", "image/png", new byte[600_000]);
        await Journal.Blobs.Save(photo, other, @case, "foto.png", "image/png", new byte[600_000]);
        var key = new IdempotencyKey(subject.Value.ToString("N"), "k", Digest.Of("body"u8), Given.Json("{}"));
        await Journal.Append(Given.First(@case) with { Key = key });

        await Journal.Subjects.Erase(subject, "asked for");

        var left = Assert.IsType<BlobContent.Erased>(await Journal.Blobs.Read(card)).Info;
        Assert.Equal((null, Digest.Zero), (left.Name, left.ContentHash));
        Assert.Equal(600_000, Assert.IsType<BlobContent.Found>(await Journal.Blobs.Read(photo)).Bytes.Length);
        Assert.Null(await Journal.Answered(key));
        Assert.Equal([subject], await Journal.Subjects.Erased());
        Assert.True((await Journal.Verify()).Holds);
    }

    [Fact]
    public async Task The_cases_of_a_subject_are_found_whatever_its_part_in_them()
    {
        var (mother, child) = (await Journal.Subjects.OfNik(Nik), await Journal.Subjects.Create());
        var (hers, both, none) = (Given.Case(), Given.Case(), Given.Case());
        await Journal.Append(Given.First(hers) with { Sealed = [new(mother, Given.Json("ibu"))] });
        await Journal.Append(Given.First(none));
        var first = await Journal.Append(Given.First(both) with { Sealed = [new(child, Given.Json("anak"))] });
        await Journal.Append(
            Given.After(first, both) with
            {
                Sealed = [new(child, Given.Json("anak lagi")), new(mother, Given.Json("ibu"))],
            }
        );
        Assert.Equal(new[] { hers, both }.OrderBy(c => c.Value), await Journal.CasesWith([mother], Stop));
        Assert.Equal([both], await Journal.CasesWith([child], Stop));
        Assert.Empty(await Journal.CasesWith([await Journal.Subjects.Create()], Stop));
        await Journal.Subjects.Erase(child, "asked for");
        Assert.Equal([both], await Journal.CasesWith([child], Stop));
    }

    [Fact]
    public async Task An_erased_subject_gets_no_second_key()
    {
        var subject = await Journal.Subjects.Create();
        await Journal.Subjects.Erase(subject, "asked for");
        await Reopen();
        Assert.Null(await Journal.Subjects.Seal(subject, Given.Json("new"), "test"));
        var @case = Given.Case();
        await Journal.Append(Given.First(@case) with { Sealed = [new(subject, Given.Json("new"))] });
        Assert.IsType<EntryPart.Erased>((await Journal.Read(@case))[0].Sealed[0]);
    }

    [Fact]
    public async Task A_nik_leads_to_one_subject_however_many_ask_at_once()
    {
        var found = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Journal.Subjects.OfNik(Nik)));
        Assert.Single(found.Distinct());
        Assert.Equal(found[0], await Journal.Subjects.FindByNik(Nik));
        Assert.Null(await Journal.Subjects.FindByNik("3578010101900002"));
    }

    [Fact]
    public async Task Sealed_bytes_open_only_in_the_place_they_were_sealed_for()
    {
        var subject = await Journal.Subjects.Create();
        var box = await Journal.Subjects.Seal(subject, Given.Json("0812"), "account/phone");
        Assert.Equal("0812", Text(await Journal.Subjects.Open(subject, box, "account/phone")));
        await Assert.ThrowsAnyAsync<System.Security.Cryptography.CryptographicException>(() =>
            Journal.Subjects.Open(subject, box, "account/name")
        );
    }

    [Fact]
    public async Task A_restored_older_backup_does_not_bring_an_erased_subject_back()
    {
        var (@case, subject) = (Given.Case(), await Journal.Subjects.OfNik(Nik));
        await Journal.Append(Given.First(@case) with { Sealed = [new(subject, Given.Json("ibu"))] });
        var (data, keys) = (Path.Combine(Options.Folder, "b.data"), Path.Combine(Options.Folder, "b.keys"));
        await Journal.Backup(data, keys);
        await Journal.Subjects.Erase(subject, "asked for");

        var target = Empty();
        Directory.CreateDirectory(Path.Combine(target.Folder, "keys"));
        File.Copy(Options.DestroyedPath, target.DestroyedPath);
        Assert.True((await JournalStore.Restore(target, data, keys)).Holds);
        await using var restored = await JournalStore.Open(target);
        Assert.IsType<EntryPart.Erased>((await restored.Read(@case))[0].Sealed[0]);
        Assert.Null(await restored.Subjects.FindByNik(Nik));
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static string Text(ReadOnlyMemory<byte>? bytes) => Encoding.UTF8.GetString(bytes!.Value.Span);
}
