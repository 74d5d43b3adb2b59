using System.Collections.Immutable;

namespace Genggam.Office.Documents;

public enum PageFormat
{
    /// <summary>A tagged PDF that claims PDF/A-2a.</summary>
    Pdf,

    /// <summary>All pages below each other in one SVG, for the preview.</summary>
    Svg,
}

/// <summary>
/// One letter to lay out. <paramref name="Files"/> is everything the template can see, by absolute path in a root of its
/// own: as in the services folder, <c>/akta-kelahiran/letters/kutipan.typ</c> and <c>/shared/letters/layout.typ</c>.
/// <paramref name="Data"/> is JSON, which the template reads from <c>sys.inputs.data</c>.
/// </summary>
public sealed record RenderJob(
    string Main,
    ImmutableSortedDictionary<string, byte[]> Files,
    string Data,
    PageFormat Format,
    DateTimeOffset Created
);

/// <summary>What laying out gave.</summary>
public abstract record RenderResult
{
    private RenderResult() { }

    public sealed record Rendered(byte[] Bytes, int Pages) : RenderResult;

    /// <summary>The template is at fault. DOC-101 carries the first problem; all are listed.</summary>
    public sealed record Broken(DocumentRefusal Refusal, ImmutableArray<TemplateProblem> Problems) : RenderResult;

    /// <summary>A limit or the machine stood in the way: DOC-102 to DOC-106.</summary>
    public sealed record Refused(DocumentRefusal Refusal) : RenderResult;
}

/// <summary>Limits of one render, kept from outside the worker.</summary>
public sealed record RenderLimits
{
    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Resident memory of the whole worker, in bytes.</summary>
    public long Memory { get; init; } = 512L << 20;

    /// <summary>Size of the finished letter, in bytes.</summary>
    public int Output { get; init; } = 8 << 20;
}
