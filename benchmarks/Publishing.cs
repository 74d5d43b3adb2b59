using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Genggam.Journal.Tests;
using Npgsql;

namespace Genggam.Benchmarks;

/// <summary>
/// Two nodes of the published program over one PostgreSQL. A release comes into force and very many running cases move to
/// it while people read and programs hand in at the first node. What moves them is killed twice: the verb, then the second
/// node. In the end they are taken back.
/// </summary>
internal sealed partial class Publishing : IDisposable
{
    private const string Moves = "SELECT count(*) FROM genggam.entry WHERE kind = 'migrate'";
    private readonly string data = Directory.CreateTempSubdirectory("genggam-bench-").FullName;
    private readonly string program;
    private readonly NpgsqlDataSource database;
    private readonly (string Name, string Value)[] settings;

    private Publishing(string program, string postgres)
    {
        (this.program, database) = (program, NpgsqlDataSource.Create(postgres));
        settings = [("Genggam__Postgres", postgres), ("Genggam__DemoCases", "0"), ("RateLimits__api", "100000000")];
    }

    public static async Task Run(string program, int cases)
    {
        await using var postgres = new PostgresCluster();
        await postgres.InitializeAsync();
        using var bench = new Publishing(program, postgres.ConnectionString);
        await bench.Run(cases);
    }

    public void Dispose()
    {
        database.Dispose();
        Directory.Delete(data, recursive: true);
    }

    private async Task Run(int cases)
    {
        await using var first = await Server.Start(program, data, settings);
        using var client = await Machine.SignedIn(first.Address, Births.Agency);
        var births = await Births.At(client);
        await HandIn(births, cases);
        using var over = new CancellationTokenSource();
        var asking = Asking.Begin(client, births, over.Token);

        var hash = await FirstCase(births);
        var old =
            $"SELECT count(*) FROM genggam.case_summary WHERE service = '{Births.Service}' AND release_hash NOT LIKE '{hash}%'";
        // Some came between the beginning of the requests and the publishing.
        cases = Convert.ToInt32(await Scalar(old), CultureInfo.InvariantCulture);
        var moving = Stopwatch.StartNew();
        await using (await Server.Start(program, data, settings))
        {
            await MoveUntilKilled(hash, cases / 3);
            await Until(Moves, cases * 2 / 3);
            // Leaving kills the second node.
        }
        await Until("SELECT count(*) FROM genggam.migration WHERE state = 'done'", 1);
        Report.Line($"{cases} running cases moved, killed twice", $"{moving.Elapsed.TotalSeconds:N0} s");
        await Expect(
            "of them moved once",
            "SELECT count(*) FROM (SELECT FROM genggam.entry WHERE kind = 'migrate' GROUP BY case_id HAVING count(*) = 1) AS once",
            cases
        );
        await Expect("moves in all", Moves, cases);
        Report.Line("every entry decided again", $"{await LastLine("dry-run", "--own", "--service", Births.Service)}");

        var id = await Scalar("SELECT encode(migration_id, 'hex') FROM genggam.migration");
        await LastLine("migrate", "--service", Births.Service, "--undo", (string)id);
        await Expect("of them taken back", old, cases);
        await over.CancelAsync();
        var (answered, failed) = await asking;
        Report.Line(
            "requests at the first node from the publishing on",
            $"{answered} answered, {failed} failed (bar 0: {(failed == 0 ? "met" : "missed")})"
        );
        Report.Line("every entry decided again", $"{await LastLine("dry-run", "--own", "--service", Births.Service)}");
        Report.Line("the journal", $"{await LastLine("verify")}");
    }

    private static async Task HandIn(Births births, int cases)
    {
        var watch = Stopwatch.StartNew();
        await Parallel.ForAsync(
            0,
            cases,
            new ParallelOptions { MaxDegreeOfParallelism = 32 },
            async (_, _) => await births.HandIn()
        );
        Report.Line("running cases handed in", $"{cases} in {watch.Elapsed.TotalSeconds:N0} s");
    }

    /// <summary>Publishes; the time from the end of the verb to the first receipt of a case under the new release.</summary>
    private async Task<string> FirstCase(Births births)
    {
        var drafts = Path.Combine(data, "drafts");
        ServicesCopy.Make(program, drafts);
        var folder = Path.Combine(drafts, Births.Service);
        var texts = Path.Combine(folder, "texts", "id.yaml");
        await File.WriteAllTextAsync(
            texts,
            Summary().Replace(await File.ReadAllTextAsync(texts), "summary: Rilis baru")
        );
        var hash = Hash().Match(await LastLine("publish", folder)).Groups[1].Value;
        var published = Stopwatch.StartNew();
        for (var under = ""; under != hash; )
        {
            var number = await births.HandIn();
            under = (string)await Scalar($"SELECT release_hash FROM genggam.case_summary WHERE number = '{number}'");
        }
        Report.Line(
            "first case on a new release, from its publishing",
            $"{published.Elapsed.TotalSeconds:N2} s (bar 2: {(published.Elapsed.TotalSeconds <= 2 ? "met" : "missed")})"
        );
        return hash;
    }

    private async Task MoveUntilKilled(string hash, int moved)
    {
        using var verb = Verb("migrate", hash, "--service", Births.Service);
        var end = verb.StandardOutput.ReadToEndAsync();
        await Until(Moves, moved);
        if (verb.HasExited)
            throw new InvalidOperationException($"The move ended before it was killed: {await end}");
        verb.Kill();
        await verb.WaitForExitAsync();
    }

    private async Task<string> LastLine(params string[] arguments)
    {
        using var verb = Verb(arguments);
        var said = await verb.StandardOutput.ReadToEndAsync();
        await verb.WaitForExitAsync();
        return verb.ExitCode == 0
            ? said.Trim().Split('\n')[^1].Trim()
            : throw new InvalidOperationException($"{string.Join(' ', arguments)} ended with {verb.ExitCode}: {said}");
    }

    private Process Verb(params string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(program, "genggam"), [.. arguments, "--data", data])
        {
            RedirectStandardOutput = true,
        };
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    private async Task Until(string count, int least)
    {
        while (Convert.ToInt32(await Scalar(count), CultureInfo.InvariantCulture) < least)
            await Task.Delay(50);
    }

    private async Task Expect(string what, string count, int expected)
    {
        var found = Convert.ToInt32(await Scalar(count), CultureInfo.InvariantCulture);
        Report.Line(what, $"{found} (must be {expected}: {(found == expected ? "holds" : "FAILED")})");
        if (found != expected)
            throw new InvalidOperationException($"{what}: {found}, not {expected}.");
    }

    private async Task<object> Scalar(string sql)
    {
        await using var command = database.CreateCommand(sql);
        return await command.ExecuteScalarAsync() ?? throw new InvalidOperationException($"Nothing: {sql}");
    }

    [GeneratedRegex("^summary: .*$", RegexOptions.Multiline)]
    private static partial Regex Summary();

    [GeneratedRegex(@"\b([0-9a-f]{64})\b")]
    private static partial Regex Hash();

    /// <summary>Twenty requests a second whatever comes back: applications, and pages of the service.</summary>
    private static class Asking
    {
        private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(50);

        public static async Task<(int Answered, int Failed)> Begin(
            HttpClient client,
            Births births,
            CancellationToken over
        )
        {
            var sent = new List<Task<bool>>();
            using var timer = new PeriodicTimer(Every);
            try
            {
                for (var i = 0; await timer.WaitForNextTickAsync(over); i++)
                    sent.Add(Answered(client, i % 2 == 0 ? births.Application() : Page(i)));
            }
            catch (OperationCanceledException)
            {
                // Enough was asked.
            }
            var answered = await Task.WhenAll(sent);
            return (answered.Length, answered.Count(ok => !ok));
        }

        private static HttpRequestMessage Page(int i) =>
            new(HttpMethod.Get, $"/layanan/{Births.Service}{(i % 4 == 1 ? "" : "/cek")}");

        private static async Task<bool> Answered(HttpClient client, HttpRequestMessage request)
        {
            try
            {
                using (request)
                using (var answer = await client.SendAsync(request))
                {
                    await answer.Content.CopyToAsync(Stream.Null);
                    return answer.IsSuccessStatusCode;
                }
            }
            catch (HttpRequestException)
            {
                return false;
            }
        }
    }
}
