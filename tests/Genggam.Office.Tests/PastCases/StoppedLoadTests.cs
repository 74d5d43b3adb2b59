using Genggam.Journal;
using Genggam.Office.Cases;
using Genggam.Office.PastCases;
using Microsoft.Extensions.DependencyInjection;

namespace Genggam.Office.Tests.PastCases;

public sealed class StoppedLoadTests(Installations installations) : IClassFixture<Installations>
{
    private static readonly PastCasesOrder Some = new(null, 400, Seed: 11, Days: 60, []) { Stretch = 64 };

    [Fact]
    public async Task The_same_seed_and_present_give_the_same_cases_and_another_seed_gives_others()
    {
        var (one, other, third) = (
            await installations.Empty(),
            await installations.Empty(),
            await installations.Empty()
        );
        await Installations.Load(one, Some);
        // Nor does it matter how many are led together.
        await Installations.Load(other, Some with { Stretch = 300 });
        await Installations.Load(third, Some with { Seed = 12 });

        Assert.Equal(await Installations.Content(one), await Installations.Content(other));
        Assert.NotEqual(await Installations.Content(one), await Installations.Content(third));
    }

    [Fact]
    public async Task A_load_that_is_stopped_twice_ends_as_one_that_is_not()
    {
        var (whole, stopped) = (await installations.Empty(), await installations.Empty());
        await Installations.Load(whole, Some);

        await StopAfter(stopped, 100);
        await StopAfter(stopped, 250);
        var rest = await Installations.Load(stopped, Some);

        Assert.InRange(rest.Cases, 1, Some.Cases - 250);
        Assert.Equal(await Installations.Content(whole), await Installations.Content(stopped));
        Assert.True((await stopped.GetRequiredService<JournalStore>().Verify()).Holds);
    }

    [Fact]
    public async Task A_load_that_is_done_is_not_done_again()
    {
        var services = await installations.Empty();
        await Installations.Load(services, Some);
        var before = await Installations.Content(services);

        Assert.Equal(0, (await Installations.Load(services, Some)).Cases);
        Assert.Equal(before, await Installations.Content(services));
    }

    [Fact]
    public async Task Somebody_known_is_given_the_first_cases_in_their_own_name_at_the_offices_of_where_they_come_from()
    {
        var siti = new StoryPerson("3578014101900001", "Siti Contoh", "081234500001");
        var services = await installations.Empty();
        var told = await Installations.Load(services, new(null, 3, Seed: 7, Days: 30, [siti, siti, siti]));
        Assert.Equal((3, 0), (told.Cases, told.Left));

        var journal = services.GetRequiredService<JournalStore>();
        var hers = await journal.Cases.OfApplicant((await journal.Subjects.FindByNik(siti.Nik))!.Value, 10);
        Assert.Equal(
            ["bkpm", "dinkes-surabaya", "dukcapil-surabaya"],
            hers.Rows.Select(r => r.Summary.Agency).Order(StringComparer.Ordinal)
        );
        foreach (var row in hers.Rows)
        {
            var loaded = (
                await services.GetRequiredService<CaseReader>().Load(row.Case, TestContext.Current.CancellationToken)
            )!;
            Assert.Equal(siti.Name, Town.HandedIn(loaded).At("pemohon.nama").ToString());
        }
    }

    private static async Task StopAfter(IServiceProvider services, int cases)
    {
        using var stop = new CancellationTokenSource();
        var progress = new Stopping(cases, stop);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            Installations.Load(services, Some, progress, stop.Token)
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
