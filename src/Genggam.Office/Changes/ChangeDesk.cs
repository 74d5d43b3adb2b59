using System.Collections.Immutable;
using Genggam.Engine;
using Genggam.Journal;
using Genggam.Office.Catalogue;
using Genggam.Office.Catalogue.Overlays;
using Genggam.Office.Changes.Regional;

namespace Genggam.Office.Changes;

/// <summary>
/// Changes of services: opened on the release in force, written file by file, by several people at once. Every step stays;
/// what two people write in different lines is brought together, and the same lines are a conflict that is told.
/// </summary>
public sealed class ChangeDesk(
    JournalStore journal,
    ServiceCatalogue catalogue,
    RegionOverlays overlays,
    Ownership ownership,
    TimeProvider clock
)
{
    public const int LongestTitle = 120;
    public const int LongestReason = 2000;
    private const int MaxFiles = 300;
    private const int MaxRaces = 8;

    /// <param name="service">A service, or the key of what a region varies in it.</param>
    public async Task<ChangeResult> Open(string service, string title, string? reason, Actor by)
    {
        if (!ownership.MayWrite(by, service) || overlays.Begin(service) is not { } release)
            return ChangeResult.No(ChangeRefusal.Unknown);
        if (title.Trim().Length is 0 or > LongestTitle || reason?.Length > LongestReason)
            return ChangeResult.No(ChangeRefusal.Unfit, "title");
        var id = new ChangeId(Guid.CreateVersion7());
        var step = new ChangeStep.Opened(
            service,
            release.Hash,
            title.Trim(),
            string.IsNullOrWhiteSpace(reason) ? null : reason.Trim()
        );
        var opened = Change.Of(id, [new ChangeStepRow(id, 1, clock.GetUtcNow(), by.Id, step.ToBytes())])!;
        return await Add(opened, []) ? new ChangeResult.Done(opened) : ChangeResult.No(ChangeRefusal.Unknown);
    }

    /// <summary>Null where there is none.</summary>
    public async Task<Change?> Find(ChangeId id) => Change.Of(id, await journal.Changes.Steps(id));

    /// <summary>The change with its files as they are now; null where there is none.</summary>
    public async Task<Draft?> Load(ChangeId id) =>
        await Find(id) is { } change ? DraftOf(change, await journal.Changes.Files(id, change.Steps)) : null;

    public Task<ImmutableArray<ChangeSummary>> Of(string service, int limit, ChangeCursor? after = null) =>
        journal.Changes.List(service, limit, after);

    /// <summary>Writes files as somebody typed them over what they saw.</summary>
    /// <param name="seen">The last step that they saw.</param>
    public async Task<ChangeResult> Save(ChangeId id, long seen, IReadOnlyDictionary<string, byte[]?> files, Actor by)
    {
        var shown = files.Keys.ToDictionary(path => path, _ => (byte[]?)null, StringComparer.Ordinal);
        if (await Find(id) is { } change)
            foreach (var (path, bytes) in DraftOf(change, await journal.Changes.Files(id, seen)).Parts)
                if (shown.ContainsKey(path))
                    shown[path] = [.. bytes];
        return await Edit(id, by, draft => Merge(draft, files, shown));
    }

    /// <summary>Writes what <paramref name="edit"/> makes of the files as they are; asks it again where somebody was faster.</summary>
    public Task<ChangeResult> Edit(ChangeId id, Actor by, Func<Draft, EditOutcome> edit) => Edit(id, by, edit, null);

    /// <summary>Makes all files as they were after an earlier step; what was written since stays in the history.</summary>
    /// <param name="step">One of <see cref="Change.Earlier"/>.</param>
    public async Task<ChangeResult> Again(ChangeId id, long step, Actor by)
    {
        if (await Find(id) is not { } change || change.Earlier.All(h => h.Number != step))
            return ChangeResult.No(ChangeRefusal.Unknown);
        var then = DraftOf(change, await journal.Changes.Files(id, step)).Parts;
        // Who moved the change onto another release meanwhile would lose what is new there.
        return await Edit(
            id,
            by,
            draft =>
                draft.Change.Base == change.Base
                    ? AsThen(draft, then)
                    : new EditOutcome.Refused(new ChangeRefusal(ChangeRefusal.Unknown)),
            step
        );
    }

    private static EditOutcome AsThen(Draft draft, ImmutableSortedDictionary<string, ImmutableArray<byte>> then) =>
        new EditOutcome.Files(
            draft
                .Parts.Keys.Union(then.Keys)
                .Select(path => (Path: path, Content: then.TryGetValue(path, out var bytes) ? bytes.ToArray() : null))
                .Where(file => !Same(draft, file.Path, file.Content))
                .ToDictionary(file => file.Path, file => file.Content, StringComparer.Ordinal)
        );

    private async Task<ChangeResult> Edit(ChangeId id, Actor by, Func<Draft, EditOutcome> edit, long? earlier)
    {
        for (var race = 0; race < MaxRaces; race++)
        {
            if (await Load(id) is not { } draft || !ownership.MayWrite(by, draft.Change.Service))
                return ChangeResult.No(ChangeRefusal.Unknown);
            if (draft.Change.State is not (ChangeState.Draft or ChangeState.Asked))
                return ChangeResult.No(ChangeRefusal.NotOpen);
            switch (edit(draft))
            {
                case EditOutcome.Refused no:
                    return new ChangeResult.Refused(no.Refusal);
                case EditOutcome.Conflicting conflict:
                    return new ChangeResult.Conflicting(conflict.Conflicts);
                case EditOutcome.Files { Written: var written }:
                    if (Unfit(draft, written) is { } unfit)
                        return new ChangeResult.Refused(unfit);
                    var files = written.Where(f => !Same(draft, f.Key, f.Value)).ToList();
                    if (files.Count == 0)
                        return new ChangeResult.Done(draft.Change);
                    var step = new ChangeStep.Saved(
                        [.. files.Select(f => f.Key).Order(StringComparer.Ordinal)],
                        earlier
                    );
                    if (await Take(draft.Change, step, by, files) is { } saved)
                        return new ChangeResult.Done(saved);
                    break;
            }
        }
        throw new InvalidOperationException("The change was written faster than it could be read.");
    }

    /// <summary>Adds a step to the change as it was read; null where somebody was faster.</summary>
    internal async Task<Change?> Take(
        Change change,
        ChangeStep step,
        Actor by,
        IEnumerable<KeyValuePair<string, byte[]?>> files
    )
    {
        var after = change.Then(new ChangeHistory(change.Steps + 1, clock.GetUtcNow(), by.Id, step));
        if (!await Add(after, files))
            return null;
        if (after.State is ChangeState.Published or ChangeState.GivenUp)
            await journal.Walks.Delete(after.Id);
        return after;
    }

    private Task<bool> Add(Change after, IEnumerable<KeyValuePair<string, byte[]?>> files)
    {
        var last = after.History[^1];
        return journal.Changes.Add(
            new ChangeStepRow(after.Id, last.Number, last.At, last.Actor, last.Step.ToBytes()),
            new ChangeSummary(
                after.Id,
                after.Service,
                after.Title,
                after.State.ToString().ToLowerInvariant(),
                after.OpenedBy,
                after.Steps,
                last.At
            ),
            files.Select(f => new ChangeFileRow(last.Number, f.Key, f.Value))
        );
    }

    private Draft DraftOf(Change change, ImmutableArray<ChangeFileRow> files)
    {
        var @base = catalogue.Release(change.Base);
        var parts = @base.Parts.ToBuilder();
        foreach (var file in files)
            if (file.Content is { } content)
                parts[file.Path] = [.. content];
            else
                parts.Remove(file.Path);
        return Draft.Of(change, @base, parts.ToImmutable());
    }

    private static EditOutcome Merge(
        Draft draft,
        IReadOnlyDictionary<string, byte[]?> files,
        Dictionary<string, byte[]?> shown
    )
    {
        var merging = new Merging();
        foreach (var (path, mine) in files)
            merging.Add(path, shown[path], mine, draft.Parts.TryGetValue(path, out var now) ? [.. now] : null);
        return merging.Conflicts.Count > 0
            ? new EditOutcome.Conflicting(merging.Conflicts)
            : new EditOutcome.Files(merging.Files);
    }

    private static ChangeRefusal? Unfit(Draft draft, IReadOnlyDictionary<string, byte[]?> files)
    {
        Func<string, bool> isFit = draft.Base.Over is null ? DraftPath.IsFit : OverlayFolder.IsFit;
        if (files.Keys.FirstOrDefault(path => !isFit(path)) is { } path)
            return new ChangeRefusal(ChangeRefusal.Unfit, path);
        if (files.FirstOrDefault(f => f.Value?.Length > ServiceFolder.MaxFile).Key is { } large)
            return new ChangeRefusal(ChangeRefusal.Unfit, large);
        return draft.Parts.Keys.Union(files.Keys).Count() > MaxFiles
            ? new ChangeRefusal(ChangeRefusal.Unfit, files.Keys.First())
            : null;
    }

    private static bool Same(Draft draft, string path, byte[]? content) =>
        draft.Parts.TryGetValue(path, out var now) ? ThreeWay.Same([.. now], content) : content is null;
}
