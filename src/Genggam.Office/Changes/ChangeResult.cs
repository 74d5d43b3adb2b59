using System.Collections.Immutable;
using System.Text;

namespace Genggam.Office.Changes;

/// <summary>What became of a step of a change. A closed set.</summary>
public abstract record ChangeResult
{
    private ChangeResult() { }

    public sealed record Done(Change Change) : ChangeResult;

    public sealed record Refused(ChangeRefusal Refusal) : ChangeResult;

    /// <summary>Others wrote the same lines of these files meanwhile. Nothing was written.</summary>
    public sealed record Conflicting(IReadOnlyList<FileConflict> Files) : ChangeResult;

    internal static Refused No(string number, params IReadOnlyList<string> slots) =>
        new(new ChangeRefusal(number, slots));
}

/// <summary>A file as somebody wrote it and as it is now; null where it was taken away.</summary>
/// <param name="Clashes">The lines that both wrote; empty where the files cannot be told apart by lines.</param>
public sealed record FileConflict(string Path, byte[]? Mine, byte[]? Theirs, ImmutableArray<Clash> Clashes);

/// <summary>What an edit makes of the files as they are. A closed set.</summary>
public abstract record EditOutcome
{
    private EditOutcome() { }

    /// <summary>Files to write, by path; null takes one away.</summary>
    public sealed record Files(IReadOnlyDictionary<string, byte[]?> Written) : EditOutcome;

    public sealed record Refused(ChangeRefusal Refusal) : EditOutcome;

    public sealed record Conflicting(IReadOnlyList<FileConflict> Conflicts) : EditOutcome;

    /// <summary>One file as it then reads.</summary>
    public static EditOutcome Of(string path, string text) =>
        new Files(new Dictionary<string, byte[]?>(StringComparer.Ordinal) { [path] = Encoding.UTF8.GetBytes(text) });

    internal static Refused No(string number, params IReadOnlyList<string> slots) =>
        new(new ChangeRefusal(number, slots));
}
