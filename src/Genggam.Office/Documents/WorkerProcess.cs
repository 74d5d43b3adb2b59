using System.ComponentModel;
using System.Diagnostics;

namespace Genggam.Office.Documents;

/// <summary>
/// One running worker. It gets an empty folder as its root, no settings of the parent's environment, and proxies that lead
/// nowhere, so that a template can neither read a file nor fetch a package.
/// </summary>
internal sealed class WorkerProcess : IDisposable
{
    private const string Nowhere = "http://127.0.0.1:9";
    private readonly Process _process;
    private readonly string _root;

    private WorkerProcess(Process process, string root)
    {
        _process = process;
        _root = root;
    }

    public Stream Input => _process.StandardInput.BaseStream;
    public Stream Output => _process.StandardOutput.BaseStream;
    public bool Ended => _process.HasExited;

    /// <summary>Resident memory in bytes; 0 when the process has ended.</summary>
    public long Memory
    {
        get
        {
            _process.Refresh();
            return _process.HasExited ? 0 : _process.WorkingSet64;
        }
    }

    /// <returns>Null where Node is missing.</returns>
    public static WorkerProcess? Start(string workerFolder, long memory)
    {
        var root = Directory.CreateTempSubdirectory("genggam-letters-").FullName;
        var start = new ProcessStartInfo("node")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = root,
        };
        start.ArgumentList.Add($"--max-old-space-size={memory >> 21}");
        start.ArgumentList.Add(Path.Combine(workerFolder, "worker.mjs"));
        start.ArgumentList.Add(root);
        var path = Environment.GetEnvironmentVariable("PATH");
        start.Environment.Clear();
        foreach (
            var name in (string[])["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy"]
        )
            start.Environment[name] = Nowhere;
        foreach (var name in (string[])["HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME"])
            start.Environment[name] = root;
        start.Environment["PATH"] = path;
        try
        {
            var process = Process.Start(start)!;
            process.ErrorDataReceived += (_, _) => { };
            process.BeginErrorReadLine();
            return new WorkerProcess(process, root);
        }
        catch (Win32Exception)
        {
            Directory.Delete(root);
            return null;
        }
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
        if (Directory.Exists(_root))
            Directory.Delete(_root, recursive: true);
    }
}
