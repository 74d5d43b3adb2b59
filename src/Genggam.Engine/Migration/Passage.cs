using System.Collections.Immutable;
using Genggam.Standards.Bpmn;

namespace Genggam.Engine;

/// <summary>One case on its way from a process to another: where each thing that stands in it comes to stand.</summary>
internal sealed class Passage(MigrationPlan plan, Release old, Release next, Case state)
{
    private readonly Dictionary<string, string> map = (plan.Elements ?? ImmutableSortedDictionary<string, string>.Empty)
        .Where(pair => pair.Value is not null)
        .ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);

    public Release Next => next;

    /// <summary>The drawing is another one, so that what waits may go on by it.</summary>
    public bool IsOther { get; } = !SameDrawing(old, next);

    public string To(string element) => map.GetValueOrDefault(element, element);

    /// <summary>Elements at which something stands that has no place in the new process, in order.</summary>
    public ImmutableArray<string> Unplaced()
    {
        var standing = Standing().Distinct(StringComparer.Ordinal).ToList();
        var twice = standing.GroupBy(To, StringComparer.Ordinal).Where(g => g.Skip(1).Any()).SelectMany(g => g);
        return
        [
            .. standing
                .Where(e => !HasPlace(e))
                .Concat(
                    state
                        .Tokens.Values.Where(t => !IsWithin(t.Element, t.Scope) || !KeepsFlow(t))
                        .Select(t => t.Element)
                )
                .Concat(state.Scopes.Values.Where(s => !IsWithin(s.Element, s.Parent)).Select(s => s.Element))
                .Concat(twice)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>A join of the new process would wait in vain that did not in the old; asked where all have a place.</summary>
    public bool WouldWait()
    {
        var stuck = JoinsAhead
            .Stuck(next.Process, state.Tokens.Values.Select(t => t with { Element = To(t.Element), Flow = FlowOf(t) }))
            .ToList();
        return stuck.Count > 0 && stuck.Except(JoinsAhead.Stuck(old.Process, state.Tokens.Values).Select(To)).Any();
    }

    /// <summary>The elements and flows of the case that are called otherwise now.</summary>
    public ImmutableSortedDictionary<string, string> Renamed()
    {
        var renamed = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var element in Standing().Concat(state.DoneBy.Keys))
            if (To(element) is { } now && now != element)
                renamed[element] = now;
        foreach (var token in state.Tokens.Values)
            if (token.Flow is { } flow && FlowOf(token) is { } now && now != flow)
                renamed[flow] = now;
        return renamed.ToImmutable();
    }

    /// <summary>The level of the new process that a scope runs on.</summary>
    public ProcessModel? LevelIn(int? scope)
    {
        for (; scope is { } id && state.Scopes.TryGetValue(id, out var here); scope = here.Parent)
            if (here.Kind == ScopeKind.Body)
                return next.Process.Find(To(here.Element)) is { } node ? next.Process.Inside(node) : null;
        return next.Process;
    }

    /// <summary>Everything that waits in the case, and what waits in its place.</summary>
    public IEnumerable<Host> Hosts()
    {
        foreach (var token in state.Tokens.Values.Where(IsAtWork))
        {
            var guarded =
                token.Scope is not { } scope
                || state.Scopes[scope] is not { Round: > 0 } round
                || round.Element != token.Element;
            yield return new Host(
                token.Id,
                token.Scope,
                [.. Waits.At(old.Process, old.Process.Find(token.Element)!, guarded)],
                [.. Waits.At(next.Process, next.Process.Find(To(token.Element))!, guarded)]
            );
        }
        if (!state.Interrupted)
            yield return new Host(null, null, [.. Waits.In(old.Process)], [.. Waits.In(next.Process)]);
        foreach (var scope in state.Scopes.Values.Where(s => s is { Kind: ScopeKind.Body, Interrupted: false }))
            if (old.Process.Inside(old.Process.Find(scope.Element)!) is { } was && LevelIn(scope.Id) is { } now)
                yield return new Host(null, scope.Id, [.. Waits.In(was)], [.. Waits.In(now)]);
    }

    /// <param name="Token">The token that the waiting hangs on; null where it hangs on a level.</param>
    public sealed record Host(int? Token, int? Scope, ImmutableArray<Wait> Was, ImmutableArray<Wait> Next)
    {
        public bool Holds(OpenTimer timer) =>
            Token is { } token ? timer.Token == token : timer.Token == 0 && timer.Scope == Scope;

        public bool Holds(Subscription waiting) =>
            Token is { } token ? waiting.Token == token : waiting.Token is null && waiting.Scope == Scope;
    }

    private IEnumerable<string> Standing() =>
        state
            .Tokens.Values.Select(t => t.Element)
            .Concat(state.Tasks.Values.Select(t => t.Element))
            .Concat(state.Scopes.Values.Select(s => s.Element))
            .Concat(state.Incidents.Keys);

    private bool HasPlace(string element) =>
        old.Process.Find(element) is { } was && next.Process.Find(To(element)) is { } now && Likeness.Same(was, now);

    private bool IsWithin(string element, int? scope) =>
        next.Process.Find(To(element)) is { } node && ReferenceEquals(next.Process.LevelOf(node.Id), LevelIn(scope));

    /// <summary>What waits at a join must have come by a flow of the new one.</summary>
    private bool KeepsFlow(Token token) =>
        token.Flow is null
        || next.Process.Find(To(token.Element)) is not (ParallelGateway or InclusiveGateway)
        || FlowOf(token) is not null;

    /// <summary>The flow of the new process: the one named for it, of the same id, or between the same elements.</summary>
    private string? FlowOf(Token token)
    {
        if (token.Flow is not { } flow || next.Process.Find(To(token.Element)) is not { } node)
            return null;
        var incoming = next.Process.LevelOf(node.Id).Incoming(node.Id).ToList();
        var was = old.Process.Find(token.Element) is { } before
            ? old.Process.LevelOf(before.Id).Incoming(before.Id).FirstOrDefault(f => f.Id == flow)
            : null;
        return incoming.Find(f => f.Id == map.GetValueOrDefault(flow))?.Id
            ?? incoming.Find(f => f.Id == flow)?.Id
            ?? (incoming.FindAll(f => was is not null && f.Source == To(was.Source)) is [var only] ? only.Id : null);
    }

    /// <summary>The work at the element has begun: one that gathers others or stopped on its way waits for nothing yet.</summary>
    private bool IsAtWork(Token token) =>
        state.Tasks.Values.Any(t => t.Token == token.Id)
        || state.Scopes.Values.Any(s => s.Token == token.Id)
        || state.Timers.Values.Any(t => t.Token == token.Id)
        || state.Subscriptions.Values.Any(s => s.Token == token.Id);

    private static bool SameDrawing(Release a, Release b)
    {
        var drawings = Drawings(a).ToList();
        return drawings.Count == Drawings(b).Count()
            && drawings.TrueForAll(d =>
                b.Parts.TryGetValue(d.Key, out var other) && other.AsSpan().SequenceEqual(d.Value.AsSpan())
            );
    }

    private static IEnumerable<KeyValuePair<string, ImmutableArray<byte>>> Drawings(Release release) =>
        release.Parts.Where(p => p.Key.EndsWith(".bpmn", StringComparison.Ordinal));
}
