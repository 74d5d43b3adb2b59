using System.Text;

namespace Genggam.Journal.Tests;

/// <summary>
/// A journal written once, in the first envelope, and committed. Every later build must read and verify it. Should
/// this fail, the build is wrong, never the journal. Its keys protect nothing.
/// </summary>
public sealed class GoldenJournal
{
    public const string Verb = "make-golden-journal";
    private static readonly CaseId first = new(Guid.Parse("01900000-0000-7000-8000-000000000001"));
    private static readonly CaseId second = new(Guid.Parse("01900000-0000-7000-8000-000000000002"));

    [Fact]
    public async Task The_golden_journal_is_read_and_verified_by_this_build()
    {
        var folder = Given.Folder();
        Copy(Path.Combine(AppContext.BaseDirectory, "Golden"), folder);
        await using var journal = await JournalStore.Open(new() { Folder = folder, CheckpointEvery = null });
        var report = await journal.Verify();
        Assert.Empty(report.Findings);
        Assert.Equal((5, 2, 2, 2), (report.Entries, report.Cases, report.Accesses, report.Checkpoints));
        Assert.Equal("be6704141b544c0bddbcaba4fe2767b378f798ee7a4f0c574aa7aadcb8f565e8", report.Last!.Root.ToString());
        var entries = await journal.Read(first);
        Assert.Equal(["submit", "next", "next"], entries.Select(entry => entry.Kind));
        Assert.Equal("""{"nama":"Siti"}""", Text(((EntryPart.Readable)entries[0].Sealed[0]).Plain));
        Assert.IsType<EntryPart.Erased>(entries[0].Sealed[1]);
        Assert.Equal("verifikasi", (await journal.Access.Read(first))[0].Purpose);
        Assert.Equal(first, (await journal.Cases.FindByNumber("G-1"))!.Case);
        Assert.NotNull(await journal.Subjects.FindByNik("3578010101900001"));
        var issued = (await journal.Documents.FindByCode("C1"))!;
        Assert.Equal("Siti", issued.HolderName);
    }

    [Fact]
    public async Task The_golden_journal_can_be_continued()
    {
        var folder = Given.Folder();
        Copy(Path.Combine(AppContext.BaseDirectory, "Golden"), folder);
        await using var journal = await JournalStore.Open(new() { Folder = folder, CheckpointEvery = null });
        var last = (await journal.Read(second))[^1];
        var next = Given.First(second) with { ExpectedSequence = last.Sequence, PreviousHash = last.Hash };
        Assert.Equal(6, Assert.IsType<AppendResult.Appended>(await journal.Append(next)).Position);
        await journal.Checkpoints.Write();
        Assert.Empty((await journal.Verify()).Findings);
    }

    /// <summary>Made the committed files; kept so that a reader sees what is in them.</summary>
    internal static async Task Make(string folder)
    {
        await using (var journal = await JournalStore.Open(new() { Folder = folder, CheckpointEvery = null }))
        {
            var (siti, witness) = (await journal.Subjects.OfNik("3578010101900001"), await journal.Subjects.Create());
            var last = await journal.Append(
                Given.First(first) with
                {
                    Sealed = [new(siti, Given.Json("""{"nama":"Siti"}""")), new(witness, Given.Json("saksi"))],
                    Summary = Given.Summary("G-1", siti),
                    Outbox = [new("e1", "notice", Given.Json("{}"))],
                    Key = new("siti", "k1", Digest.Of("body"u8), Given.Json("{}")),
                }
            );
            last = await journal.Append(Given.After(last, first));
            await journal.Append(Given.First(second) with { Summary = Given.Summary("G-2", siti) });
            await journal.Access.Record(first, "budi", "verifikator", "dukcapil", "verifikasi", Given.Noon);
            await journal.Checkpoints.Write();
            await journal.Append(Given.After(last, first));
            await journal.Append(Given.After((await journal.Read(second))[^1], second));
            await journal.Access.Record(second, "budi", "verifikator", "dukcapil", "verifikasi", Given.Noon);
            await journal.Subjects.Erase(witness, "golden");
            await journal.Documents.Register(
                new IssuedDocument
                {
                    Code = "C1",
                    Number = "470/1",
                    Case = first,
                    Letter = "kutipan",
                    ContentHash = Digest.Of("pdf"u8),
                    Holder = siti,
                    HolderName = "Siti",
                    IssuedAt = Given.Noon,
                    EffectId = "e2",
                }
            );
            await journal.Checkpoints.Write();
        }
        Console.WriteLine("made");
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    private static string Text(ReadOnlyMemory<byte> bytes) => Encoding.UTF8.GetString(bytes.Span);
}
