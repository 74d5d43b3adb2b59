using System.Collections.Immutable;
using Genggam.Standards.Feel;

namespace Genggam.Engine;

/// <summary>How scopes and what they wait for follow from events.</summary>
public static partial class CaseLogic
{
    private static Case FoldScope(Case state, CaseEvent happened) =>
        happened switch
        {
            CaseEvent.ScopeOpened e => Opened(state, e),
            CaseEvent.ScopeClosed e => Closed(state, e),
            CaseEvent.LocalsWritten e => Change(
                state,
                e.Scope,
                s => s with { Locals = s.Locals.Merge(e.Values.Values) }
            ),
            CaseEvent.ItemCollected e => Change(
                state,
                e.Scope,
                s => s with { Collected = s.Collected.SetItem(e.Round, Only(e.Item)) }
            ),
            CaseEvent.Interrupted e => e.Scope is { } scope
                ? Change(state, scope, s => s with { Interrupted = true })
                : state with
                {
                    Interrupted = true,
                },
            CaseEvent.Subscribed e => state with
            {
                Subscriptions = state.Subscriptions.SetItem(
                    e.Id,
                    new Subscription(e.Id, e.Element, e.Token, e.Scope, e.Kind, e.Name, e.Key?.AsText)
                ),
            },
            CaseEvent.Unsubscribed e => state with { Subscriptions = state.Subscriptions.Remove(e.Id) },
            CaseEvent.ConditionTurned e => state.Subscriptions.TryGetValue(e.Id, out var waiting)
                ? state with
                {
                    Subscriptions = state.Subscriptions.SetItem(e.Id, waiting with { Holds = e.Holds }),
                }
                : state,
            CaseEvent.Thrown => state,
            CaseEvent.MessageKept e => state with
            {
                Messages = state.Messages.Add(new KeptMessage(e.Id, e.Name, e.Key?.AsText, e.Data.Values)),
            },
            CaseEvent.MessageTaken e => state with { Messages = state.Messages.RemoveAll(m => m.Id == e.Id) },
            _ => throw new ArgumentOutOfRangeException(nameof(happened)),
        };

    private static Case Opened(Case state, CaseEvent.ScopeOpened e)
    {
        var scope = new Scope(e.Scope, e.Kind, e.Element, e.Parent, e.Token, e.Locals?.Values ?? FeelContext.Empty)
        {
            Total = e.Total ?? 0,
            Items = e.Items is { } items && Only(items) is FeelList list ? list.Items : [],
            Round = e.Round ?? 0,
        };
        var opened = Inside(
            state with
            {
                LastToken = Math.Max(state.LastToken, e.Scope),
                Scopes = state.Scopes.SetItem(e.Scope, scope),
            },
            e.Parent,
            1
        );
        return e is { Round: not null, Parent: { } loop }
            ? Change(opened, loop, s => s with { Started = s.Started + 1 })
            : opened;
    }

    private static Case Closed(Case state, CaseEvent.ScopeClosed e)
    {
        if (!state.Scopes.TryGetValue(e.Scope, out var scope))
            return state;
        var closed = Inside(state with { Scopes = state.Scopes.Remove(e.Scope) }, scope.Parent, -1);
        return e.Completed == true && scope.Parent is { } loop
            ? Change(closed, loop, s => s with { Completed = s.Completed + 1 })
            : closed;
    }

    private static Case Inside(Case state, int? scope, int more) =>
        scope is { } id ? Change(state, id, s => s with { Inside = s.Inside + more }) : state;

    private static Case Change(Case state, int scope, Func<Scope, Scope> change) =>
        state.Scopes.TryGetValue(scope, out var found)
            ? state with
            {
                Scopes = state.Scopes.SetItem(scope, change(found)),
            }
            : state;

    private static FeelValue Only(Personal value) =>
        value.Values.Names is [var name, ..] ? value.Values[name] : FeelValue.Null;
}
