using System.Collections.Immutable;
using System.Text;
using DiffPlex;
using DiffPlex.Chunkers;
using DiffPlex.Model;

namespace Genggam.Office.Changes;

/// <summary>What came of two people writing one file. A closed set.</summary>
public abstract record MergeResult
{
    private MergeResult() { }

    /// <param name="Content">Null where the file is taken away.</param>
    public sealed record Merged(byte[]? Content) : MergeResult;

    /// <param name="Clashes">In the order of the file; empty where it is none of lines, or one of both took it away.</param>
    public sealed record Conflict(ImmutableArray<Clash> Clashes) : MergeResult;
}

/// <summary>Lines that two people wrote in the same place, with those they found there.</summary>
public sealed record Clash(string Was, string Mine, string Theirs);

/// <summary>Brings together what two people made of one file, line by line.</summary>
internal static class ThreeWay
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <param name="was">What both began from; null where there was no file.</param>
    /// <param name="mine">Null where it was taken away.</param>
    /// <param name="counts">Whose lines count where both wrote; all else of both stays.</param>
    public static MergeResult Merge(byte[]? was, byte[]? mine, byte[]? theirs, Side? counts = null)
    {
        if (Same(mine, theirs) || Same(was, theirs))
            return new MergeResult.Merged(mine);
        if (Same(was, mine))
            return new MergeResult.Merged(theirs);
        if (Text(was) is not { } old || Text(mine) is not { } own || Text(theirs) is not { } other)
            return counts is { } side
                ? new MergeResult.Merged(side == Side.Change ? mine : theirs)
                : new MergeResult.Conflict([]);
        var difference = new ThreeWayDiffer().CreateDiffs(
            old,
            own,
            other,
            ignoreWhiteSpace: false,
            ignoreCase: false,
            new LineEndingsPreservingChunker()
        );
        return Clashes(difference) is { IsEmpty: false } clashes && counts is null
            ? new MergeResult.Conflict(clashes)
            : new MergeResult.Merged(Strict.GetBytes(Together(difference, counts)));
    }

    private static ImmutableArray<Clash> Clashes(ThreeWayDiffResult difference) =>
        [
            .. from block in difference.DiffBlocks
            where block.ChangeType == ThreeWayChangeType.Conflict
            select new Clash(
                Lines(difference.PiecesBase, block.BaseStart, block.BaseCount),
                Lines(difference.PiecesOld, block.OldStart, block.OldCount),
                Lines(difference.PiecesNew, block.NewStart, block.NewCount)
            ),
        ];

    private static string Together(ThreeWayDiffResult difference, Side? counts)
    {
        var (text, next) = (new StringBuilder(), 0);
        foreach (var block in difference.DiffBlocks)
        {
            text.Append(Lines(difference.PiecesBase, next, block.BaseStart - next));
            next = block.BaseStart + block.BaseCount;
            text.Append(
                block.ChangeType switch
                {
                    ThreeWayChangeType.Unchanged => Lines(difference.PiecesBase, block.BaseStart, block.BaseCount),
                    ThreeWayChangeType.NewOnly => Lines(difference.PiecesNew, block.NewStart, block.NewCount),
                    ThreeWayChangeType.Conflict when counts == Side.InForce => Lines(
                        difference.PiecesNew,
                        block.NewStart,
                        block.NewCount
                    ),
                    _ => Lines(difference.PiecesOld, block.OldStart, block.OldCount),
                }
            );
        }
        return text.Append(Lines(difference.PiecesBase, next, difference.PiecesBase.Count - next)).ToString();
    }

    private static string Lines(IReadOnlyList<string> pieces, int from, int count) =>
        string.Concat(pieces.Skip(from).Take(count));

    private static string? Text(byte[]? bytes)
    {
        try
        {
            return bytes is null ? null : Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>Whether two files are the same; no file is the same as no file.</summary>
    public static bool Same(byte[]? a, byte[]? b) =>
        a is null || b is null ? ReferenceEquals(a, b) : a.AsSpan().SequenceEqual(b);
}
