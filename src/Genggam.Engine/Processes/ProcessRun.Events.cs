using System.Globalization;
using Genggam.Standards.Bpmn;
using Genggam.Standards.Feel;

namespace Genggam.Engine;

/// <summary>What is caught (BPMN 2.0, 13.5).</summary>
internal sealed partial class ProcessRun
{
    /// <summary>Messages that are kept for a case until something waits for them.</summary>
    private const int MaxKept = 100;

    private static IEnumerable<EventDefinition> Parts(EventDefinition? definition) =>
        definition switch
        {
            null => [],
            MultipleDefinition multiple => multiple.Parts,
            _ => [definition],
        };

    /// <summary>The boundary events of an activity begin to watch. False where one of them ended it at once.</summary>
    private bool Guard(Activity activity, int token, int? scope)
    {
        if (InstanceOf(activity, scope) is { Round: > 0 })
            return true;
        foreach (var boundary in Boundaries(activity))
            Await(boundary, boundary.Definition, token, scope);
        return State.Tokens.ContainsKey(token);
    }

    /// <param name="token">What it hangs on; null for the start of an event sub-process.</param>
    private void Await(FlowNode node, EventDefinition? definition, int? token, int? scope)
    {
        var parts = Parts(definition).ToList();
        for (var part = 0; part < parts.Count; part++)
            Await(node, parts[part], part, token, scope);
    }

    private void Await(FlowNode node, EventDefinition definition, int part, int? token, int? scope)
    {
        if (!IsAlive(scope) || token is { } hangsOn && !State.Tokens.ContainsKey(hangsOn))
            return;
        if (definition is TimerDefinition timer)
            SetTimer(node, timer, part, token, scope);
        else if (definition is NamedDefinition { Kind: "message" or "signal" or "conditional" } named)
            Subscribe(node, named, part, token, scope);
    }

    private void Subscribe(FlowNode node, NamedDefinition named, int part, int? token, int? scope)
    {
        if (!HasKey(named, scope, out var key))
        {
            CannotWait(node, part, token, scope, "correlationKey" + Suffix(part));
            return;
        }
        var id = Hanging(node, part, token, scope);
        Emit(
            new CaseEvent.Subscribed(
                id,
                node.Id,
                token,
                scope,
                named.Kind,
                named.Name ?? named.Reference,
                key is null ? null : Personal.Text(key)
            )
        );
        if (named.Kind == "conditional" && Holds(named.Condition!, scope))
            Turned(State.Subscriptions[id]);
        while (State.Subscriptions.TryGetValue(id, out var waiting) && Kept(waiting) is { } early)
        {
            Emit(new CaseEvent.MessageTaken(early.Id));
            Caught(waiting, early.Data);
            if (World.Level < EngineLevel.Three)
                return;
        }
    }

    /// <summary>A text, number, boolean or moment. False where a message has an expression for its key that gives none.</summary>
    /// <param name="key">Null where the message's name is enough.</param>
    private bool HasKey(NamedDefinition message, int? scope, out string? key)
    {
        key = null;
        if (message is not { Kind: "message", CorrelationKey: { } text })
            return true;
        var value = Evaluate(text, scope);
        if (World.Level < EngineLevel.Three)
        {
            key = value.IsNull ? null : value.ToString();
            return true;
        }
        if (value is FeelString or FeelNumber or FeelBoolean or FeelDate or FeelTime or FeelDateTime)
            key = value.ToString();
        return !string.IsNullOrWhiteSpace(key);
    }

    private static string Hanging(FlowNode node, int part, int? token, int? scope) =>
        token is { } id
            ? string.Create(CultureInfo.InvariantCulture, $"{node.Id}@{id}{Suffix(part)}")
            : string.Create(CultureInfo.InvariantCulture, $"{node.Id}@s{scope ?? 0}{Suffix(part)}");

    private static string Suffix(int part) => part == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"#{part}");

    private KeptMessage? Kept(Subscription waiting) =>
        State.Messages.FirstOrDefault(m => IsFor(m.Name, m.Key, waiting));

    private static bool IsFor(string name, string? key, Subscription waiting) =>
        waiting.Kind == "message" && waiting.Name == name && (waiting.Key is null || waiting.Key == key);

    /// <summary>Takes a message to the one that waits longest for it; keeps it where nothing waits yet. Null is taken.</summary>
    public string? Receive(string name, string? key, FeelContext data)
    {
        if (State.Subscriptions.Values.Where(s => IsFor(name, key, s)).MinBy(s => s.Token ?? 0) is { } waiting)
        {
            Caught(waiting, data);
            Travel();
            return null;
        }
        if (State.Messages.Length >= MaxKept || !Process.Everything.Any(n => Awaits(n, name)))
            return Refusals.NotAwaited;
        var id = string.Create(CultureInfo.InvariantCulture, $"m{sequence}");
        Emit(new CaseEvent.MessageKept(id, name, key is null ? null : Personal.Text(key), new Personal(data)));
        return null;
    }

    private static bool Awaits(FlowNode node, string message) =>
        node switch
        {
            ReceiveTask receive => receive.Message?.Name == message,
            ProcessEvent caught and not (EndEvent or IntermediateThrowEvent) => Parts(caught.Definition)
                .Any(d => d is NamedDefinition { Kind: "message" } named && named.Name == message),
            _ => false,
        };

    /// <summary>False where nothing waits for the signal.</summary>
    public bool Hear(string signal)
    {
        var heard = Spread(signal);
        Travel();
        return heard;
    }

    private bool Spread(string signal)
    {
        var waiting = State.Subscriptions.Values.Where(s => s.Kind == "signal" && s.Name == signal).ToList();
        foreach (var one in waiting)
            if (State.Subscriptions.ContainsKey(one.Id))
                Caught(one, null);
        return waiting.Count > 0;
    }

    /// <summary>Asks the conditions that are waited for; each triggers when it turns true (10.5.5).</summary>
    private bool AskConditions()
    {
        foreach (var waiting in State.Subscriptions.Values.Where(s => s.Kind == "conditional"))
        {
            var holds = Holds(ConditionOf(waiting), waiting.Scope);
            if (holds == waiting.Holds)
                continue;
            if (holds)
                Turned(waiting);
            else
                Emit(new CaseEvent.ConditionTurned(waiting.Id, false));
            return true;
        }
        return false;
    }

    private FeelText ConditionOf(Subscription waiting) =>
        (
            (NamedDefinition)Parts(((ProcessEvent)Node(waiting.Element)).Definition).ElementAt(PartOf(waiting.Id))
        ).Condition!;

    /// <summary>Which of several definitions a timer or subscription is of; its id ends with it.</summary>
    private static int PartOf(string id)
    {
        var hash = id.LastIndexOf('#');
        if (hash < 0)
            return 0;
        var end = id.IndexOf('~', hash);
        return int.Parse(id.AsSpan()[(hash + 1)..(end < 0 ? id.Length : end)], CultureInfo.InvariantCulture);
    }

    private void Turned(Subscription waiting)
    {
        Emit(new CaseEvent.ConditionTurned(waiting.Id, true));
        Caught(waiting, null);
    }

    /// <summary>One of the things that an event waits for has come.</summary>
    private void Caught(Subscription waiting, FeelContext? came)
    {
        if (Node(waiting.Element) is ProcessEvent { Definition: MultipleDefinition { All: true } })
        {
            Emit(new CaseEvent.Unsubscribed(waiting.Id));
            if (StillAwaits(waiting.Element, waiting.Token, waiting.Scope))
                return;
        }
        Trigger(waiting.Element, waiting.Token, waiting.Scope, came);
    }

    /// <summary>Of an event that waits for several things: whether one is still missing.</summary>
    private bool StillAwaits(string element, int? token, int? scope) =>
        State.Subscriptions.Values.Any(s =>
            s.Element == element && s.Token == token && (token is not null || s.Scope == scope)
        )
        || State.Timers.Values.Any(t =>
            t.Element == element && t.Token == (token ?? 0) && (token is not null || t.Scope == scope)
        );

    private void Trigger(string element, int? token, int? scope, FeelContext? came)
    {
        switch (Node(element))
        {
            case StartEvent start:
                Handle(start, scope, came);
                break;
            case BoundaryEvent boundary:
                Leave(boundary, token!.Value, came);
                break;
            case var node:
                // The token waits at the event itself, or at the event-based gateway in front of it.
                EndToken(token!.Value);
                Done(node, scope, came);
                break;
        }
    }

    /// <summary>A boundary event goes on outside the activity, which it may end.</summary>
    private void Leave(BoundaryEvent boundary, int token, FeelContext? came)
    {
        var inside = State.Tokens[token].Scope;
        var outside = Outer((Activity)Node(boundary.AttachedTo), inside);
        if (boundary.CancelActivity)
        {
            EndToken(token);
            if (outside != inside)
                EndScope(inside!.Value);
        }
        Done(boundary, outside, came);
    }
}
