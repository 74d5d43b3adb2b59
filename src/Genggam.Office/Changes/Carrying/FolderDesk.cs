using System.Collections.Immutable;
using Genggam.Engine;
using Genggam.Journal;

namespace Genggam.Office.Changes;

/// <summary>Whole folders into changes: laid over an open one, or opened and asked for in one go.</summary>
public sealed class FolderDesk(ChangeDesk changes, PublicationDesk publication)
{
    private const int Looked = 50;

    /// <summary>The folder takes the place of the files of a change; what it does not hold is taken out.</summary>
    /// <param name="seen">The last step that its author saw.</param>
    public async Task<ChangeResult> Replace(
        ChangeId id,
        long seen,
        ImmutableSortedDictionary<string, byte[]> files,
        Actor by
    ) =>
        await changes.Load(id) is { } draft
            ? await changes.Save(id, seen, Over(draft, files), by)
            : ChangeResult.No(ChangeRefusal.Unknown);

    /// <summary>
    /// Opens a change with this folder and asks for its publication, for a second person to give. Asked again for the same
    /// release, it is the same change.
    /// </summary>
    public async Task<ChangeResult> Ask(
        string service,
        string title,
        ImmutableSortedDictionary<string, byte[]> files,
        PublicationAsk ask,
        Actor by,
        CancellationToken cancel
    )
    {
        foreach (var summary in await changes.Of(service, Looked))
            if (
                await changes.Find(summary.Id) is { State: ChangeState.Asked, Request.Hash: var hash } before
                && hash == ask.Hash
                && before.OpenedBy == by.Id
            )
                return new ChangeResult.Done(before);
        var opened = await changes.Open(service, title, ask.Note, by);
        if (opened is not ChangeResult.Done { Change: var change })
            return opened;
        var result = await Replace(change.Id, change.Steps, files, by);
        if (result is ChangeResult.Done)
            result = await publication.Ask(change.Id, ask, by, cancel);
        if (result is not ChangeResult.Done)
            await publication.GiveUp(change.Id, Refusal(result)?.Number, by);
        return result;
    }

    private static ChangeRefusal? Refusal(ChangeResult result) => (result as ChangeResult.Refused)?.Refusal;

    private static Dictionary<string, byte[]?> Over(Draft draft, ImmutableSortedDictionary<string, byte[]> files)
    {
        var written = files.ToDictionary(f => f.Key, f => (byte[]?)f.Value, StringComparer.Ordinal);
        foreach (var path in draft.Parts.Keys.Where(p => !p.StartsWith("shared/", StringComparison.Ordinal)))
            written.TryAdd(path, null);
        return written;
    }
}
