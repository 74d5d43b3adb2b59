using Genggam.Journal;
using Microsoft.Data.Sqlite;

namespace Genggam.Office.Safekeeping;

/// <summary>
/// The databases and keys of an installation on SQLite as they were before something was done to them, in a folder beside
/// them, to be put back if it goes wrong.
/// </summary>
internal sealed class DataCopy
{
    private const string Keys = "keys";
    private static readonly string[] databases = ["journal.db", "keys.db", "accounts.db"];

    private readonly string data;

    private DataCopy(string data, string folder) => (this.data, Folder) = (data, folder);

    public string Folder { get; }

    /// <summary>Null where another program has the data open.</summary>
    /// <exception cref="IOException">There is no room for a copy.</exception>
    public static async Task<DataCopy?> Take(string data, string name)
    {
        foreach (var database in Present(data))
            if (!await SqliteFiles.Settle(database))
                return null;
        var copy = new DataCopy(data, Path.Combine(Path.GetFullPath(data), name));
        var size = Present(data).Sum(f => new FileInfo(f).Length);
        if (new DriveInfo(Path.GetFullPath(data)).AvailableFreeSpace is var free && free < size)
            throw new IOException($"A copy of the data needs {size >> 20} MB, and only {free >> 20} MB are free.");
        Copy(data, copy.Folder);
        return copy;
    }

    /// <summary>Everything as it was. The copy stays.</summary>
    public void PutBack()
    {
        SqliteConnection.ClearAllPools();
        foreach (var database in Present(data))
        foreach (var part in new[] { "", "-wal", "-shm" })
            File.Delete(database + part);
        Directory.Delete(Path.Combine(data, Keys), recursive: true);
        Copy(Folder, data);
    }

    private static IEnumerable<string> Present(string folder) =>
        databases.Select(name => Path.Combine(folder, name)).Where(File.Exists);

    private static void Copy(string from, string to)
    {
        PrivateFile.MakeFolder(to);
        var keys = Path.Combine(from, Keys);
        foreach (var file in Present(from).Concat(Directory.EnumerateFiles(keys, "*", SearchOption.AllDirectories)))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            PrivateFile.MakeFolder(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
            Durable.WrittenFile(target);
        }
    }
}
