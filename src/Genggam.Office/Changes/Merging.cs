namespace Genggam.Office.Changes;

/// <summary>Brings together what two people made of many files.</summary>
internal sealed class Merging
{
    /// <summary>What came of each; null where it is taken away.</summary>
    public Dictionary<string, byte[]?> Files { get; } = new(StringComparer.Ordinal);

    public List<FileConflict> Conflicts { get; } = [];

    /// <inheritdoc cref="ThreeWay.Merge" path="/param"/>
    public void Add(string path, byte[]? was, byte[]? mine, byte[]? theirs, Side? counts = null)
    {
        switch (ThreeWay.Merge(was, mine, theirs, counts))
        {
            case MergeResult.Merged merged:
                Files[path] = merged.Content;
                break;
            case MergeResult.Conflict conflict:
                Conflicts.Add(new FileConflict(path, mine, theirs, conflict.Clashes));
                break;
        }
    }
}
