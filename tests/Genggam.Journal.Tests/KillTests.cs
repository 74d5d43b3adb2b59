using System.Diagnostics;
using System.Globalization;

namespace Genggam.Journal.Tests;

/// <summary>
/// Twenty times: a program under load is killed with SIGKILL at a seeded random moment. What it acknowledged is there
/// exactly once, and what it did not is there at most once and exactly once after a retry with the same key. SIGKILL
/// says nothing about power loss; for that the settings are read back at start.
/// </summary>
public sealed class KillTests(PostgresCluster cluster)
{
    private static readonly int Kills = int.TryParse(
        Environment.GetEnvironmentVariable("GENGGAM_KILLS"),
        NumberStyles.Integer,
        CultureInfo.InvariantCulture,
        out var more
    )
        ? more
        : 20;
    private static readonly int seed = int.TryParse(
        Environment.GetEnvironmentVariable("GENGGAM_SEED"),
        NumberStyles.Integer,
        CultureInfo.InvariantCulture,
        out var given
    )
        ? given
        : Random.Shared.Next();

    [Fact]
    public Task What_was_acknowledged_survives_twenty_kills_on_sqlite() => KillTwentyTimes(Given.OnSqlite());

    [Fact]
    public Task What_was_acknowledged_survives_twenty_kills_on_postgresql() =>
        KillTwentyTimes(Given.OnPostgres(cluster));

    private static async Task KillTwentyTimes(JournalOptions options)
    {
        Console.WriteLine($"seed {seed} (GENGGAM_SEED)");
        await using (await JournalStore.Open(options)) { }
        var random = new Random(seed);
        var acknowledged = new HashSet<string>();
        for (var round = 0; round < Kills; round++)
        {
            var said = await RunUntilKilled(options, round, random.Next(1, 400));
            acknowledged.UnionWith(said.Where(s => s.Acknowledged).Select(s => s.Name(round)));
            await using var journal = await JournalStore.Open(options);
            await RetryUnacknowledged(journal, round, said);
        }
        await CheckExactlyOnce(options, acknowledged);
        Directory.Delete(options.Folder, recursive: true);
    }

    private static async Task<List<Said>> RunUntilKilled(JournalOptions options, int round, int acknowledgements)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        string[] arguments =
        [
            KillChild.Verb,
            options.Folder,
            options.Postgres ?? "",
            options.Schema,
            round.ToString(CultureInfo.InvariantCulture),
        ];
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        using var child = Process.Start(start)!;
        var said = new List<Said>();
        while (await child.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (Said.Parse(line) is { } one)
                said.Add(one);
            if (said.Count(s => s.Acknowledged) == acknowledgements)
                child.Kill();
        }
        await child.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(said.Count(s => s.Acknowledged) >= acknowledgements, "the program ended before it was killed");
        return said;
    }

    // What was asked last in each case is either there or not: the same key makes it exactly one.
    private static async Task RetryUnacknowledged(JournalStore journal, int round, List<Said> said)
    {
        foreach (var last in said.GroupBy(s => s.Line).Select(line => line.Last()).Where(last => !last.Acknowledged))
        {
            var entries = await journal.Read(last.Case);
            var command = KillChild.Command(last.Case, round, last.Line, last.Number, last.Subject) with
            {
                ExpectedSequence = entries.Length,
                PreviousHash = entries.IsEmpty ? Digest.Zero : entries[^1].Hash,
            };
            var there = entries.Length == last.Number + 1;
            var answer = await journal.Append(command);
            Assert.True(there ? answer is AppendResult.Replayed : answer is AppendResult.Appended, $"{last}: {answer}");
        }
    }

    private static async Task CheckExactlyOnce(JournalOptions options, HashSet<string> acknowledged)
    {
        await using var journal = await JournalStore.Open(options);
        var report = await journal.Verify();
        Assert.Empty(report.Findings);
        var there = await journal.ReadFrom(0, int.MaxValue);
        Assert.Equal(there.Length, there.Select(entry => entry.Kind).Distinct().Count());
        Assert.Empty(acknowledged.Except(there.Select(entry => entry.Kind)));
        Assert.All(there, entry => Assert.IsType<EntryPart.Readable>(Assert.Single(entry.Sealed)));
        var effects = await journal.Outbox.TakeDue(Given.Noon, int.MaxValue, TimeSpan.FromMinutes(1));
        Assert.Equal(there.Select(e => e.Kind).Order(), effects.Select(effect => effect.EffectId).Order());
    }

    private sealed record Said(bool Acknowledged, CaseId Case, SubjectId Subject, int Line, int Number)
    {
        public string Name(int round) => KillChild.Name(round, Line, Number);

        // A line cut by the kill says nothing.
        public static Said? Parse(string line) =>
            line.Split(' ') is [var what, var @case, var subject, var number, var command, "."]
            && Guid.TryParse(@case, out var caseId)
            && Guid.TryParse(subject, out var subjectId)
                ? new(
                    what == "acknowledged",
                    new CaseId(caseId),
                    new SubjectId(subjectId),
                    int.Parse(number, CultureInfo.InvariantCulture),
                    int.Parse(command, CultureInfo.InvariantCulture)
                )
                : null;
    }
}
