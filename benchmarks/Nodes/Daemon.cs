using System.Diagnostics;

namespace Genggam.Benchmarks.Nodes;

/// <summary>A process that is started again a second after it died, as systemd does on a server.</summary>
internal sealed class Daemon
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private readonly string[] command;
    private readonly (string Name, string Value)[] settings;
    private readonly string log;
    private readonly Lock turn = new();
    private Process? process;
    private bool wanted;

    /// <param name="log">The file that gets what it says.</param>
    public Daemon(string log, string[] command, params (string Name, string Value)[] settings) =>
        (this.log, this.command, this.settings) = (log, command, settings);

    public void Start()
    {
        lock (turn)
        {
            wanted = true;
            Begin();
        }
    }

    /// <summary>It dies, and comes again.</summary>
    public void Kill() => End(again: true);

    /// <summary>It dies, and stays away until it is started.</summary>
    public void Stop() => End(again: false);

    private void End(bool again)
    {
        lock (turn)
        {
            wanted = again;
            if (process is { HasExited: false })
                process.Kill();
        }
    }

    private void Begin()
    {
        // The shell becomes the program, so that the process is the program itself.
        var start = new ProcessStartInfo(
            "/bin/sh",
            ["-c", "log=$1; shift; exec \"$@\" >>\"$log\" 2>&1", "sh", log, .. command]
        )
        {
            WorkingDirectory = "/",
        };
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        var begun = Process.Start(start)!;
        process = begun;
        _ = Again(begun);
    }

    private async Task Again(Process begun)
    {
        await begun.WaitForExitAsync();
        await Task.Delay(Pause);
        lock (turn)
            if (wanted && process == begun)
                Begin();
    }
}
