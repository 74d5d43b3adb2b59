using System.Collections.Immutable;
using System.Text;
using Genggam.Engine;
using Genggam.Office.Catalogue;
using Genggam.Office.Catalogue.Checks;
using Genggam.Office.Catalogue.Overlays;
using Genggam.Standards;

namespace Genggam.Office.Changes;

/// <summary>A change with the files as they are at one step: what would be published.</summary>
/// <param name="Release">Null where there is no <c>service.yaml</c> or <c>overlay.yaml</c> to read.</param>
/// <param name="Reading">What was found when the files were read.</param>
public sealed record Draft(
    Change Change,
    Release Base,
    ImmutableSortedDictionary<string, ImmutableArray<byte>> Parts,
    Release? Release,
    IReadOnlyList<Problem> Reading
)
{
    internal static Draft Of(
        Change change,
        Release @base,
        ImmutableSortedDictionary<string, ImmutableArray<byte>> parts
    )
    {
        var problems = new List<Problem>();
        var release =
            @base is { Over: { } core, Variation.Region: var region }
                ? OverlayFolder.FromParts(parts, core, problems, region: region).Value
            : parts.ContainsKey("service.yaml") ? ServiceFolder.FromParts(parts, problems)
            : null;
        return new Draft(change, @base, parts, release, problems);
    }

    /// <summary>The hash under which it would be published; null where it cannot be read.</summary>
    public string? Hash => Release?.Hash;

    /// <summary>Files that differ from those of the base, in order.</summary>
    public IEnumerable<string> Changed =>
        Parts
            .Keys.Union(Base.Parts.Keys, StringComparer.Ordinal)
            .Where(path => !Same(Find(path), Base.Parts.TryGetValue(path, out var was) ? was : null))
            .Order(StringComparer.Ordinal);

    public string? Text(string path) => Find(path) is { } bytes ? Encoding.UTF8.GetString(bytes.AsSpan()) : null;

    /// <summary>Everything that stands between the files and their publication.</summary>
    public CheckReport Check(CalendarVersion calendar) =>
        Base.Over is null
            ? ServiceCheck.OfParts(Change.Service, new Reading<Release>(Release, Reading), calendar)
            : OverlayCheck.Of(Change.Service, new Reading<Release>(Release, Reading), calendar);

    private ImmutableArray<byte>? Find(string path) => Parts.TryGetValue(path, out var bytes) ? bytes : null;

    private static bool Same(ImmutableArray<byte>? a, ImmutableArray<byte>? b) =>
        a is { } left && b is { } right ? left.AsSpan().SequenceEqual(right.AsSpan()) : a is null && b is null;
}
