using Genggam.Journal.Storage;

namespace Genggam.Journal;

/// <summary>A checkpoint as it is kept: its note, and beside it what the next one grows from.</summary>
/// <param name="At">Microseconds.</param>
/// <param name="Tree">The tree of the entries, in hexadecimal.</param>
/// <param name="AccessTree">The tree of the looks.</param>
internal sealed record CheckpointRow(long Size, long AccessSize, long At, string Note, string Tree, string AccessTree)
{
    /// <summary>Whether the row says what its note says.</summary>
    public bool Is(Checkpoint said) =>
        (Size, AccessSize) == (said.Size, said.AccessSize) && (said.At is not { } at || At == at.Micros());
}
