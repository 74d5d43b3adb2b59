namespace Genggam.Journal;

/// <summary>What became of an append. A closed set.</summary>
public abstract record AppendResult
{
    private AppendResult() { }

    /// <summary>Durable. Positions count from 1 over all cases, without gaps.</summary>
    public sealed record Appended(long Position, long Sequence, Digest Hash) : AppendResult;

    /// <summary>Another entry came first: load again and decide again.</summary>
    public sealed record Conflict(long ActualSequence) : AppendResult;

    /// <summary>The same key was answered before; nothing was written.</summary>
    public sealed record Replayed(ReadOnlyMemory<byte> Result) : AppendResult;

    /// <summary>The key was used before with another body; nothing was written.</summary>
    public sealed record KeyReused : AppendResult;
}
