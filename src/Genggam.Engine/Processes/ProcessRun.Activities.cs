using Genggam.Standards.Bpmn;
using Genggam.Standards.Feel;

namespace Genggam.Engine;

/// <summary>How an activity begins and ends, alone or in rounds (BPMN 2.0, 13.3).</summary>
internal sealed partial class ProcessRun
{
    private const int MaxRounds = 1_000;

    private void Start(Activity activity, string? flow, int? scope, bool again)
    {
        if (InstanceOf(activity, scope) is { } instance)
        {
            foreach (var mapping in activity.Inputs)
                WriteLocal(instance, mapping);
            Work(activity, flow, scope);
        }
        else if (!again && activity.StartQuantity > 1 && !Gathered(activity, flow, scope)) { }
        else if (activity.Loop is { } loop)
            StartLoop(activity, loop, flow, scope);
        else if (!activity.Inputs.IsEmpty || !activity.Declares.IsEmpty)
            Start(
                activity,
                flow,
                Open(ScopeKind.Instance, activity, scope, null, Declared(activity.Declares)),
                again: true
            );
        else
            Work(activity, flow, scope);
    }

    private Scope? InstanceOf(Activity activity, int? scope) =>
        scope is { } id && State.Scopes[id] is { Kind: ScopeKind.Instance } found && found.Element == activity.Id
            ? found
            : null;

    private void WriteLocal(Scope instance, IoMapping mapping) =>
        Emit(
            new CaseEvent.LocalsWritten(
                instance.Id,
                new Personal(FeelContext.Empty.WithAt(mapping.Target, Evaluate(mapping.Source, instance.Id)))
            )
        );

    /// <summary>Holds tokens back until as many have come as the activity begins with.</summary>
    private bool Gathered(Activity activity, string? flow, int? scope)
    {
        Place(activity, flow, scope, gathers: true);
        var waiting = At(activity, scope).FindAll(t => t.Gathers);
        if (waiting.Count < activity.StartQuantity)
            return false;
        foreach (var token in waiting[..activity.StartQuantity])
            Emit(new CaseEvent.TokenTaken(token.Id));
        return true;
    }

    /// <summary>The work of a node is done; what waited there is gone already.</summary>
    private void Done(FlowNode node, int? scope, FeelContext? came = null)
    {
        if (node is Activity activity)
        {
            MapOut(node, scope, Outer(activity, scope), came);
            Finished(activity, scope);
        }
        else
        {
            MapOut(node, scope, scope, came);
            Follow(node, scope);
        }
    }

    /// <summary>Where an activity leaves what it gives: one of several instances keeps it for the collection.</summary>
    private int? Outer(Activity activity, int? scope) =>
        InstanceOf(activity, scope) is { } instance
        && (instance.Round == 0 || activity.Loop is { Kind: LoopKind.Standard })
            ? instance.Parent
            : scope;

    private void Finished(Activity activity, int? scope)
    {
        if (InstanceOf(activity, scope) is not { } instance)
            Leave(activity, scope);
        else if (instance.Round > 0)
            EndRound(activity, activity.Loop!, instance);
        else
        {
            CloseScope(instance.Id);
            Leave(activity, instance.Parent);
        }
    }

    private void Leave(Activity activity, int? scope)
    {
        for (var times = activity.CompletionQuantity; times > 0; times--)
            Follow(activity, scope);
    }

    private void StartLoop(Activity activity, LoopMarker loop, string? flow, int? scope)
    {
        int? total = loop.Maximum;
        FeelList? items = null;
        if (loop.Kind != LoopKind.Standard)
        {
            var collection = Evaluate(loop.Collection!, scope);
            items = collection as FeelList;
            total = items?.Items.Length ?? Whole(collection);
            if (total is null or < 0 or > MaxRounds)
            {
                Stop(activity, scope, Incidents.BadRounds, loop.Collection!.Source);
                return;
            }
        }
        if (total == 0 || loop is { TestBefore: true, Condition: { } first } && !Holds(first, scope))
        {
            if (loop.OutputCollection is { } none)
                Write(none, FeelList.Empty, scope);
            Leave(activity, scope);
            return;
        }
        var token = Place(activity, flow, scope);
        if (!Guard(activity, token, scope))
            return;
        var opened = State.LastToken + 1;
        Emit(
            new CaseEvent.ScopeOpened(opened, ScopeKind.Loop, activity.Id, scope, token, null)
            {
                Total = total,
                Items = items is null ? null : new Personal(FeelContext.Of((activity.Id, items))),
            }
        );
        var rounds = loop.Kind == LoopKind.Parallel ? total!.Value : 1;
        for (var round = 1; round <= rounds; round++)
            StartRound(activity, loop, opened);
    }

    private static int? Whole(FeelValue value) =>
        value is FeelNumber { Value: >= 0 and <= int.MaxValue and var number } && number == decimal.Truncate(number)
            ? (int)number
            : null;

    private void StartRound(Activity activity, LoopMarker loop, int scope)
    {
        var whole = State.Scopes[scope];
        var round = whole.Started + 1;
        string[] kept =
            loop.Kind == LoopKind.Standard
                ? []
                : [activity.Id, .. activity.Outputs.Select(o => o.Target.Split('.')[0])];
        var locals = Declared([.. kept, .. activity.Declares]).With("loopCounter", round);
        if (loop.Element is { } element)
            locals = locals.With(element, round <= whole.Items.Length ? whole.Items[round - 1] : FeelValue.Null);
        arrivals.Enqueue(new(activity, null, Open(ScopeKind.Instance, activity, scope, null, locals, round)));
    }

    private void EndRound(Activity activity, LoopMarker loop, Scope instance)
    {
        var around = instance.Parent!.Value;
        var left = loop.OutputElement is { } element
            ? Evaluate(element, instance.Id)
            : State.Scopes[instance.Id].Locals[activity.Id];
        if (!left.IsNull || loop.OutputCollection is not null)
            Emit(
                new CaseEvent.ItemCollected(
                    around,
                    instance.Round,
                    new Personal(FeelContext.Of((loop.OutputCollection ?? activity.Id, left)))
                )
            );
        CloseScope(instance.Id, completed: true);
        var whole = State.Scopes[around];
        ThrowOfRound(activity, loop, whole);
        if (IsOver(loop, whole))
            EndLoop(activity, loop, whole);
        else if (loop.Kind != LoopKind.Parallel)
            StartRound(activity, loop, around);
    }

    private bool IsOver(LoopMarker loop, Scope whole)
    {
        var counted = Counted(loop, whole);
        if (loop.Kind == LoopKind.Standard)
            return whole.Total > 0 && whole.Completed >= whole.Total
                || loop.Condition is { } goesOn && !Holds(goesOn, whole.Parent, counted);
        return whole.Completed >= whole.Total || loop.Condition is { } ends && Holds(ends, whole.Id, counted);
    }

    /// <summary>The attributes of 10.3.8 that conditions of a loop may read, and what was collected so far.</summary>
    private FeelContext Counted(LoopMarker loop, Scope whole)
    {
        var active = State.Scopes.Values.Count(s => s.Parent == whole.Id);
        var counted = FeelContext.Of(
            ("loopCounter", whole.Completed),
            (
                "numberOfInstances",
                loop.Kind == LoopKind.Sequential ? whole.Started : Math.Max(whole.Total, whole.Started)
            ),
            ("numberOfActiveInstances", active),
            ("numberOfCompletedInstances", whole.Completed),
            ("numberOfTerminatedInstances", whole.Started - whole.Completed - active)
        );
        return loop.OutputCollection is { } name ? counted.With(name, Collected(whole)) : counted;
    }

    private static FeelList Collected(Scope whole) => new([.. whole.Collected.Values]);

    private void EndLoop(Activity activity, LoopMarker loop, Scope whole)
    {
        var collected = Collected(State.Scopes[whole.Id]);
        EndToken(whole.Token!.Value);
        if (loop.OutputCollection is not null || !collected.Items.IsEmpty)
            Write(loop.OutputCollection ?? activity.Id, collected, whole.Parent);
        Leave(activity, whole.Parent);
    }

    /// <summary>A completed round may throw at the boundary of the whole, which goes on (behavior, 10.3.8).</summary>
    private void ThrowOfRound(Activity activity, LoopMarker loop, Scope whole)
    {
        var counted = Counted(loop, whole);
        foreach (var thrown in loop.Thrown)
        {
            var now = loop.Behaviour switch
            {
                LoopBehaviour.None => true,
                LoopBehaviour.One => whole.Completed == 1,
                LoopBehaviour.Complex => thrown.Condition is not { } condition || Holds(condition, whole.Id, counted),
                _ => false,
            };
            foreach (var boundary in now ? Boundaries(activity) : [])
                if (Catches(boundary.Definition, thrown.Definition))
                    Follow(boundary, whole.Parent);
        }
    }
}
