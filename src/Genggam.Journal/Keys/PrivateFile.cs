using System.Text;

namespace Genggam.Journal;

/// <summary>Files and folders that only their owner may read, written so that a crash leaves the old or the new content.</summary>
public static class PrivateFile
{
    /// <summary>Writes the whole file, or leaves the old one.</summary>
    public static void Write(string path, ReadOnlySpan<byte> content) => Put(path, path + ".new", content, true);

    /// <summary>Makes the file where there is none. False where another program was first: its content counts.</summary>
    public static bool Create(string path, ReadOnlySpan<byte> content)
    {
        var next = $"{path}.{Guid.NewGuid():N}.new";
        try
        {
            Put(path, next, content, false);
            return true;
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(next);
            return false;
        }
    }

    /// <summary>Makes the folder, where there is none, so that only its owner may enter.</summary>
    public static void MakeFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(
                folder,
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            );
    }

    /// <summary>Adds a line, on one of its own where a crash left the line before unfinished.</summary>
    internal static void AppendLine(string path, string line)
    {
        Durable.MakeFolder(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var isNew = !File.Exists(path);
        using (var file = new FileStream(path, Options(FileMode.OpenOrCreate, FileAccess.ReadWrite)))
        {
            file.Seek(-Math.Min(1, file.Length), SeekOrigin.End);
            var unfinished = file.Length > 0 && file.ReadByte() != '\n';
            file.Write(Encoding.UTF8.GetBytes($"{(unfinished ? "\n" : "")}{line}\n"));
            file.Flush(flushToDisk: true);
        }
        if (isNew)
            Durable.Folder(Path.GetDirectoryName(Path.GetFullPath(path))!);
    }

    private static void Put(string path, string next, ReadOnlySpan<byte> content, bool overwrite)
    {
        Durable.MakeFolder(Path.GetDirectoryName(Path.GetFullPath(path))!);
        using (var file = new FileStream(next, Options(FileMode.Create, FileAccess.Write)))
        {
            file.Write(content);
            file.Flush(flushToDisk: true);
        }
        Durable.Move(next, path, overwrite);
    }

    private static FileStreamOptions Options(FileMode mode, FileAccess access)
    {
        var options = new FileStreamOptions { Mode = mode, Access = access };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }
}
