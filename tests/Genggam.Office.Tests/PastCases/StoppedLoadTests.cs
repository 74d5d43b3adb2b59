using Genggam.Journal;
using Genggam.Office.PastCases;
using Microsoft.Extensions.DependencyInjection;

namespace Genggam.Office.Tests.PastCases;

public sealed class StoppedLoadTests(Province province) : IClassFixture<Province>
{
    private static readonly PastCasesOrder Some = new(null, 400, Seed: 11, Days: 60, []) { Stretch = 64 };

    [Fact]
    public async Task The_same_seed_and_present_give_the_same_cases_and_another_seed_gives_others()
    {
        var (one, other, third) = (await province.Empty(), await province.Empty(), await province.Empty());
        await Province.Load(one, Some);
        // Nor does it matter how many are led together.
        await Province.Load(other, Some with { Stretch = 300 });
        await Province.Load(third, Some with { Seed = 12 });

        Assert.Equal(await Province.Content(one), await Province.Content(other));
        Assert.NotEqual(await Province.Content(one), await Province.Content(third));
    }

    [Fact]
    public async Task A_load_that_is_stopped_twice_ends_as_one_that_is_not()
    {
        var (whole, stopped) = (await province.Empty(), await province.Empty());
        await Province.Load(whole, Some);

        await StopAfter(stopped, 100);
        await StopAfter(stopped, 250);
        var rest = await Province.Load(stopped, Some);

        Assert.InRange(rest.Cases, 1, Some.Cases - 250);
        Assert.Equal(await Province.Content(whole), await Province.Content(stopped));
        Assert.True((await stopped.GetRequiredService<JournalStore>().Verify()).Holds);
    }

    [Fact]
    public async Task A_load_that_is_done_is_not_done_again()
    {
        var services = await province.Empty();
        await Province.Load(services, Some);
        var before = await Province.Content(services);

        Assert.Equal(0, (await Province.Load(services, Some)).Cases);
        Assert.Equal(before, await Province.Content(services));
    }

    private static async Task StopAfter(IServiceProvider services, int cases)
    {
        using var stop = new CancellationTokenSource();
        var progress = new Stopping(cases, stop);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            Province.Load(services, Some, progress, stop.Token)
        );
    }

    private sealed class Stopping(int after, CancellationTokenSource stop) : IProgress<PastCasesProgress>
    {
        public void Report(PastCasesProgress value)
        {
            if (value.Cases >= after)
                stop.Cancel();
        }
    }
}
