using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Genggam.Journal.Tests;

/// <summary>An own PostgreSQL on a free port in a temporary folder, for one run.</summary>
public sealed partial class PostgresCluster : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("genggam-pg-").FullName;
    private readonly string bin = Directory
        .GetDirectories("/usr/lib/postgresql")
        .Select(version => Path.Combine(version, "bin"))
        .OrderDescending(StringComparer.Ordinal)
        .First(path => File.Exists(Path.Combine(path, "initdb")));
    private int port;

    public string ConnectionString => $"Host=127.0.0.1;Port={port};Username=genggam;Database=postgres;Timeout=5";

    public int Port => port;

    private string Data => Path.Combine(folder, "data");

    public async ValueTask InitializeAsync()
    {
        port = FreePort();
        if (Environment.IsPrivilegedProcess)
            await Run("chown", "postgres", folder);
        await Postgres(
            "initdb",
            "-D",
            Data,
            "-U",
            "genggam",
            "-A",
            "trust",
            "--no-sync",
            "-E",
            "UTF8",
            "--locale=C",
            "--locale-provider=icu",
            "--icu-locale=id"
        );
        await Start();
    }

    public Task Start() =>
        Postgres(
            "pg_ctl",
            "-D",
            Data,
            "-w",
            "-l",
            Path.Combine(folder, "log"),
            "-o",
            $"-p {port} -c listen_addresses=127.0.0.1 -k {folder} -c max_connections=400",
            "start"
        );

    public Task Stop() => Postgres("pg_ctl", "-D", Data, "-w", "-m", "immediate", "stop");

    /// <summary>Makes an empty database; gives how to reach it.</summary>
    public string NewDatabase(string name)
    {
        // A connection that is kept is dead after the server was stopped.
        using var connection = new NpgsqlConnection($"{ConnectionString};Pooling=false");
        connection.Open();
#pragma warning disable CA2100 // a name that a test made up
        using var create = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
#pragma warning restore CA2100
        create.ExecuteNonQuery();
        return DatabaseOf(name);
    }

    public string DatabaseOf(string name) =>
        new NpgsqlConnectionStringBuilder(ConnectionString) { Database = name }.ToString();

    public async ValueTask DisposeAsync()
    {
        await Stop();
        Directory.Delete(folder, recursive: true);
    }

    // PostgreSQL refuses to run as root.
    private Task Postgres(string program, params string[] arguments) =>
        Environment.IsPrivilegedProcess
            ? Run("runuser", ["-u", "postgres", "--", Path.Combine(bin, program), .. arguments])
            : Run(Path.Combine(bin, program), arguments);

    private static async Task Run(string program, params string[] arguments)
    {
        // pg_ctl leaves the server with its output, so a pipe would never end.
        var start = new ProcessStartInfo("/bin/sh") { WorkingDirectory = "/" };
        foreach (var argument in (string[])["-c", "exec \"$@\" >/dev/null 2>&1", "sh", program, .. arguments])
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException(
                $"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}"
            );
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
