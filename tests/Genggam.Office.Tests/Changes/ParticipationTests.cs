using Genggam.Engine;
using Genggam.Journal;
using Genggam.Office.Changes;

namespace Genggam.Office.Tests.Changes;

/// <summary>What the service standard promises changes only after the public was heard.</summary>
public sealed class ParticipationTests : IAsyncLifetime
{
    private readonly Bureau bureau = new();

    private PublicationDesk Desk => bureau.Get<PublicationDesk>();

    public ValueTask InitializeAsync() => bureau.InitializeAsync();

    public ValueTask DisposeAsync() => bureau.DisposeAsync();

    private async Task<Change> Changed(string path, Func<string, string> otherwise)
    {
        var change = await bureau.Open();
        Assert.IsType<ChangeResult.Done>(await bureau.Save(change, bureau.Rina, path, otherwise));
        return change;
    }

    private Task<Change> Promised() =>
        Changed(
            PromiseEdit.File,
            t => t.Replace("permendagri-108-2019", "permendagri-109-2019", StringComparison.Ordinal)
        );

    private async Task<ChangeResult> Ask(Change change, string? number, DateOnly? held, string? link) =>
        await Desk.Ask(
            change.Id,
            new PublicationAsk((await bureau.Load(change)).Hash!, null, "", null, number)
            {
                ConsultationHeld = held,
                ConsultationLink = link,
            },
            bureau.Rina,
            bureau.Cancel
        );

    private static ChangeRefusal No(ChangeResult result) => Assert.IsType<ChangeResult.Refused>(result).Refusal;

    [Fact]
    public async Task A_promise_that_changes_is_asked_for_with_the_minutes_and_not_without()
    {
        var change = await Promised();
        var day = new DateOnly(2026, 11, 2);
        var no = No(await Ask(change, null, null, null));
        Assert.Equal(
            (ChangeRefusal.NotHeard, "consultation", "standard.procedure.legal_basis"),
            (no.Number, no.Slots[0], no.Slots[1])
        );
        Assert.Equal("consultation_held", No(await Ask(change, "BA 1/2026", null, null)).Slots[0]);
        Assert.Equal("consultation_link", No(await Ask(change, "BA 1/2026", day, null)).Slots[0]);
        Assert.Equal(ChangeState.Draft, (await bureau.Load(change)).Change.State);

        Assert.IsType<ChangeResult.Done>(await Ask(change, "BA 1/2026", day, "https://dukcapil.example/ba-1-2026.pdf"));
        var request = (await bureau.Load(change)).Change.Request!;
        Assert.Equal(
            ("BA 1/2026", day, "https://dukcapil.example/ba-1-2026.pdf"),
            (request.Consultation, request.ConsultationHeld, request.ConsultationLink)
        );
    }

    [Theory]
    [InlineData("2026-11-02", "javascript:alert(1)", "consultation_link")]
    [InlineData("2026-11-02", "ba-1-2026.pdf", "consultation_link")]
    [InlineData("2027-11-02", "https://dukcapil.example/ba.pdf", "consultation_held")]
    public async Task Minutes_of_a_day_to_come_or_at_no_address_are_refused(string day, string link, string field)
    {
        var no = No(await Ask(await Promised(), "BA 1/2026", DateOnly.Parse(day), link));
        Assert.Equal((ChangeRefusal.BadMinutes, field), (no.Number, no.Slots[0]));
    }

    [Fact]
    public async Task A_text_changes_without_minutes()
    {
        var change = await Changed(Bureau.Texts, t => Bureau.Summary(t, "Lebih jelas"));
        Assert.Empty(bureau.Get<Participation>().Touched(await bureau.Load(change)));
        Assert.IsType<ChangeResult.Done>(await Ask(change, null, null, null));
    }

    [Fact]
    public async Task What_was_asked_for_without_minutes_before_they_were_needed_is_not_published()
    {
        var change = await Promised();
        var draft = await bureau.Load(change);
        var request = new PublicationRequest(draft.Hash!, null, "", null, null, 0);
        await bureau.Get<ChangeDesk>().Take(draft.Change, new ChangeStep.Asked(request), bureau.Rina, []);
        var no = No(await Desk.Approve(change.Id, draft.Hash!, bureau.Publisher, bureau.Cancel));
        Assert.Equal(ChangeRefusal.NotHeard, no.Number);
    }

    [Fact]
    public async Task Running_cases_are_moved_when_what_was_asked_for_is_published_at_once()
    {
        var change = await Changed(Bureau.Texts, t => Bureau.Summary(t, "Pindah"));
        var draft = await bureau.Load(change);
        var ask = new PublicationAsk(draft.Hash!, null, "", null, null)
        {
            Running = new RunningCases(true, DeadlineRule.Anew),
        };
        Assert.IsType<ChangeResult.Done>(await Desk.Ask(change.Id, ask, bureau.Rina, bureau.Cancel));
        Assert.Empty(await bureau.Get<Migrations>().Of(Bureau.Service, 10));
        await Desk.Approve(change.Id, draft.Hash!, bureau.Publisher, bureau.Cancel);
        var run = Assert.Single(await bureau.Get<Migrations>().Of(Bureau.Service, 10));
        Assert.Equal(
            (draft.Base.Hash, draft.Hash, DeadlineRule.Anew, TimerRule.Keep, "tigor"),
            (run.Plan.From, run.Plan.To, run.Plan.Deadline, run.Plan.Timers, run.By)
        );
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_approval_that_was_cut_off_is_given_again_and_moves_the_cases_once(bool moving)
    {
        var change = await Changed(Bureau.Texts, t => Bureau.Summary(t, "Terputus"));
        var draft = await bureau.Load(change);
        var running = new RunningCases(true);
        var ask = new PublicationAsk(draft.Hash!, null, "", null, null) { Running = running };
        await Desk.Ask(change.Id, ask, bureau.Rina, bureau.Cancel);
        await bureau.Get<Publisher>().Publish(draft.Release!, null, bureau.Publisher.Id, change.Id, "");
        var migrations = bureau.Get<Migrations>();
        if (moving)
            await migrations.Start(
                running.Plan(draft.Base.Hash, draft.Hash!),
                MigrationFilter.All,
                bureau.Publisher,
                new MigrationId(change.Id.Value)
            );
        Assert.IsType<ChangeResult.Done>(await Desk.Approve(change.Id, draft.Hash!, bureau.Publisher, bureau.Cancel));
        Assert.Equal(draft.Hash, Assert.Single(await migrations.Of(Bureau.Service, 10)).Plan.To);
    }

    [Fact]
    public async Task An_approval_given_again_after_its_release_was_taken_back_moves_nothing()
    {
        var change = await Changed(Bureau.Texts, t => Bureau.Summary(t, "Ditarik"));
        var draft = await bureau.Load(change);
        var ask = new PublicationAsk(draft.Hash!, null, "", null, null) { Running = new RunningCases(true) };
        await Desk.Ask(change.Id, ask, bureau.Rina, bureau.Cancel);
        await bureau.Get<Publisher>().Publish(draft.Release!, null, bureau.Publisher.Id, change.Id, "");
        await bureau.Get<Publisher>().RollBack(Bureau.Service, "tigor", "Salah");
        Assert.IsType<ChangeResult.Done>(await Desk.Approve(change.Id, draft.Hash!, bureau.Publisher, bureau.Cancel));
        Assert.Empty(await bureau.Get<Migrations>().Of(Bureau.Service, 10));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_begins_on_a_day_to_come_or_is_to_finish_as_it_began_moves_no_case(bool move)
    {
        var change = await Changed(Bureau.Texts, t => Bureau.Summary(t, "Nanti"));
        var draft = await bureau.Load(change);
        var start = move ? new PublicationStart.LocalMidnight(new DateOnly(2026, 12, 1)) : null;
        var ask = new PublicationAsk(draft.Hash!, start, "", null, null) { Running = new RunningCases(move) };
        await Desk.Ask(change.Id, ask, bureau.Rina, bureau.Cancel);
        Assert.IsType<ChangeResult.Done>(await Desk.Approve(change.Id, draft.Hash!, bureau.Publisher, bureau.Cancel));
        Assert.Empty(await bureau.Get<Migrations>().Of(Bureau.Service, 10));
    }
}
