using System.Collections.Immutable;
using System.Text;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;
using Genggam.Engine;
using Genggam.Office.Catalogue.Overlays;

namespace Genggam.Office.Changes;

public enum DifferenceKind
{
    Rule,
    Promise,
    Text,
}

/// <summary>Something that the service says otherwise; null where it did not say it, or does not any more.</summary>
/// <param name="Place">The file, and in it the rule, value or key.</param>
public sealed record SaidOtherwise(DifferenceKind Kind, string Place, string? Was, string? Now);

/// <summary>A line of a file with what became of it.</summary>
public sealed record LineOtherwise(ChangeType Kind, string Text);

/// <summary>A file that is another; no lines where it holds no text.</summary>
public sealed record FileOtherwise(string Path, bool Added, bool Removed, ImmutableArray<LineOtherwise> Lines);

/// <summary>What a draft changes: element by element of what is drawn, in words, and then file by file.</summary>
/// <remarks>A drawing that cannot be read stands only among the files.</remarks>
public sealed record DraftDifference(ImmutableArray<SaidOtherwise> Said, ImmutableArray<FileOtherwise> Files)
{
    private const int Around = 2;

    public ImmutableArray<ProcessDifference> Processes { get; private init; } = [];

    public ImmutableArray<DecisionsDifference> Decisions { get; private init; } = [];

    public ImmutableArray<FormDifference> Forms { get; private init; } = [];

    /// <summary>What its sentences say as the rules were.</summary>
    public ImmutableArray<StillSaid> Still { get; private init; } = [];

    /// <summary>All of it in numbers.</summary>
    public ImmutableArray<DifferenceCount> Counts => DifferenceCount.Of(this);

    /// <param name="language">Of the sentences of rules.</param>
    public static DraftDifference Of(Draft draft, string language)
    {
        var changed = draft.Changed.ToList();
        ImmutableArray<SaidOtherwise> said = [.. changed.SelectMany(path => Words(draft, path, language))];
        return new DraftDifference(said, [.. changed.Select(path => FileOf(draft, path))])
        {
            Processes = Drawn(".bpmn", ProcessDifference.Of),
            Decisions = Drawn(".dmn", DecisionsDifference.Of),
            Forms = Drawn(".form", FormDifference.Of),
            Still = StillSaid.Of(draft, said),
        };

        ImmutableArray<T> Drawn<T>(string ending, Func<string, string?, string?, T?> compare)
            where T : class =>
            [
                .. changed
                    .Where(path => path.EndsWith(ending, StringComparison.Ordinal))
                    .Select(path => compare(path, TextOf(draft.Base.Parts, path), draft.Text(path)))
                    .OfType<T>(),
            ];
    }

    private static IEnumerable<SaidOtherwise> Words(Draft draft, string path, string language)
    {
        var was = Sayings.Of(draft.Base, draft.Base.Parts, path, language);
        var now = Sayings.Of(draft.Release, draft.Parts, path, language);
        foreach (var place in was.Keys.Union(now.Keys).Order(NaturalOrder.Keys))
        {
            var (before, after) = (was.GetValueOrDefault(place), now.GetValueOrDefault(place));
            if (before != after)
                yield return new SaidOtherwise(Sayings.KindOf(path), $"{path}: {place}", before, after);
        }
    }

    private static FileOtherwise FileOf(Draft draft, string path)
    {
        var (was, now) = (TextOf(draft.Base.Parts, path), draft.Text(path));
        var model = InlineDiffBuilder.Diff(was ?? "", now ?? "", ignoreWhiteSpace: false);
        return new FileOtherwise(path, was is null, now is null, Near(model.Lines));
    }

    /// <summary>The lines that changed, and some around them; what is left out is one empty line of no kind.</summary>
    private static ImmutableArray<LineOtherwise> Near(List<DiffPiece> lines)
    {
        var shown = new bool[lines.Count];
        for (var i = 0; i < lines.Count; i++)
            if (lines[i].Type != ChangeType.Unchanged)
                for (var j = Math.Max(0, i - Around); j <= Math.Min(lines.Count - 1, i + Around); j++)
                    shown[j] = true;
        var near = ImmutableArray.CreateBuilder<LineOtherwise>();
        for (var i = 0; i < lines.Count; i++)
            if (shown[i])
                near.Add(new LineOtherwise(lines[i].Type, lines[i].Text));
            else if (near.Count > 0 && near[^1].Kind != ChangeType.Imaginary)
                near.Add(new LineOtherwise(ChangeType.Imaginary, ""));
        if (near.Count > 0 && near[^1].Kind == ChangeType.Imaginary)
            near.RemoveAt(near.Count - 1);
        return near.ToImmutable();
    }

    internal static string? TextOf(ImmutableSortedDictionary<string, ImmutableArray<byte>> parts, string path) =>
        parts.TryGetValue(path, out var bytes) ? Encoding.UTF8.GetString(bytes.AsSpan()) : null;
}
