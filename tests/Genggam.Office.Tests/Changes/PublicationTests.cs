using Genggam.Engine;
using Genggam.Office.Catalogue;
using Genggam.Office.Changes;
using Genggam.Office.Tests.People;

namespace Genggam.Office.Tests.Changes;

/// <summary>Each test has an installation of its own: what one publishes would be in force for the others.</summary>
public sealed class PublicationTests : IAsyncLifetime
{
    private readonly Bureau bureau = new();

    private ServiceCatalogue Catalogue => bureau.Get<ServiceCatalogue>();

    private string InForce(string zone = ServiceCatalogue.FirstZone) =>
        Catalogue.Find(Bureau.Service, zone)!.TextsIn("id")["summary"];

    public ValueTask InitializeAsync() => bureau.InitializeAsync();

    public ValueTask DisposeAsync() => bureau.DisposeAsync();

    private static Dictionary<string, Side> NoChoice => [];

    private static string No(ChangeResult result) => Assert.IsType<ChangeResult.Refused>(result).Refusal.Number;

    [Fact]
    public async Task What_a_second_person_approves_is_in_force_at_once_and_after_a_restart()
    {
        var change = await bureau.Published("Baru");
        Assert.Equal(ChangeState.Published, change.State);
        Assert.Equal("Baru", InForce());
        var entry = Catalogue.Publications(Bureau.Service)[^1];
        Assert.Equal((PublicationKind.Released, "tigor", change.Id), (entry.Kind, entry.Actor, entry.Change!.Value));

        await bureau.Restart();
        Assert.Equal("Baru", InForce());
    }

    [Fact]
    public async Task Nobody_publishes_what_they_wrote()
    {
        var both = Actor.Officer("rina", "ditjen-dukcapil", Ownership.Owner, Ownership.Publisher);
        var change = await bureau.Open();
        await bureau.Save(change, bureau.Rina, Bureau.Texts, t => Bureau.Summary(t, "Baru"));
        await bureau.Ask(change);
        var hash = (await bureau.Load(change)).Hash!;
        var desk = bureau.Get<PublicationDesk>();
        Assert.Equal(ChangeRefusal.SamePerson, No(await desk.Approve(change.Id, hash, both, bureau.Cancel)));
        Assert.Equal(ChangeRefusal.Unknown, No(await desk.Approve(change.Id, hash, bureau.Made, bureau.Cancel)));
        Assert.Equal(ChangeRefusal.Unknown, No(await desk.Approve(change.Id, hash, bureau.Stranger, bureau.Cancel)));
        Assert.NotEqual("Baru", InForce());
    }

    [Fact]
    public async Task What_fails_its_check_cannot_be_asked_for()
    {
        var change = await bureau.Open();
        await bureau.Save(change, bureau.Rina, Bureau.Rules, t => t.Replace("&lt;= 60", "&lt;= 90"));
        Assert.Equal(ChangeRefusal.NotReady, No(await bureau.Ask(change)));
        Assert.Equal(ChangeState.Draft, (await bureau.Load(change)).Change.State);
    }

    [Fact]
    public async Task A_letter_that_reads_files_cannot_be_asked_for()
    {
        var change = await bureau.Open();
        await bureau.Save(change, bureau.Rina, "letters/kutipan.typ", t => t + "\n#read(\"/etc/passwd\")\n");
        Assert.Equal(ChangeRefusal.NotReady, No(await bureau.Ask(change)));
    }

    [Fact]
    public async Task What_was_written_after_it_was_asked_for_is_not_published()
    {
        var change = await bureau.Open();
        await bureau.Save(change, bureau.Rina, Bureau.Texts, t => Bureau.Summary(t, "Diminta"));
        await bureau.Ask(change);
        var asked = await bureau.Load(change);
        await bureau.Save(asked.Change, bureau.Rina, Bureau.Texts, t => Bureau.Summary(t, "Sesudahnya"));
        var result = await bureau
            .Get<PublicationDesk>()
            .Approve(change.Id, asked.Hash!, bureau.Publisher, bureau.Cancel);
        Assert.Equal(ChangeRefusal.NotOpen, No(result));
        Assert.NotEqual("Sesudahnya", InForce());
    }

    [Fact]
    public async Task A_change_on_a_release_that_is_not_in_force_any_more_is_told_so()
    {
        var late = await bureau.Open();
        await bureau.Save(late, bureau.Rina, Bureau.Texts, t => Bureau.Summary(t, "Terlambat"));
        await bureau.Published("Lebih dulu");
        Assert.Equal(ChangeRefusal.OlderCore, No(await bureau.Ask(late)));
    }

    [Fact]
    public async Task A_change_is_brought_onto_the_release_in_force_with_what_is_new_there()
    {
        var late = await bureau.Open();
        await bureau.Save(late, bureau.Rina, "letters/kutipan.typ", t => $"// Surat baru\n{t}");
        await bureau.Published("Lebih dulu");
        await bureau.Get<Rebase>().Run(late.Id, NoChoice, bureau.Rina);
        var draft = await bureau.Load(late);
        Assert.Equal(Catalogue.Find(Bureau.Service)!.Hash, draft.Base.Hash);
        Assert.Equal(["letters/kutipan.typ"], draft.Changed);
        Assert.Equal("Lebih dulu", draft.Release!.TextsIn("id")["summary"]);
        Assert.IsType<ChangeResult.Done>(await bureau.Ask(late));
    }

    [Theory]
    [InlineData(Side.Change, "Terlambat")]
    [InlineData(Side.InForce, "Lebih dulu")]
    public async Task Where_both_wrote_the_same_line_a_person_says_which_counts(Side side, string summary)
    {
        var late = await bureau.Open();
        await bureau.Save(late, bureau.Rina, Bureau.Texts, t => $"{Bureau.Summary(t, "Terlambat")}# tetap\n");
        var was = (await bureau.Load(late)).Base.TextsIn("id")["summary"];
        await bureau.Published("Lebih dulu");
        var rebase = bureau.Get<Rebase>();
        var told = Assert.Single(
            Assert.IsType<ChangeResult.Conflicting>(await rebase.Run(late.Id, NoChoice, bureau.Rina)).Files
        );
        Assert.Equal(Bureau.Texts, told.Path);
        Assert.Contains("Terlambat", Assert.Single(told.Clashes).Mine, StringComparison.Ordinal);
        Assert.Equal(
            [new SaidTwice("summary", was, "Terlambat", "Lebih dulu")],
            SaidTwice.Of(await bureau.Load(late), Catalogue.Find(Bureau.Service)!, told.Path, "id")
        );
        var chosen = new Dictionary<string, Side> { [Bureau.Texts] = side };
        Assert.IsType<ChangeResult.Done>(await rebase.Run(late.Id, chosen, bureau.Rina));
        var moved = await bureau.Load(late);
        Assert.Equal(summary, moved.Release!.TextsIn("id")["summary"]);
        Assert.EndsWith("# tetap\n", moved.Text(Bureau.Texts), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_sent_back_can_be_written_again()
    {
        var change = await bureau.Open();
        await bureau.Save(change, bureau.Rina, Bureau.Texts, t => Bureau.Summary(t, "Baru"));
        await bureau.Ask(change);
        var desk = bureau.Get<PublicationDesk>();
        Assert.Equal(ChangeRefusal.Unfit, No(await desk.SendBack(change.Id, " ", bureau.Publisher)));
        await desk.SendBack(change.Id, "SK belum ada", bureau.Publisher);
        var back = (await bureau.Load(change)).Change;
        Assert.Equal(ChangeState.Draft, back.State);
        Assert.Equal("SK belum ada", Assert.IsType<ChangeStep.SentBack>(back.History[^1].Step).Note);
        Assert.IsType<ChangeResult.Done>(await bureau.Ask(change));
    }

    [Fact]
    public async Task A_request_is_taken_back_and_a_change_that_was_given_up_goes_on_as_it_was_left()
    {
        var desk = bureau.Get<PublicationDesk>();
        var change = await bureau.Open();
        await bureau.Save(change, bureau.Rina, Bureau.Texts, t => Bureau.Summary(t, "Baru"));
        Assert.Equal(ChangeRefusal.NotOpen, No(await desk.TakeBack(change.Id, null, bureau.Rina)));
        await bureau.Ask(change);
        Assert.Equal(ChangeRefusal.Unknown, No(await desk.TakeBack(change.Id, null, bureau.Publisher)));
        var endless = new string('a', PublicationDesk.LongestNote + 1);
        Assert.Equal(ChangeRefusal.Unfit, No(await desk.TakeBack(change.Id, endless, bureau.Made)));
        Assert.IsType<ChangeResult.Done>(await desk.TakeBack(change.Id, " Tarif belum pasti ", bureau.Made));
        var back = await bureau.Load(change);
        Assert.Equal(new ChangeStep.TakenBack("Tarif belum pasti"), back.Change.History[^1].Step);
        Assert.Equal(ChangeState.Draft, back.Change.State);
        Assert.Equal(
            ChangeRefusal.NotOpen,
            No(await desk.Approve(change.Id, back.Hash!, bureau.Publisher, bureau.Cancel))
        );

        Assert.Equal(ChangeRefusal.NotOpen, No(await desk.TakeUp(change.Id, bureau.Rina)));
        await desk.GiveUp(change.Id, null, bureau.Rina);
        Assert.Equal(ChangeRefusal.Unknown, No(await desk.TakeUp(change.Id, bureau.Stranger)));
        Assert.IsType<ChangeResult.Done>(await desk.TakeUp(change.Id, bureau.Rina));
        var again = await bureau.Load(change);
        Assert.Equal((ChangeState.Draft, back.Hash), (again.Change.State, again.Hash));
    }

    [Fact]
    public async Task What_is_published_already_is_not_taken_back_where_only_the_step_of_its_approval_is_missing()
    {
        var change = await bureau.Open();
        await bureau.Save(change, bureau.Rina, Bureau.Texts, t => Bureau.Summary(t, "Baru"));
        await bureau.Ask(change);
        var draft = await bureau.Load(change);
        await bureau.Get<Publisher>().Publish(draft.Release!, null, bureau.Publisher.Id, change.Id, "");
        var desk = bureau.Get<PublicationDesk>();
        Assert.Equal(ChangeRefusal.NotOpen, No(await desk.TakeBack(change.Id, null, bureau.Rina)));
        Assert.Equal(ChangeRefusal.NotOpen, No(await desk.SendBack(change.Id, "belum", bureau.Publisher)));
        Assert.Equal(ChangeRefusal.NotOpen, No(await desk.GiveUp(change.Id, null, bureau.Rina)));
        Assert.IsType<ChangeResult.Done>(await desk.Approve(change.Id, draft.Hash!, bureau.Publisher, bureau.Cancel));
        Assert.Equal(ChangeRefusal.NotOpen, No(await desk.TakeBack(change.Id, null, bureau.Rina)));
    }

    [Fact]
    public async Task A_release_of_a_day_comes_into_force_at_midnight_of_each_office()
    {
        var day = new DateOnly(2026, 12, 1);
        await bureau.Published("Desember", new PublicationStart.LocalMidnight(day));
        Assert.NotEqual("Desember", InForce());
        bureau.Clock.Now = new DateTimeOffset(2026, 11, 30, 15, 30, 0, TimeSpan.Zero);
        Assert.Equal("Desember", InForce("Asia/Jayapura"));
        Assert.NotEqual("Desember", InForce("Asia/Makassar"));
        bureau.Clock.Now = new DateTimeOffset(2026, 11, 30, 17, 0, 0, TimeSpan.Zero);
        Assert.Equal("Desember", InForce());
    }

    [Fact]
    public async Task Nothing_begins_in_the_past()
    {
        var change = await bureau.Open();
        await bureau.Save(change, bureau.Rina, Bureau.Texts, t => Bureau.Summary(t, "Baru"));
        var past = new PublicationStart.Instant(Town.Present.AddMinutes(-1));
        Assert.Equal(ChangeRefusal.BadStart, No(await bureau.Ask(change, past)));
        Assert.Equal(
            ChangeRefusal.BadStart,
            No(await bureau.Ask(change, new PublicationStart.LocalMidnight(new DateOnly(2026, 11, 24))))
        );
    }

    [Fact]
    public async Task A_roll_back_puts_the_release_before_in_force_also_where_the_day_had_not_begun()
    {
        var before = InForce();
        await bureau.Published("Buruk", new PublicationStart.LocalMidnight(new DateOnly(2026, 12, 1)));
        bureau.Clock.Now = new DateTimeOffset(2026, 11, 30, 15, 30, 0, TimeSpan.Zero);
        Assert.Equal("Buruk", InForce("Asia/Jayapura"));
        Assert.IsType<PublishResult.Published>(
            await bureau.Get<Publisher>().RollBack(Bureau.Service, "tigor", "Salah")
        );
        Assert.Equal(before, InForce("Asia/Jayapura"));
        bureau.Clock.Now = bureau.Clock.Now.AddDays(2);
        Assert.All(["Asia/Jayapura", "Asia/Makassar", "Asia/Jakarta"], zone => Assert.Equal(before, InForce(zone)));
    }

    [Fact]
    public async Task There_is_nothing_to_go_back_to_before_the_first_release()
    {
        var result = await bureau.Get<Publisher>().RollBack(Bureau.Service, "tigor", null);
        Assert.Equal(ChangeRefusal.NothingBefore, Assert.IsType<PublishResult.Refused>(result).Refusal.Number);
    }

    [Fact]
    public async Task What_is_scheduled_can_be_called_off_and_what_has_begun_cannot()
    {
        var publisher = bureau.Get<Publisher>();
        await bureau.Published("Desember", new PublicationStart.LocalMidnight(new DateOnly(2026, 12, 1)));
        var number = Catalogue.Publications(Bureau.Service)[^1].Publication.Number;
        Assert.IsType<PublishResult.Published>(await publisher.CallOff(Bureau.Service, number, "tigor"));
        bureau.Clock.Now = bureau.Clock.Now.AddDays(30);
        Assert.NotEqual("Desember", InForce());

        await bureau.Published("Sekarang");
        var now = Catalogue.Publications(Bureau.Service)[^1].Publication.Number;
        var late = await publisher.CallOff(Bureau.Service, now, "tigor");
        Assert.Equal(ChangeRefusal.Begun, Assert.IsType<PublishResult.Refused>(late).Refusal.Number);
    }

    [Fact]
    public async Task A_change_is_published_once_however_often_its_approval_is_sent()
    {
        var change = await bureau.Published("Baru");
        var draft = await bureau.Load(change);
        var again = await bureau.Get<Publisher>().Publish(draft.Release!, null, "tigor", change.Id, null);
        Assert.Equal(change.Publication, Assert.IsType<PublishResult.Published>(again).Entry.Publication.Number);
        Assert.Equal(2, Catalogue.Publications(Bureau.Service).Length);
    }

    [Fact]
    public async Task A_case_goes_on_under_the_release_it_was_opened_with()
    {
        var old = Catalogue.Find(Bureau.Service)!;
        await bureau.Published("Baru");
        await bureau.Restart();
        Assert.Equal(old.TextsIn("id")["summary"], Catalogue.Release(old.Hash).TextsIn("id")["summary"]);
    }

    [Fact]
    public async Task A_newer_folder_does_not_put_aside_what_people_published()
    {
        using var copy = new Publishing.ServicesCopy();
        await using var other = new Bureau { Services = copy.Folder };
        await other.InitializeAsync();
        copy.Change($"{Bureau.Service}/{Bureau.Texts}", "summary: Catatkan", "summary: Folder baru. Catatkan");
        await other.Restart();
        var fromFolder = other.Get<ServiceCatalogue>().Find(Bureau.Service)!;
        Assert.StartsWith("Folder baru", fromFolder.TextsIn("id")["summary"], StringComparison.Ordinal);

        await other.Published("Dari orang");
        copy.Change($"{Bureau.Service}/{Bureau.Texts}", "Folder baru", "Folder lebih baru");
        await other.Restart();
        Assert.Equal("Dari orang", other.Get<ServiceCatalogue>().Find(Bureau.Service)!.TextsIn("id")["summary"]);
    }
}
