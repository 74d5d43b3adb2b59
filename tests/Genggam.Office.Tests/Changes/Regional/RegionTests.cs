using System.Collections.Immutable;
using System.Text;
using Genggam.Engine;
using Genggam.Office.Catalogue;
using Genggam.Office.Changes;
using Genggam.Office.Changes.Regional;
using Genggam.Office.Tests.People;

namespace Genggam.Office.Tests.Changes.Regional;

/// <summary>
/// What a region varies, from its owner's page into force, and what becomes of it when the core changes. Each test has an
/// installation of its own.
/// </summary>
public sealed class RegionTests : IAsyncLifetime
{
    private const string Key = $"{Bureau.Service}@34.04";
    private const string Shipped = $"{Bureau.Service}@73.71";
    private readonly Bureau bureau = new();

    private readonly Actor owner = Actor.Officer("sri", "dukcapil-sleman", Ownership.Owner);
    private readonly Actor publisher = Actor.Officer("joko", "dukcapil-sleman", Ownership.Publisher);

    private ServiceCatalogue Catalogue => bureau.Get<ServiceCatalogue>();
    private RegionOverlays Overlays => bureau.Get<RegionOverlays>();

    private Release At(string agency) => Catalogue.Find(Bureau.Service, Office(agency))!;

    private Genggam.Office.Agencies.Agency Office(string id) =>
        bureau.Get<Genggam.Office.Agencies.Agencies>().Find(id)!;

    public ValueTask InitializeAsync() => bureau.InitializeAsync();

    public ValueTask DisposeAsync() => bureau.DisposeAsync();

    private static TypedVariation Typed(
        string? amount = "6",
        string facilities = "Mobil keliling",
        string? fee = null
    ) =>
        new(
            amount,
            fee,
            false,
            "uu-24-2013",
            true,
            ImmutableSortedDictionary<string, string>.Empty,
            new Dictionary<(string, string), string>
            {
                [("id", "standard.time")] = amount is null ? "" : $"{amount} jam",
                [("en", "standard.time")] = amount is null ? "" : $"{amount} hours",
                [("id", "standard.facilities")] = facilities,
                [("en", "standard.facilities")] = facilities,
            },
            []
        );

    private async Task<Change> Varied(TypedVariation typed, PublicationStart? start = null)
    {
        var change = await Written(typed);
        var draft = await bureau.Load(change);
        Assert.IsType<ChangeResult.Done>(
            await bureau
                .Get<PublicationDesk>()
                .Ask(change.Id, new PublicationAsk(draft.Hash!, start, "SK", null, null), owner, bureau.Cancel)
        );
        return Assert
            .IsType<ChangeResult.Done>(
                await bureau.Get<PublicationDesk>().Approve(change.Id, draft.Hash!, publisher, bureau.Cancel)
            )
            .Change;
    }

    private async Task<Change> Written(TypedVariation typed)
    {
        var desk = bureau.Get<ChangeDesk>();
        var change = Assert.IsType<ChangeResult.Done>(await desk.Open(Key, "Lebih cepat", null, owner)).Change;
        Assert.IsType<ChangeResult.Done>(
            await desk.Edit(change.Id, owner, draft => VariationEdit.Change(draft, typed))
        );
        return change;
    }

    /// <summary>A change of the core, by its owner and publisher.</summary>
    private async Task Core(string path, string old, string now, PublicationStart? start = null)
    {
        var release = Catalogue.Find(Bureau.Service)!;
        var text = Encoding.UTF8.GetString(release.Parts[path].AsSpan());
        Assert.Contains(old, text, StringComparison.Ordinal);
        var parts = release.Parts.SetItem(
            path,
            [.. Encoding.UTF8.GetBytes(text.Replace(old, now, StringComparison.Ordinal))]
        );
        Assert.IsType<PublishResult.Published>(
            await bureau.Get<Publisher>().Publish(ServiceFolder.FromParts(parts, []), start, "tigor", null, null)
        );
    }

    [Fact]
    public void The_shipped_overlay_counts_at_its_office_and_nowhere_else()
    {
        Assert.Equal(12, At("dukcapil-makassar").Service.TimeLimit.Amount);
        Assert.Equal(24, At("dukcapil-sleman").Service.TimeLimit.Amount);
        Assert.Equal(24, Catalogue.Find(Bureau.Service)!.Service.TimeLimit.Amount);
        Assert.Equal(PublicationKind.Folder, Assert.Single(Catalogue.Publications(Shipped)).Kind);
    }

    [Fact]
    public async Task What_a_regions_owner_varies_and_another_approves_counts_at_once_and_after_a_restart()
    {
        await Varied(Typed());
        Assert.Equal(6, At("dukcapil-sleman").Service.TimeLimit.Amount);
        await bureau.Restart();
        var overlay = At("dukcapil-sleman");
        Assert.Equal(6, overlay.Service.TimeLimit.Amount);
        Assert.Equal("Mobil keliling", overlay.TextsIn("id")["standard.facilities"]);
        Assert.Equal(24, At("dukcapil-surabaya").Service.TimeLimit.Amount);
    }

    [Theory]
    [InlineData("30")]
    [InlineData("0")]
    public async Task A_longer_limit_cannot_be_asked_for(string amount)
    {
        var change = await Written(Typed(amount));
        var draft = await bureau.Load(change);
        var result = await bureau
            .Get<PublicationDesk>()
            .Ask(change.Id, new PublicationAsk(draft.Hash!, null, "SK", null, null), owner, bureau.Cancel);
        Assert.Equal(ChangeRefusal.NotReady, Assert.IsType<ChangeResult.Refused>(result).Refusal.Number);
        Assert.Equal(24, draft.Release!.Service.TimeLimit.Amount);
    }

    [Theory]
    [InlineData("process.bpmn")]
    [InlineData("permohonan.form")]
    [InlineData("texts/../../x.yaml")]
    [InlineData("service.yaml")]
    public async Task A_file_of_the_core_cannot_be_written_into_an_overlay(string path)
    {
        var change = await Written(Typed());
        var result = await bureau.Write((await bureau.Load(change)).Change, owner, path, "x");
        Assert.Equal(ChangeRefusal.Unfit, Assert.IsType<ChangeResult.Refused>(result).Refusal.Number);
    }

    [Fact]
    public async Task Only_people_of_an_agency_that_decides_the_service_there_vary_it()
    {
        var desk = bureau.Get<ChangeDesk>();
        foreach (
            var (actor, key) in new[]
            {
                (bureau.Rina, Key),
                (bureau.Stranger, Key),
                (owner, Bureau.Service),
                (owner, Shipped),
                (owner, "laik-higiene-sanitasi@34.04"),
                (publisher, Key),
            }
        )
            Assert.Equal(
                ChangeRefusal.Unknown,
                Assert.IsType<ChangeResult.Refused>(await desk.Open(key, "Coba", null, actor)).Refusal.Number
            );
        Assert.Equal([Key], Overlays.Of(Office("dukcapil-sleman")).Select(k => k.ToString()));
        Assert.Empty(Overlays.Of(Office("bkpm")));
    }

    [Fact]
    public async Task What_the_core_left_alone_carries_over_and_is_recorded_as_such()
    {
        await Varied(Typed());
        await Core(Bureau.Texts, "summary: Catatkan", "summary: Baru. Catatkan");
        var overlay = At("dukcapil-sleman");
        Assert.Equal(Catalogue.Find(Bureau.Service)!.Hash, overlay.Core.Hash);
        Assert.Equal(6, overlay.Service.TimeLimit.Amount);
        Assert.StartsWith("Baru.", overlay.TextsIn("id")["summary"], StringComparison.Ordinal);
        Assert.Null(Overlays.Conflicts(Key));
        Assert.Equal(
            [PublicationKind.Released, PublicationKind.Carried],
            Catalogue.Publications(Key).Select(e => e.Kind)
        );
        Assert.Equal(12, At("dukcapil-makassar").Service.TimeLimit.Amount);
        await bureau.Restart();
        Assert.Equal(overlay.Hash, At("dukcapil-sleman").Hash);
        Assert.Equal(2, Catalogue.Publications(Key).Length);
    }

    [Fact]
    public async Task While_cores_are_published_one_after_another_the_promise_of_a_region_never_lapses()
    {
        await Varied(Typed());
        using var over = CancellationTokenSource.CreateLinkedTokenSource(bureau.Cancel);
        var looking = Task.Run(
            () =>
            {
                var promised = new HashSet<int>();
                while (!over.IsCancellationRequested)
                    promised.Add(At("dukcapil-sleman").Service.TimeLimit.Amount);
                return promised;
            },
            bureau.Cancel
        );
        for (var core = 0; core < 5; core++)
            await Core(Bureau.Texts, "summary: ", $"summary: {core} ");
        await bureau.Get<Publisher>().RollBack(Bureau.Service, "tigor", "Salah");
        await over.CancelAsync();
        Assert.Equal([6], await looking);
    }

    [Fact]
    public async Task Where_both_changed_the_limit_the_cores_counts_until_the_region_settles_it()
    {
        await Varied(Typed());
        await Core("service.yaml", "amount: 24, unit: hours", "amount: 4, unit: hours");
        Assert.Equal(4, At("dukcapil-sleman").Service.TimeLimit.Amount);
        Assert.Equal("Mobil keliling", At("dukcapil-sleman").TextsIn("id")["standard.facilities"]);
        var open = Overlays.Conflicts(Key)!;
        Assert.Equal([VariedPart.TimeLimit], open.Parts);
        Assert.Equal((6, 4), (open.Made.Service.TimeLimit.Amount, open.Live.Core.Service.TimeLimit.Amount));

        await Varied(Typed("3"));
        Assert.Null(Overlays.Conflicts(Key));
        Assert.Equal(3, At("dukcapil-sleman").Service.TimeLimit.Amount);
    }

    [Fact]
    public async Task When_the_core_is_rolled_back_the_regions_promise_is_back_too()
    {
        await Varied(Typed());
        var before = At("dukcapil-sleman").Hash;
        await Core("service.yaml", "amount: 24, unit: hours", "amount: 4, unit: hours");
        await bureau.Get<Publisher>().RollBack(Bureau.Service, "tigor", "Salah");
        Assert.Equal(before, At("dukcapil-sleman").Hash);
        Assert.Null(Overlays.Conflicts(Key));
    }

    [Fact]
    public async Task A_core_of_a_coming_day_finds_the_overlay_ready_at_the_offices_midnight()
    {
        await Varied(Typed());
        await Core(
            Bureau.Texts,
            "summary: Catatkan",
            "summary: Desember. Catatkan",
            new PublicationStart.LocalMidnight(new DateOnly(2026, 12, 1))
        );
        var today = At("dukcapil-sleman");
        Assert.Equal(6, today.Service.TimeLimit.Amount);
        await Varied(Typed("5"));
        bureau.Clock.Now = new DateTimeOffset(2026, 11, 30, 17, 0, 0, TimeSpan.Zero);
        var then = At("dukcapil-sleman");
        Assert.Equal(5, then.Service.TimeLimit.Amount);
        Assert.StartsWith("Desember.", then.TextsIn("id")["summary"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_region_goes_back_to_its_overlay_before_on_the_core_of_today()
    {
        await Varied(Typed());
        await Varied(Typed("5"));
        await Core(Bureau.Texts, "summary: Catatkan", "summary: Baru. Catatkan");
        Assert.IsType<PublishResult.Published>(await bureau.Get<Publisher>().RollBack(Key, "joko", "Terlalu cepat"));
        Assert.Equal(6, At("dukcapil-sleman").Service.TimeLimit.Amount);
        Assert.StartsWith("Baru.", At("dukcapil-sleman").TextsIn("id")["summary"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_from_an_older_core_is_told_and_brought_onto_the_new_one()
    {
        var late = await Written(Typed());
        await Core(Bureau.Texts, "summary: Catatkan", "summary: Baru. Catatkan");
        var draft = await bureau.Load(late);
        var ask = new PublicationAsk(draft.Hash!, null, "SK", null, null);
        var desk = bureau.Get<PublicationDesk>();
        Assert.Equal(
            ChangeRefusal.OlderCore,
            Assert.IsType<ChangeResult.Refused>(await desk.Ask(late.Id, ask, owner, bureau.Cancel)).Refusal.Number
        );
        var theirs = new Dictionary<string, Side>();
        Assert.IsType<ChangeResult.Done>(await bureau.Get<Rebase>().Run(late.Id, theirs, owner));
        var moved = await bureau.Load(late);
        Assert.Equal(Catalogue.Find(Bureau.Service)!.Hash, moved.Release!.Core.Hash);
        Assert.Equal(6, moved.Release.Service.TimeLimit.Amount);
        Assert.IsType<ChangeResult.Done>(
            await desk.Ask(late.Id, ask with { Hash = moved.Hash! }, owner, bureau.Cancel)
        );
    }

    [Fact]
    public void A_stored_overlay_whose_files_do_not_give_its_hash_is_refused()
    {
        var store = bureau.Get<ReleaseStore>();
        var overlay = At("dukcapil-makassar");
        store.Keep(overlay with { Hash = new string('0', 64) });
        Assert.Throws<InvalidDataException>(() => store.Load(new string('0', 64)));
        Assert.Equal(overlay.Hash, store.Load(overlay.Hash).Hash);
    }
}
