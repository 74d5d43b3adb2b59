using Genggam.Standards.Bpmn;
using Genggam.Standards.Feel;

namespace Genggam.Engine;

/// <summary>What is thrown (BPMN 2.0, 13.5.2 and 10.5.6).</summary>
internal sealed partial class ProcessRun
{
    /// <summary>
    /// Signals wait until all tokens rest: whoever was on the way to a catching event in the same moment hears them. The
    /// thrower goes on after it, where it was not ended by what it threw.
    /// </summary>
    private void Throw(Arrival arrival, EventDefinition? definition)
    {
        var (node, _, scope, _) = arrival;
        if (arrivals.Count > 0 && Parts(definition).Any(IsSignal))
        {
            throwing.Enqueue(arrival);
            return;
        }
        // Before anything is thrown: a handler may change what the key is made of.
        var keys = new Queue<string?>();
        foreach (var message in Parts(definition).OfType<NamedDefinition>().Where(d => d.Kind == "message"))
        {
            if (!HasKey(message, scope, out var key))
            {
                Stop(node, scope, Incidents.NoValue, "correlationKey");
                return;
            }
            keys.Enqueue(key);
        }
        var before = Endings(scope);
        foreach (var part in Parts(definition))
        {
            if (Endings(scope) != before)
                return;
            switch (part)
            {
                case TerminateDefinition:
                    EndContents(scope);
                    EndHandlers(scope);
                    return;
                case NamedDefinition { Kind: "error" } error:
                    ThrowError(node, error, scope);
                    return;
                case NamedDefinition { Kind: "link" } link when Target(node, link) is { } target:
                    arrivals.Enqueue(new(target, null, scope));
                    return;
                case NamedDefinition { Kind: "escalation" } escalation:
                    Emit(new CaseEvent.Thrown(node.Id, "escalation", escalation.Name, null, null));
                    Raise("escalation", escalation.Name, scope, null);
                    break;
                case NamedDefinition { Kind: "signal" } signal:
                    var name = signal.Name ?? signal.Reference ?? "";
                    var everywhere = Do(id => new Effect.BroadcastSignal(id, name));
                    Emit(new CaseEvent.Thrown(node.Id, "signal", name, everywhere, null));
                    Spread(name);
                    break;
                case NamedDefinition { Kind: "message" } message:
                    Send(node, message, keys.Dequeue(), scope);
                    break;
                default:
                    Stop(node, scope, Incidents.NotRunnable, node.Id);
                    return;
            }
        }
        if (Endings(scope) == before)
            Follow(node, scope);
    }

    private static bool IsSignal(EventDefinition definition) => definition is NamedDefinition { Kind: "signal" };

    private IntermediateCatchEvent? Target(FlowNode node, NamedDefinition link) =>
        Process.LevelOf(node.Id).Catching(link).FirstOrDefault();

    private void ThrowError(FlowNode node, NamedDefinition error, int? scope)
    {
        Emit(new CaseEvent.Thrown(node.Id, "error", error.Name, null, null));
        if (!Raise("error", error.Name, scope, null))
            Stop(node, scope, Incidents.NotCaught, error.Name ?? "");
    }

    /// <summary>An error that came from outside, at the activity that waits for it. False where nothing catches it.</summary>
    public bool Fails(AwaitedAnswer awaited, string code)
    {
        if (State.Tokens.GetValueOrDefault(awaited.Token) is not { } token)
            return false;
        Emit(new CaseEvent.Thrown(awaited.Element, "error", code, null, null));
        if (!Raise("error", code, token.Scope, token.Id))
            return false;
        Travel();
        return true;
    }

    private void Send(FlowNode node, NamedDefinition message, string? key, int? scope)
    {
        var data = FeelContext.Empty;
        foreach (var mapping in node is Activity ? [] : node.Inputs)
            data = data.WithAt(mapping.Target, Evaluate(mapping.Source, scope));
        if (node is Activity activity && InstanceOf(activity, scope) is { } instance)
            data = instance.Locals;
        if (key is not null)
            data = data.With("key", key);
        var name = message.Name ?? message.Reference ?? "";
        var effect = Do(id => new Effect.SendMessage(id, name));
        Emit(new CaseEvent.Thrown(node.Id, "message", name, effect, data.Names.IsEmpty ? null : new Personal(data)));
    }

    /// <summary>
    /// The innermost handler around takes it: on each level an event sub-process, then the boundary of the activity
    /// (10.5.7).
    /// </summary>
    /// <param name="at">The token of the activity that it was thrown at, where it came from outside.</param>
    private bool Raise(string kind, string? code, int? scope, int? at)
    {
        if (at is { } token && RaiseAt(kind, code, token))
            return true;
        while (true)
        {
            if (scope is { } id && State.Scopes[id].Kind != ScopeKind.Body)
            {
                if (State.Scopes[id].Token is { } whole && RaiseAt(kind, code, whole))
                    return true;
                scope = State.Scopes[id].Parent;
                continue;
            }
            if (!IsInterrupted(scope) && Handler(kind, code, LevelOf(scope)) is { } start)
            {
                Handle(start, scope, Told(code));
                return true;
            }
            if (scope is not { } inner)
                return false;
            if (State.Scopes[inner].Token is { } activity && RaiseAt(kind, code, activity))
                return true;
            scope = State.Scopes[inner].Parent;
        }
    }

    private bool RaiseAt(string kind, string? code, int token)
    {
        var host = State.Tokens[token];
        if (Node(host.Element) is not Activity activity || InstanceOf(activity, host.Scope) is { Round: > 0 })
            return false;
        var boundary = Best(Boundaries(activity), b => b.Definition, kind, code);
        if (boundary is null)
            return false;
        Leave(boundary, token, Told(code));
        return true;
    }

    private static FeelContext Told(string? code) => code is null ? FeelContext.Empty : FeelContext.Of(("code", code));

    private ProcessModel LevelOf(int? scope) =>
        scope is not { } id ? Process : Process.Inside(Node(State.Scopes[id].Element))!;

    private static StartEvent? Handler(string kind, string? code, ProcessModel level) =>
        Best(
            level
                .Nodes.OfType<SubProcess>()
                .Where(s => s.TriggeredByEvent)
                .Select(s => s.Body.Start)
                .OfType<StartEvent>(),
            s => s.Definition,
            kind,
            code
        );

    /// <summary>One that names the code before one that catches all.</summary>
    private static T? Best<T>(IEnumerable<T> events, Func<T, EventDefinition?> definition, string kind, string? code)
        where T : class
    {
        var candidates = events
            .SelectMany(e => Parts(definition(e)).OfType<NamedDefinition>().Select(d => (Event: e, Definition: d)))
            .Where(c => c.Definition.Kind == kind)
            .ToList();
        return candidates.Find(c => c.Definition.Name is { } name && name == code).Event
            ?? candidates.Find(c => c.Definition.Name is null).Event;
    }

    private static bool Catches(EventDefinition? caught, EventDefinition thrown) =>
        thrown is NamedDefinition event_
        && Parts(caught)
            .OfType<NamedDefinition>()
            .Any(c => c.Kind == event_.Kind && (c.Name ?? c.Reference) == (event_.Name ?? event_.Reference));
}
