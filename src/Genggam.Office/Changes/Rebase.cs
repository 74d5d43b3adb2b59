using System.Text;
using Genggam.Engine;
using Genggam.Journal;
using Genggam.Office.Catalogue.Overlays;
using Genggam.Office.Changes.Regional;

namespace Genggam.Office.Changes;

/// <summary>Whose lines a file takes where both a change and the release in force wrote the same ones.</summary>
public enum Side
{
    Change,
    InForce,
}

/// <summary>
/// Brings a change onto the release in force: what the change wrote and what is new there, merged file by file. Where both
/// wrote the same lines, a person says which of them counts.
/// </summary>
public sealed class Rebase(ChangeDesk changes, RegionOverlays overlays, Ownership ownership)
{
    /// <param name="chosen">By path, of files that were told as conflicts.</param>
    public async Task<ChangeResult> Run(ChangeId id, IReadOnlyDictionary<string, Side> chosen, Actor by)
    {
        if (await changes.Load(id) is not { } draft || !ownership.MayWrite(by, draft.Change.Service))
            return ChangeResult.No(ChangeRefusal.Unknown);
        if (draft.Change.State is not (ChangeState.Draft or ChangeState.Asked))
            return ChangeResult.No(ChangeRefusal.NotOpen);
        if (overlays.Begin(draft.Change.Service) is not { } live)
            return ChangeResult.No(ChangeRefusal.Unknown);
        if (live.Hash == draft.Base.Hash)
            return new ChangeResult.Done(draft.Change);
        var merging = new Merging();
        // Every file that the change holds is written again: those of the old base would stand over the new one.
        foreach (var path in draft.Parts.Keys.Union(draft.Base.Parts.Keys).Union(live.Parts.Keys))
        {
            var theirs = Bytes(live, path);
            var (was, mine) = (OnCore(live, path, Bytes(draft.Base, path)), OnCore(live, path, Bytes(draft, path)));
            merging.Add(path, was, mine, theirs, chosen.TryGetValue(path, out var side) ? side : null);
        }
        if (merging.Conflicts.Count > 0)
            return new ChangeResult.Conflicting(merging.Conflicts);
        var written = merging
            .Files.Where(f => !ThreeWay.Same(f.Value, Bytes(live, f.Key)) || Wrote(draft, f.Key))
            .ToList();
        var step = new ChangeStep.Rebased(live.Hash, [.. written.Select(f => f.Key).Order(StringComparer.Ordinal)]);
        return await changes.Take(draft.Change, step, by, written) is { } moved
            ? new ChangeResult.Done(moved)
            : ChangeResult.No(ChangeRefusal.OtherHash);
    }

    /// <summary>A file that some step of the change wrote stands over its base whatever that is.</summary>
    private static bool Wrote(Draft draft, string path) =>
        draft.Change.History.Any(h =>
            h.Step switch
            {
                ChangeStep.Saved saved => saved.Paths.Contains(path),
                ChangeStep.Rebased rebased => rebased.Paths.Contains(path),
                _ => false,
            }
        );

    /// <summary>An overlay that moves names the core that it moves to: that is nobody's line.</summary>
    private static byte[]? OnCore(Release live, string path, byte[]? file) =>
        live.Over is { } core
        && path == OverlayFolder.File
        && file is not null
        && YamlEdit.Set(Encoding.UTF8.GetString(file), "core", core.Hash) is { } named
            ? Encoding.UTF8.GetBytes(named)
            : file;

    private static byte[]? Bytes(Release release, string path) =>
        release.Parts.TryGetValue(path, out var bytes) ? [.. bytes] : null;

    private static byte[]? Bytes(Draft draft, string path) =>
        draft.Parts.TryGetValue(path, out var bytes) ? [.. bytes] : null;
}
