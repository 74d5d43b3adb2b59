using System.Collections.Immutable;
using Genggam.Engine;
using Genggam.Office.Applications;
using Genggam.Office.Catalogue;
using Genggam.Office.Changes;
using Genggam.Office.Tests.Changes;

namespace Genggam.Office.Tests.Applications;

public sealed class IntakeTests(Town town) : IClassFixture<Town>
{
    private const string Service = "nib-mikro-risiko-rendah";
    private static readonly ImmutableSortedDictionary<string, string> Words = ImmutableSortedDictionary<
        string,
        string
    >.Empty.Add("id", "Dukcapil pusat sedang dipelihara");

    private readonly Actor owner = Actor.Officer("wayan", "bkpm", Ownership.Owner);
    private DateTimeOffset Now => town.Get<TimeProvider>().GetUtcNow();
    private IntakeDesk Intakes => town.Get<IntakeDesk>();

    [Fact]
    public async Task A_pause_refuses_what_comes_and_gives_what_was_sent_before_its_receipt_again()
    {
        var before = Assert.IsType<SubmitResult.Submitted>(await Submit("sebelum"));
        Assert.Null(await Intakes.Pause(Service, null, null, Now.AddDays(1), Words, owner));

        Assert.Equal(Refusals.IntakePaused, Assert.IsType<SubmitResult.Refused>(await Submit("selagi")).Refusal.Number);
        Assert.Equal(before.Number, Assert.IsType<SubmitResult.Submitted>(await Submit("sebelum")).Number);

        var pause = Assert.Single((await Intakes.Of(Service)).Pauses);
        Assert.Null(await Intakes.Resume(Service, pause.Number, owner));
        Assert.IsType<SubmitResult.Submitted>(await Submit("selagi"));
        Assert.Equal(ChangeRefusal.Nothing, (await Intakes.Resume(Service, pause.Number, owner))!.Number);
    }

    [Fact]
    public async Task An_office_that_pauses_leaves_the_others_open()
    {
        var birth = town.Get<ServiceCatalogue>().Find("akta-kelahiran")!;
        var minister = Actor.Officer("rina", "ditjen-dukcapil", Ownership.Owner);
        var offices = town.Get<Genggam.Office.Agencies.Agencies>().Offering(birth.Id);
        Assert.Null(await Intakes.Pause(birth.Id, offices[0].Id, Now.AddHours(1), null, Words, minister));
        var book = await Intakes.Of(birth.Id);
        Assert.Null(book.At(birth, offices[0].Id, offices[0].Zone, Now).Refused);
        var later = Now.AddHours(1);
        Assert.Equal(Refusals.IntakePaused, book.At(birth, offices[0].Id, offices[0].Zone, later).Refused);
        Assert.Null(book.At(birth, offices[1].Id, offices[1].Zone, later).Refused);
        Assert.Null(book.At(birth, null, ServiceCatalogue.FirstZone, later).Refused);
    }

    [Fact]
    public async Task A_window_of_a_release_is_extended_and_never_shortened_again()
    {
        var bureau = new Bureau();
        await using var _ = bureau;
        await bureau.InitializeAsync();
        var change = await bureau.Open("Dua minggu di Januari");
        await bureau.Save(
            change,
            bureau.Rina,
            "service.yaml",
            t =>
                t.Replace(
                    "{ always: true }",
                    "{ text: name, windows: [{ from: 2027-01-04T08:00, until: 2027-01-15T16:00 }] }",
                    StringComparison.Ordinal
                )
        );
        Assert.IsType<ChangeResult.Done>(await bureau.Ask(change));
        var hash = (await bureau.Load(change)).Hash!;
        await bureau.Get<PublicationDesk>().Approve(change.Id, hash, bureau.Publisher, bureau.Cancel);
        var live = bureau.Get<ServiceCatalogue>().Find(Bureau.Service)!;
        var intakes = bureau.Get<IntakeDesk>();
        var ends = new DateTime(2027, 1, 15, 16, 0, 0);

        Assert.Equal(Refusals.NotYetOpen, (await intakes.Now(live, null)).Refused);
        Assert.Null(await intakes.Extend(Bureau.Service, ends, ends.AddDays(7), Words, bureau.Rina));
        var shorter = await intakes.Extend(Bureau.Service, ends, ends.AddDays(3), Words, bureau.Rina);
        Assert.Equal(ChangeRefusal.BadStart, shorter!.Number);
        bureau.Clock.Now = ZoneVersion.Indonesia.At(ends.AddDays(5), ServiceCatalogue.FirstZone);
        var open = Assert.IsType<Intake.Open>(await intakes.Now(live, null));
        Assert.Equal(ends.AddDays(7), open.By!.Until);
        bureau.Clock.Now = ZoneVersion.Indonesia.At(ends.AddDays(7), ServiceCatalogue.FirstZone);
        Assert.Equal(Refusals.IntakeOver, (await intakes.Now(live, null)).Refused);
    }

    [Fact]
    public async Task Only_the_owner_pauses_with_words_and_for_a_time_to_come()
    {
        var stranger = Actor.Officer("asing", "kemenkes", Ownership.Owner);
        Assert.Equal(ChangeRefusal.Unknown, await Told(words: Words, by: stranger));
        Assert.Equal(
            ChangeRefusal.Unknown,
            await Told(words: Words, by: Actor.Officer("t", "bkpm", Ownership.Publisher))
        );
        Assert.Equal(ChangeRefusal.Unknown, await Told(words: Words, agency: "kemenkes"));
        Assert.Equal(ChangeRefusal.Unfit, await Told(words: Words.Remove("id")));
        Assert.Equal(ChangeRefusal.Unfit, await Told(words: Words.Add("en", new string('x', 501))));
        Assert.Equal(ChangeRefusal.BadStart, await Told(words: Words, from: -1));
        Assert.Equal(ChangeRefusal.BadStart, await Told(words: Words, from: 2, until: 2));
        Assert.Equal(
            ChangeRefusal.Unknown,
            (await Intakes.Extend(Service, new DateTime(2027, 1, 1), new DateTime(2027, 2, 1), Words, owner))!.Number
        );

        async Task<string?> Told(
            ImmutableSortedDictionary<string, string> words,
            Actor? by = null,
            string? agency = null,
            int from = 1,
            int until = 3
        ) =>
            (await Intakes.Pause(Service, agency, Now.AddHours(from), Now.AddHours(until), words, by ?? owner))?.Number;
    }

    private Task<SubmitResult> Submit(string key) => town.Submit(Service, key);
}
