using System.Text;
using DiffPlex;
using DiffPlex.Chunkers;

namespace Genggam.Office.Changes;

/// <summary>What came of two people writing one file. A closed set.</summary>
public abstract record MergeResult
{
    private MergeResult() { }

    public sealed record Merged(byte[] Content) : MergeResult;

    /// <summary>Both wrote in the same lines, or the file is none of lines.</summary>
    public sealed record Conflict : MergeResult;
}

/// <summary>Brings together what two people made of one file, line by line.</summary>
internal static class ThreeWay
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <param name="was">What both began from; null where there was no file.</param>
    /// <param name="mine">Null where it was taken away.</param>
    public static MergeResult Merge(byte[]? was, byte[]? mine, byte[]? theirs)
    {
        if (Same(mine, theirs) || Same(was, theirs))
            return mine is null ? new MergeResult.Conflict() : new MergeResult.Merged(mine);
        if (Same(was, mine))
            return theirs is null ? new MergeResult.Conflict() : new MergeResult.Merged(theirs);
        if (Text(was) is not { } old || Text(mine) is not { } own || Text(theirs) is not { } other)
            return new MergeResult.Conflict();
        var merge = new ThreeWayDiffer().CreateMerge(
            old,
            own,
            other,
            ignoreWhiteSpace: false,
            ignoreCase: false,
            new LineEndingsPreservingChunker()
        );
        return merge.IsSuccessful
            ? new MergeResult.Merged(Strict.GetBytes(string.Concat(merge.MergedPieces)))
            : new MergeResult.Conflict();
    }

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
