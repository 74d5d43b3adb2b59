using System.Text;

namespace Genggam.Journal.Tests;

/// <summary>Drafts, files, issued documents, counters and looks into cases.</summary>
public abstract class ShelfContract : StoreContract
{
    private async Task<ApplicationDraft> NewDraft(string content) =>
        new(
            new DraftId(Guid.NewGuid()),
            await Journal.Subjects.Create(),
            "akta-kelahiran",
            "r1",
            0,
            Given.Noon,
            Given.Json(content)
        );

    [Fact]
    public async Task A_draft_keeps_what_was_typed_and_a_stale_page_does_not_overwrite_it()
    {
        var draft = await NewDraft("first");
        Assert.Equal(new SaveDraftResult.Saved(1), await Journal.Drafts.Save(draft));
        var page = (await Journal.Drafts.Load(draft.Owner, draft.Id))!;
        var saved = await Journal.Drafts.Save(page with { Content = Given.Json("second") });
        Assert.Equal(new SaveDraftResult.Saved(2), saved);
        var stale = await Journal.Drafts.Save(page with { Content = Given.Json("stale") });
        Assert.Equal(new SaveDraftResult.Stale(2), stale);
        var listed = Assert.Single(await Journal.Drafts.List(draft.Owner));
        Assert.Equal("second", Encoding.UTF8.GetString(listed.Content.Span));
    }

    [Fact]
    public async Task A_saved_remark_is_offered_to_its_officer_and_an_agencys_to_all()
    {
        var own = new SavedRemark(Guid.NewGuid(), "dinas", "siti", "Nama berbeda dengan KTP.");
        await Journal.Remarks.Save(own);
        await Journal.Remarks.Save(own with { Id = Guid.NewGuid(), Officer = null, Text = "Foto buram." });
        await Journal.Remarks.Save(own with { Id = Guid.NewGuid(), Agency = "lain" });

        var offered = await Journal.Remarks.For("dinas", "siti");
        Assert.Equal(["Foto buram.", "Nama berbeda dengan KTP."], offered.Select(r => r.Text));
        Assert.Null(offered[0].Officer);
        Assert.Single(await Journal.Remarks.For("dinas", "budi"));

        Assert.False(await Journal.Remarks.Delete(own.Id, "dinas", "budi"));
        Assert.True(await Journal.Remarks.Delete(own.Id, "dinas", "siti"));
        Assert.Single(await Journal.Remarks.For("dinas", "siti"));
    }

    [Fact]
    public async Task A_draft_is_only_for_its_owner_and_goes_with_them()
    {
        var draft = await NewDraft("mine");
        await Journal.Drafts.Save(draft);
        var other = await Journal.Subjects.Create();
        Assert.Null(await Journal.Drafts.Load(other, draft.Id));
        Assert.False(await Journal.Drafts.Delete(other, draft.Id));
        await Journal.Subjects.Erase(draft.Owner, "asked for");
        Assert.Empty(await Journal.Drafts.List(draft.Owner));
        Assert.IsType<SaveDraftResult.OwnerErased>(await Journal.Drafts.Save(draft));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(256 * 1024)]
    [InlineData(256 * 1024 + 1)]
    public async Task A_file_of_any_size_is_read_back_whole(int size)
    {
        var content = new byte[size];
        new Random(size).NextBytes(content);
        var (id, subject, @case) = (new BlobId(Guid.NewGuid()), await Journal.Subjects.Create(), Given.Case());
        await Journal.Blobs.Save(id, subject, @case, "kk.pdf", "application/pdf", content);
        var found = Assert.IsType<BlobContent.Found>(await Journal.Blobs.Read(id));
        Assert.Equal(content, found.Bytes.ToArray());
        Assert.Equal(("kk.pdf", @case, Digest.Of(content)), (found.Info.Name, found.Info.Case, found.Info.ContentHash));
        await Journal.Subjects.Erase(subject, "asked for");
        Assert.Null((await Journal.Blobs.Find(id))!.Name);
        Assert.IsType<BlobContent.Erased>(await Journal.Blobs.Read(id));
    }

    [Fact]
    public async Task A_file_that_is_too_large_or_unknown_is_told_apart()
    {
        var subject = await Journal.Subjects.Create();
        var tooLarge = new byte[Blobs.MaxBytes + 1];
        await Assert.ThrowsAsync<JournalRejected>(() =>
            Journal.Blobs.Save(new(Guid.NewGuid()), subject, null, "x", "text/plain", tooLarge)
        );
        Assert.IsType<BlobContent.NotFound>(await Journal.Blobs.Read(new(Guid.NewGuid())));
    }

    [Fact]
    public async Task An_issued_document_is_found_by_code_and_by_file_and_can_be_withdrawn_once()
    {
        var holder = await Journal.Subjects.Create();
        var document = new IssuedDocument
        {
            Code = "C1",
            Number = "470/1",
            Case = Given.Case(),
            Letter = "kutipan",
            ContentHash = Digest.Of("pdf"u8),
            Holder = holder,
            HolderName = "Siti",
            IssuedAt = Given.Noon,
            EffectId = "e1",
        };
        await Journal.Documents.Register(document);
        Assert.Equal("C1", (await Journal.Documents.Register(document with { Code = "C2" })).Code);
        Assert.Equal("Siti", (await Journal.Documents.FindByHash(Digest.Of("pdf"u8)))!.HolderName);
        Assert.True(await Journal.Documents.Withdraw("C1", "wrong name", Given.Noon.AddDays(1), "C9"));
        Assert.False(await Journal.Documents.Withdraw("C1", "again", Given.Noon.AddDays(2)));
        var found = (await Journal.Documents.FindByCode("C1"))!;
        Assert.Equal((DocumentStatus.Replaced, "C9"), (found.Status, found.ReplacedBy));
        await Journal.Subjects.Erase(holder, "asked for");
        Assert.Null((await Journal.Documents.FindByCode("C1"))!.HolderName);
        Assert.Null(await Journal.Documents.FindByCode("C2"));
    }

    [Fact]
    public async Task A_counter_has_no_gaps_and_gives_an_effect_the_same_number_again()
    {
        var asked = Enumerable.Range(0, 60).Select(i => Journal.Counters.Allocate("letters-2026", $"e{i % 20}"));
        var given = await Task.WhenAll(asked);
        Assert.Equal(Enumerable.Range(1, 20).Select(i => (long)i), given.Distinct().Order());
        for (var i = 0; i < 20; i++)
            Assert.Equal(given[i], given[i + 20]);
        Assert.Equal(1, await Journal.Counters.Allocate("letters-2027", "e1"));
    }

    [Fact]
    public async Task A_backup_after_a_kill_between_checkpoint_and_its_file_has_the_checkpoint()
    {
        await Journal.Append(Given.First(Given.Case()));
        var signed = await Journal.Checkpoints.Write();
        var file = Options.LatestCheckpointPath;
        var note = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        File.Delete(file);

        Assert.Equal(signed, await Journal.Checkpoints.Write());
        Assert.Equal(note, await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_number_without_its_document_is_found_until_the_document_is_registered()
    {
        await Journal.Counters.Allocate("letters-2026", "u1");
        await Journal.Counters.Allocate("letters-2026", "u2");
        Assert.Equal(
            [new UnusedNumber("letters-2026", 1, "u1"), new UnusedNumber("letters-2026", 2, "u2")],
            await Journal.Counters.Unused(10)
        );
        await Journal.Documents.Register(
            new IssuedDocument
            {
                Code = "U1",
                Number = "1",
                Case = Given.Case(),
                Letter = "kutipan",
                ContentHash = Digest.Of("unused"u8),
                Holder = await Journal.Subjects.Create(),
                IssuedAt = Given.Noon,
                EffectId = "u1",
            }
        );
        Assert.Equal(new UnusedNumber("letters-2026", 2, "u2"), Assert.Single(await Journal.Counters.Unused(10)));
    }

    [Fact]
    public async Task A_look_that_comes_again_soon_is_entered_once_and_another_one_is_not_lost()
    {
        var @case = Given.Case();
        var once = TimeSpan.FromMinutes(15);
        Task<bool> Look(string actor, string purpose, double minutes) =>
            Journal.Access.Record(
                @case,
                actor,
                "verifikator",
                "dukcapil",
                purpose,
                Given.Noon.AddMinutes(minutes),
                once
            );
        Assert.True(await Look("siti", "review", 0));
        Assert.False(await Look("siti", "review", 14));
        Assert.True(await Look("budi", "review", 14));
        Assert.True(await Look("siti", "attachment", 14));
        Assert.True(await Look("siti", "review", 15));
        Assert.Equal(4, (await Journal.Access.Read(@case)).Length);
    }

    [Fact]
    public async Task Who_looked_into_a_case_is_kept_in_order()
    {
        var @case = Given.Case();
        await Task.WhenAll(
            Enumerable
                .Range(0, 10)
                .Select(i => Journal.Access.Record(@case, $"o{i}", "verifikator", "dukcapil", "verifikasi", Given.Noon))
        );
        var looks = await Journal.Access.Read(@case);
        Assert.Equal(Enumerable.Range(1, 10).Select(i => (long)i), looks.Select(look => look.Sequence));
        Assert.Equal(10, looks.Select(look => look.Actor).Distinct().Count());
        Assert.True((await Journal.Verify()).Holds);
    }
}
