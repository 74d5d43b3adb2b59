using Genggam.Journal.Tests;

namespace Genggam.Benchmarks;

/// <summary>
/// Business numbers applied for over the API (token, validation, decision, encryption, chain, durable) against a program
/// that only writes the rows. Letters are left to another node. On PostgreSQL neither side counts the database server.
/// </summary>
internal static class Submissions
{
    private const int Waiting = 64;
    private const int BareSubmissions = 20_000;
    private static readonly TimeSpan Warm = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(15);

    public static async Task Run(string program)
    {
        await On("SQLite", program, null);
        await using var postgres = new PostgresCluster();
        await postgres.InitializeAsync();
        await On("PostgreSQL", program, postgres.ConnectionString);
    }

    private static async Task On(string name, string program, string? postgres)
    {
        var folder = Directory.CreateTempSubdirectory("genggam-bench-").FullName;
        try
        {
            var (rate, cpu) = await Submit(program, folder, postgres);
            var bare = postgres is null
                ? await BareRows.OnSqlite(folder, BareSubmissions)
                : await BareRows.OnPostgres(postgres, BareSubmissions);
            Report.Line($"{name}: submissions", $"{rate:N0}/s, {cpu:N0} us of server CPU each; bare rows {bare:N0} us");
            Report.Times($"{name}: server CPU against bare rows", cpu / bare, "at most 8 times", t => t <= 8);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<(double Rate, double CpuMicros)> Submit(string program, string folder, string? postgres)
    {
        List<(string, string)> settings =
        [
            ("Genggam__RunEffects", "false"),
            ("Genggam__DemoCases", "0"),
            ("RateLimits__api", "100000000"),
        ];
        if (postgres is not null)
            settings.Add(("Genggam__Postgres", postgres));
        await using var server = await Server.Start(program, folder, [.. settings]);
        using var client = await Machine.SignedIn(server.Address);
        await Load.Closed(client, Machine.Application, Waiting, Warm);
        var before = server.Cpu();
        var result = await Load.Closed(client, Machine.Application, Waiting, Measured);
        if (result.Failed > 0)
            throw new InvalidOperationException($"{result.Failed} submissions failed.");
        return (result.Rate, (server.Cpu() - before).TotalMicroseconds / result.Answered);
    }
}
