using Genggam.Standards.Bpmn;
using Genggam.Standards.Feel;

namespace Genggam.Engine;

/// <summary>Levels inside the process: sub-processes, called processes, event sub-processes (BPMN 2.0, 13.3.4 and 13.5.4).</summary>
internal sealed partial class ProcessRun
{
    /// <summary>Levels inside levels at most.</summary>
    private const int MaxDepth = 40;

    /// <summary>How often the contents of a level were ended: a token that is on the way may have been one of them.</summary>
    private readonly Dictionary<int, int> endings = [];

    /// <summary>Every token, task, timer and awaited answer ends.</summary>
    public void EndEverything()
    {
        EndContents(null);
        EndHandlers(null);
    }

    /// <summary>A level begins: first its handlers watch, then its start event goes, unless a handler took over at once.</summary>
    private void Enter(ProcessModel level, int? scope)
    {
        Watch(level, scope);
        if (!IsInterrupted(scope))
            foreach (var node in level.Beginnings)
                arrivals.Enqueue(new(node, null, scope));
    }

    private bool IsInterrupted(int? scope) => scope is { } id ? State.Scopes[id].Interrupted : State.Interrupted;

    private void OpenLevel(Activity activity, ProcessModel level, string? flow, int? scope)
    {
        if (Depth(scope) >= MaxDepth)
        {
            Stop(activity, scope, Incidents.TooManySteps, "depth");
            return;
        }
        var token = Place(activity, flow, scope);
        if (!Guard(activity, token, scope))
            return;
        Enter(level, Open(ScopeKind.Body, activity, scope, token, Declared(level.Declares)));
    }

    private int Depth(int? scope)
    {
        var depth = 0;
        for (; scope is { } id; scope = State.Scopes[id].Parent)
            depth++;
        return depth;
    }

    private int Open(ScopeKind kind, FlowNode node, int? parent, int? token, FeelContext locals, int? round = null)
    {
        var scope = State.LastToken + 1;
        Emit(
            new CaseEvent.ScopeOpened(
                scope,
                kind,
                node.Id,
                parent,
                token,
                locals.Names.IsEmpty ? null : new Personal(locals)
            )
            {
                Round = round,
            }
        );
        return scope;
    }

    private static FeelContext Declared(IEnumerable<string> names) =>
        FeelContext.Of(names.Select(name => (name, FeelValue.Null)));

    /// <summary>Closes one level in which nothing is left; the activity around it is done.</summary>
    private bool FinishLevel()
    {
        foreach (var scope in State.Scopes.Values)
        {
            if (scope is not { Kind: ScopeKind.Body, Inside: 0 })
                continue;
            var node = Node(scope.Element);
            if (scope.Token is not { } token)
            {
                CloseScope(scope.Id);
                return true;
            }
            var outer = State.Tokens[token].Scope;
            MapOut(node, scope.Id, Outer((Activity)node, outer));
            CloseScope(scope.Id);
            EndToken(token);
            Finished((Activity)node, outer);
            return true;
        }
        return false;
    }

    private void CloseScope(int scope, bool? completed = null)
    {
        EndHandlers(scope);
        Emit(new CaseEvent.ScopeClosed(scope, completed));
    }

    /// <summary>Breaks off a scope with all that runs in it.</summary>
    private void EndScope(int scope)
    {
        if (!State.Scopes.ContainsKey(scope))
            return;
        EndContents(scope);
        CloseScope(scope);
    }

    private int Endings(int? scope) => endings.GetValueOrDefault(scope ?? 0);

    private void EndContents(int? scope)
    {
        endings[scope ?? 0] = Endings(scope) + 1;
        foreach (var inner in State.Scopes.Values.Where(s => s.Parent == scope))
            EndScope(inner.Id);
        foreach (var token in State.Tokens.Values.Where(t => t.Scope == scope))
            EndToken(token.Id);
        Drop(arrivals, scope);
        Drop(throwing, scope);
    }

    private static void Drop(Queue<Arrival> queue, int? scope)
    {
        for (var left = queue.Count; left > 0; left--)
            if (queue.Dequeue() is var arrival && arrival.Scope != scope)
                queue.Enqueue(arrival);
    }

    /// <summary>What the event sub-processes of a level wait for ends.</summary>
    private void EndHandlers(int? scope)
    {
        foreach (var timer in State.Timers.Values.Where(t => t.Token == 0 && t.Scope == scope))
            ClearTimer(timer);
        foreach (var waiting in State.Subscriptions.Values.Where(s => s.Token is null && s.Scope == scope))
            Emit(new CaseEvent.Unsubscribed(waiting.Id));
    }

    /// <summary>The event sub-processes of a level watch for what starts them.</summary>
    private void Watch(ProcessModel level, int? scope)
    {
        foreach (var handler in level.Nodes.OfType<SubProcess>().Where(s => s.TriggeredByEvent))
            if (handler.Body.Start is { } start && !IsInterrupted(scope))
                Await(start, start.Definition, null, scope);
    }

    /// <param name="scope">The scope that the event sub-process belongs to.</param>
    private void Handle(StartEvent start, int? scope, FeelContext? came)
    {
        if (start.Interrupting)
        {
            EndContents(scope);
            EndHandlers(scope);
            Emit(new CaseEvent.Interrupted(scope));
        }
        var handler = HandlerOf(start);
        var inner = Open(ScopeKind.Body, handler, scope, null, Declared(handler.Body.Declares));
        MapOut(start, inner, inner, came);
        Watch(handler.Body, inner);
        if (!IsInterrupted(inner))
            arrivals.Enqueue(new(start, null, inner));
    }

    private SubProcess HandlerOf(StartEvent start)
    {
        var body = Process.LevelOf(start.Id);
        return Process.Everything.OfType<SubProcess>().First(s => ReferenceEquals(s.Body, body));
    }
}
