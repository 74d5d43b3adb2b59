using Genggam.Engine;
using Genggam.Journal;
using Genggam.Office.Effects;
using Genggam.Office.Tests.People;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Genggam.Office.Tests.Effects;

public sealed class EffectRunnerTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("genggam-effects").FullName;
    private ServiceProvider services = null!;

    private JournalStore Journal => services.GetRequiredService<JournalStore>();
    private TestClock Clock => (TestClock)services.GetRequiredService<TimeProvider>();

    public async ValueTask InitializeAsync() => services = await Town.Open(Town.OptionsIn(folder));

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private async Task<CaseId> UnreadableCaseThatWants(Effect effect)
    {
        var id = new CaseId(Guid.CreateVersion7());
        var appended = await Journal.Append(
            new NewEntry
            {
                Case = id,
                ExpectedSequence = 0,
                At = Clock.Now,
                Kind = "submit",
                Open = "{\"not\":\"a case\"}"u8.ToArray(),
                Outbox = [new OutboxItem($"{id.Value:N}/{effect.Id}", effect.GetType().Name, EntryCodec.Body(effect))],
            }
        );
        Assert.IsType<AppendResult.Appended>(appended);
        return id;
    }

    private async Task RunFor(TimeSpan span)
    {
        var runner = services.GetRequiredService<EffectRunner>();
        for (var end = Clock.Now + span; Clock.Now < end; Clock.Now += TimeSpan.FromMinutes(10))
            while (await runner.RunDue(TestContext.Current.CancellationToken) > 0) { }
    }

    [Fact]
    public async Task A_deadline_that_fails_for_a_week_still_waits()
    {
        await UnreadableCaseThatWants(new Effect.SetTimer("1.1.0", "limit@1", Clock.Now));
        await RunFor(TimeSpan.FromDays(7));
        Assert.NotNull(await Journal.Outbox.NextDue());
    }

    [Fact]
    public async Task A_letter_whose_case_cannot_be_read_waits_and_does_not_stop_the_runner()
    {
        await UnreadableCaseThatWants(new Effect.IssueDocument("1.1.0", "kutipan"));
        await RunFor(TimeSpan.FromDays(1));
        Assert.NotNull(await Journal.Outbox.NextDue());
    }

    [Fact]
    public async Task A_notice_is_given_up_after_three_days_and_not_before()
    {
        await UnreadableCaseThatWants(new Effect.SendNotice("1.1.0", "received"));
        await RunFor(TimeSpan.FromDays(2));
        Assert.NotNull(await Journal.Outbox.NextDue());
        await RunFor(TimeSpan.FromDays(3));
        Assert.Null(await Journal.Outbox.NextDue());
    }
}
