using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Genggam.Engine;
using Genggam.Engine.Tests.Migrating;
using Genggam.Journal;
using Genggam.Office.Cases;
using Genggam.Office.Changes;
using Genggam.Office.Changes.DryRuns;
using Genggam.Office.Safekeeping;
using Genggam.Standards.Feel;

namespace Genggam.Office.Tests.Changes.Migrating;

/// <summary>
/// Very many running cases are moved by a program that is killed with SIGKILL twice in the middle, and the third time while
/// officers work on the same cases. <c>GENGGAM_MIGRATED</c> says how many cases, <c>GENGGAM_SEED</c> repeats a run.
/// </summary>
public sealed class KilledMigrationTests
{
    private static readonly int Cases = Given("GENGGAM_MIGRATED") ?? 400;
    private static readonly int Seed = Given("GENGGAM_SEED") ?? Random.Shared.Next();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_case_moves_once_whoever_is_killed_and_whoever_works_and_goes_back_as_it_was()
    {
        Console.WriteLine($"seed {Seed} (GENGGAM_SEED), {Cases} cases (GENGGAM_MIGRATED)");
        var random = new Random(Seed);
        var watch = Stopwatch.StartNew();
        var office = await KitchenOffice.Open();
        var (folder, ids) = (office.Folder, await office.HandIn(Cases, Cancel));
        var before = await office.LoadAll(ids);
        var id = await office.Start();
        await office.Close();
        Told($"{Cases} running cases");

        var pages = Cases / 64;
        foreach (var round in new[] { 1, 2 })
        {
            await RunUntilKilled(folder, id, random.Next(1, Math.Max(2, pages / 3)));
            office = await KitchenOffice.Open(folder);
            var now = await office.LoadAll(ids);
            var moved = now.Values.Count(c => c.Case.Release == office.Target.Hash);
            Assert.InRange(moved, 1, Cases - 1);
            Assert.All(now.Values, MovedOnceOrNotAtAll);
            Assert.Equal(MigrationStates.Running, (await office.Get<Migrations>().Status(id))!.State);
            await office.Close();
            Told($"killed, {moved} moved");
        }

        office = await KitchenOffice.Open(folder);
        await using var last = office;
        using var over = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var work = Task.Run(() => WorkOn(office, ids, random, over.Token), Cancel);
        var status = await office.Run(id);
        await over.CancelAsync();
        var worked = await work;
        Told($"done, while {worked.Count} cases were worked on");

        Assert.Equal((MigrationStates.Done, Cases), (status.State, status.Results[MigratedCase.Moved]));
        var after = await office.LoadAll(ids);
        Assert.All(after.Values, c => Assert.Equal(office.Target.Hash, c.Case.Release));
        Assert.All(after.Values, MovedOnceOrNotAtAll);
        foreach (var one in ids.Except(worked.Keys))
            Assert.Equal(Kept(before[one].Case), Kept(after[one].Case));

        Assert.True(await office.Get<Migrations>().Undo(id));
        var undone = await office.Run(id);
        Told("undone");

        Assert.Equal(Cases, undone.Results.Values.Sum());
        foreach (var (one, back) in await office.LoadAll(ids))
            if (!worked.ContainsKey(one))
                SameCase.Assert(before[one].Case, back.Case);
            else if (back.Case.Release == office.Old.Hash)
                Assert.Null(back.Case.MovedBy);
        Assert.True(undone.Results[MigratedCase.Undone] >= Cases - worked.Count);
        var again = await office.Get<OwnReplay>().Run(KitchenOffice.Service, null, null, Cancel);
        Assert.True(again.Holds, string.Join('\n', again.Differences));
        var inspection = await office.Get<Inspection>().Run(null, Cancel);
        Assert.True(inspection.Holds, string.Join('\n', inspection.Findings));
        Told("verified");

        void Told(string what) =>
            Console.WriteLine(
                string.Create(CultureInfo.InvariantCulture, $"{watch.Elapsed.TotalSeconds, 6:0.0} s  {what}")
            );
    }

    private static void MovedOnceOrNotAtAll(LoadedCase loaded)
    {
        var moves = loaded.Entries.Count(e => e.Command is Command.Migrate);
        Assert.Equal(loaded.Case.MovedBy is null ? 0 : 1, moves);
    }

    /// <summary>What a move does not touch.</summary>
    private static string Kept(Case state) =>
        $"{FeelJson.Plain(state.Data)} {string.Join(' ', state.Tasks.Values.Select(t => (t.Id, t.Assignee)))} {state.Tokens.Count} {state.ClockFrom}";

    private static async Task RunUntilKilled(string folder, MigrationId id, int pages)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        foreach (var argument in (string[])[MigrationChild.Verb, folder, id.ToString()])
            start.ArgumentList.Add(argument);
        using var child = Process.Start(start)!;
        var came = 0;
        while (await child.StandardOutput.ReadLineAsync(Cancel) is { } line)
            if (line == MigrationChild.Came && ++came == pages)
                child.Kill();
        await child.WaitForExitAsync(Cancel);
        Assert.True(came >= pages, "the program ended before it was killed");
    }

    /// <summary>Officers go on as if nothing were: they take tasks, give them back and write remarks.</summary>
    private static async Task<ConcurrentDictionary<CaseId, int>> WorkOn(
        KitchenOffice office,
        ImmutableArray<CaseId> ids,
        Random random,
        CancellationToken over
    )
    {
        var worked = new ConcurrentDictionary<CaseId, int>();
        while (!over.IsCancellationRequested)
        {
            var id = ids[random.Next(ids.Length)];
            Command command = random.Next(3) switch
            {
                0 => new Command.Claim($"{KitchenOffice.Step}.1"),
                1 => new Command.Unclaim($"{KitchenOffice.Step}.1"),
                _ => new Command.Comment(Personal.Text("Sudah ditelepon.")),
            };
            switch (await office.Send(id, command, KitchenOffice.Verifier))
            {
                case RunResult.Accepted:
                    worked[id] = 1;
                    break;
                case RunResult.Refused { Refusal.Number: var number }:
                    Assert.Contains(number, (string[])[Refusals.TaskNotOpen, Refusals.HeldByAnother]);
                    break;
                case var other:
                    Assert.Fail($"{command}: {other}");
                    break;
            }
            await Task.Yield();
        }
        return worked;
    }

    private static int? Given(string name) =>
        int.TryParse(
            Environment.GetEnvironmentVariable(name),
            NumberStyles.Integer,
            CultureInfo.InvariantCulture,
            out var given
        )
            ? given
            : null;
}
