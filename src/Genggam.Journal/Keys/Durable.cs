using System.Runtime.InteropServices;
using System.Text;

namespace Genggam.Journal;

/// <summary>
/// Makes names survive a loss of power: a file that was flushed is found again only where its folder was flushed too. On
/// Windows the file system keeps names itself.
/// </summary>
public static class Durable
{
    private const int ReadOnly = 0;

    /// <summary>EINVAL: a file system that has no such thing, and keeps names in its own way.</summary>
    private const int NotSupported = 22;

    /// <summary>EEXIST.</summary>
    private const int Exists = 17;

    /// <summary>The folder with every folder above it that has to be made, in place when this returns.</summary>
    public static void MakeFolder(string folder)
    {
        var full = Path.GetFullPath(folder);
        if (Directory.Exists(full))
            return;
        if (Path.GetDirectoryName(full) is { } above)
            MakeFolder(above);
        PrivateFile.MakeFolder(full);
        if (Path.GetDirectoryName(full) is { } parent)
            Folder(parent);
    }

    /// <summary>Puts a finished file in the place of another, in the same folder.</summary>
    /// <exception cref="IOException">There is one already, and it is not to be overwritten: of several at once one wins.</exception>
    public static void Move(string from, string to, bool overwrite)
    {
        // File.Move looks first and renames then, over what came in between; a link is made only where no name stands.
        if (!overwrite && !OperatingSystem.IsWindows() && Link(from, to))
            File.Delete(from);
        else
            File.Move(from, to, overwrite);
        Folder(Path.GetDirectoryName(Path.GetFullPath(to))!);
    }

    /// <summary>False on a file system that has no links.</summary>
    private static bool Link(string from, string to)
    {
        if (link(Encoding.UTF8.GetBytes(from + '\0'), Encoding.UTF8.GetBytes(to + '\0')) == 0)
            return true;
        if (Marshal.GetLastPInvokeError() == Exists)
            throw new IOException($"{to} exists already.");
        return false;
    }

    /// <summary>Content and name of a file that somebody else wrote.</summary>
    public static void WrittenFile(string path)
    {
        using (var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite))
            file.Flush(flushToDisk: true);
        Folder(Path.GetDirectoryName(Path.GetFullPath(path))!);
    }

    /// <summary>The names that stand in a folder.</summary>
    /// <exception cref="IOException">The folder cannot be flushed.</exception>
    public static void Folder(string folder)
    {
        if (OperatingSystem.IsWindows())
            return;
        var handle = open(Encoding.UTF8.GetBytes(folder + '\0'), ReadOnly);
        if (handle < 0)
            throw new IOException($"{folder} cannot be opened (errno {Marshal.GetLastPInvokeError()})");
        try
        {
            if (fsync(handle) != 0 && Marshal.GetLastPInvokeError() != NotSupported)
                throw new IOException($"{folder} cannot be flushed (errno {Marshal.GetLastPInvokeError()})");
        }
        finally
        {
            _ = close(handle);
        }
    }

#pragma warning disable IDE1006, SYSLIB1054 // the names are the C library's; bytes and numbers need no generated marshalling
    [DllImport("libc", SetLastError = true)]
    private static extern int open(byte[] path, int flags);

    [DllImport("libc", SetLastError = true)]
    private static extern int link(byte[] from, byte[] to);

    [DllImport("libc", SetLastError = true)]
    private static extern int fsync(int handle);

    [DllImport("libc", SetLastError = true)]
    private static extern int close(int handle);
#pragma warning restore IDE1006, SYSLIB1054
}
