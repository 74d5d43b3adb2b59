using System.Collections.Immutable;

namespace Genggam.Engine;

/// <summary>How a move to another release shows in the case.</summary>
public static partial class CaseLogic
{
    private static Case FoldMove(Case state, CaseEvent happened) =>
        happened switch
        {
            CaseEvent.Migrated e => Renamed(state, e.Renamed) with { MovedBy = e.Migration },
            CaseEvent.MigrationUndone => state.Before is { } before
                ? before with
                {
                    Sequence = state.Sequence,
                    LastAt = state.LastAt,
                }
                : state,
            CaseEvent.TaskChanged e => state.Tasks.TryGetValue(e.Task, out var task)
                ? state with
                {
                    Tasks = state.Tasks.SetItem(e.Task, task with { Role = e.Role, Form = e.Form }),
                }
                : state,
            _ => throw new ArgumentOutOfRangeException(nameof(happened)),
        };

    private static Case Renamed(Case state, ImmutableSortedDictionary<string, string> names)
    {
        if (names.IsEmpty)
            return state;
        return state with
        {
            Tokens = Each(
                state.Tokens,
                t => t with { Element = Now(t.Element), Flow = t.Flow is { } f ? Now(f) : null }
            ),
            Tasks = Each(state.Tasks, t => t with { Element = Now(t.Element) }),
            Scopes = Each(state.Scopes, s => s with { Element = Now(s.Element) }),
            Incidents = state.Incidents.Values.ToImmutableSortedDictionary(
                i => Now(i.Element),
                i => i with { Element = Now(i.Element) },
                StringComparer.Ordinal
            ),
            // Who did a step that has the name already did it; who did one that got the name follows.
            DoneBy = state
                .DoneBy.Where(d => Now(d.Key) != d.Key)
                .Aggregate(
                    state.DoneBy.RemoveRange(state.DoneBy.Keys.Where(k => Now(k) != k)),
                    (done, d) => done.ContainsKey(Now(d.Key)) ? done : done.Add(Now(d.Key), d.Value)
                ),
        };

        string Now(string id) => names.GetValueOrDefault(id, id);
    }

    private static ImmutableSortedDictionary<TKey, T> Each<TKey, T>(
        ImmutableSortedDictionary<TKey, T> all,
        Func<T, T> change
    )
        where TKey : notnull => all.SetItems(all.Select(pair => KeyValuePair.Create(pair.Key, change(pair.Value))));
}
