using System.Globalization;
using Genggam.Standards;
using Genggam.Standards.Bpmn;

namespace Genggam.Engine;

/// <summary>What the engine can run. Everything else is refused before publishing, by name; nothing is silently ignored.</summary>
public static class Runnable
{
    public static IEnumerable<Problem> Problems(Release release)
    {
        foreach (var node in release.Process.Everything)
            if (Reason(node, release) is { } reason)
                yield return new Problem("RUN-001", reason, node.At);
        foreach (var problem in HiddenNames.Problems(release.Process))
            yield return problem;
        foreach (var twice in release.Process.Everything.GroupBy(n => n.Id).Where(g => g.Skip(1).Any()))
            yield return new Problem(
                "RUN-002",
                $"The id {twice.Key} stands in two processes that call each other.",
                twice.Last().At
            );
        foreach (var process in release.Process.Callable.Values.Append(release.Process))
            if (CallsItself(process, release.Process))
                yield return new Problem("RUN-003", $"The process {process.Id} calls itself.", process.At);
    }

    private static string? Reason(FlowNode node, Release release) =>
        node switch
        {
            { Demands: [var demand, ..] } => $"The engine cannot run {demand} yet.",
            Activity activity => Loop(activity.Loop)
                ?? Work(activity, release)
                ?? Boundaries(activity, release)
                ?? Deferred(activity, release.Process.LevelOf(activity.Id)),
            ProcessEvent found => Event(found),
            ExclusiveGateway or ParallelGateway or InclusiveGateway or EventBasedGateway => null,
            _ => $"The engine cannot run a {Named(node)} yet.",
        };

    private static string? Work(Activity activity, Release release) =>
        activity switch
        {
            UserTask task => Form(task, release),
            ManualTask => null,
            ScriptTask { Script: null } => "The script task has no FEEL expression.",
            ScriptTask { ResultVariable: null or "" } =>
                "The script task names no variable for its result (resultVariable): it would be lost.",
            ScriptTask => null,
            BusinessRuleTask rule => release.Decisions.ContainsKey(rule.DecisionId)
                ? null
                : $"No DMN file has the decision {rule.DecisionId}{Nearest.Meant(rule.DecisionId, release.Decisions.Keys)}",
            ServiceTask service => Service(service.Type, service.Headers, release),
            SendTask { Message: not null } => null,
            SendTask send => Service(ServiceKinds.SendNotice, send.Headers, release),
            ReceiveTask { Message: null } => "The receive task names no message.",
            ReceiveTask => null,
            SubProcess { Kind: "subProcess", TriggeredByEvent: true } handler => Handler(handler),
            SubProcess { Kind: "subProcess" } sub => sub.Body.Beginnings.Any() ? null : "The sub-process is empty.",
            SubProcess sub => $"The engine cannot run a {sub.Kind} yet.",
            CallActivity { Called: null } => "The call activity names no process.",
            CallActivity call => release.Process.Callable.ContainsKey(call.Called)
                ? null
                : $"There is no process {call.Called} in the folder{Nearest.Meant(call.Called, release.Process.Callable.Keys)}",
            _ => $"The engine cannot run a {Named(activity)} yet.",
        };

    private static string? Handler(SubProcess handler) =>
        handler.Body.Start switch
        {
            null or { Definition: null } => "An event sub-process begins with an event that triggers it.",
            { Interrupting: false, Definition: NamedDefinition { Kind: "error" } } =>
                "An error always interrupts: the start event cannot be non-interrupting.",
            _ => null,
        };

    /// <summary>Work that is done at once can be ended by nothing; only an error could come of it.</summary>
    private static string? Boundaries(Activity activity, Release release) =>
        release.Process.LevelOf(activity.Id).Boundaries(activity.Id).FirstOrDefault() is { } boundary
        && IsAtOnce(activity)
            ? $"The event {boundary.Id} stands on {activity.Id}, which is done at once: it would never run."
            : null;

    /// <summary>Behind an event-based gateway the token waits at the gateway, where nothing of a task but its message is known (10.6.6).</summary>
    private static string? Deferred(Activity activity, ProcessModel level) =>
        level.Incoming(activity.Id).All(f => level.Elements.GetValueOrDefault(f.Source) is not EventBasedGateway) ? null
        : activity.Loop is not null ? Lost("loop")
        : level.Boundaries(activity.Id).Any() ? Lost("boundary event")
        : !activity.Inputs.IsEmpty ? Lost("input mapping")
        : !activity.Declares.IsEmpty ? Lost("variable of its own")
        : activity.StartQuantity > 1 ? Lost("startQuantity")
        : null;

    private static string Lost(string part) =>
        $"Behind an event-based gateway a task has no {part}: wait for the message in an event, and work after it.";

    private static bool IsAtOnce(Activity activity) =>
        activity.Loop is null
        && activity
            is ManualTask
                or ScriptTask
                or BusinessRuleTask
                or SendTask
                or ServiceTask { Type: not ServiceKinds.IssueDocument };

    private static string? Loop(LoopMarker? loop) =>
        loop switch
        {
            { Behaviour: not LoopBehaviour.All, Thrown.IsEmpty: true } =>
                "The multi-instance marker names no event to throw.",
            _ => null,
        };

    private static string? Event(ProcessEvent found)
    {
        EventDefinition[] parts = found.Definition switch
        {
            MultipleDefinition multiple => [.. multiple.Parts],
            { } one => [one],
            null => [],
        };
        if (parts.Select(p => Part(found, p)).FirstOrDefault(r => r is not null) is { } reason)
            return reason;
        return found is IntermediateCatchEvent or BoundaryEvent && parts.Length == 0
            ? "The event waits for nothing."
            : null;
    }

    private static string? Part(ProcessEvent found, EventDefinition part) =>
        (found, part) switch
        {
            (StartEvent or IntermediateCatchEvent or BoundaryEvent, TimerDefinition timer) => TimerCheck.Reason(
                found,
                timer
            ),
            (EndEvent, TerminateDefinition) => null,
            (EndEvent or IntermediateThrowEvent, NamedDefinition { Kind: "message" or "signal" or "escalation" }) =>
                null,
            (EndEvent, NamedDefinition { Kind: "error" }) => null,
            (IntermediateThrowEvent or IntermediateCatchEvent, NamedDefinition { Kind: "link" }) => null,
            (IntermediateCatchEvent, NamedDefinition { Kind: "message" or "signal" or "conditional" }) => null,
            (
                StartEvent
                    or BoundaryEvent,
                NamedDefinition { Kind: "message" or "signal" or "conditional" or "escalation" or "error" }
            ) => null,
            (_, NamedDefinition named) => $"The engine cannot run {named.Kind} on a {Named(found)} yet.",
            _ => $"The engine cannot run this on a {Named(found)} yet.",
        };

    private static bool CallsItself(ProcessModel process, ProcessModel root)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<ProcessModel>([process]);
        while (open.TryPop(out var at))
            foreach (var called in Calls(at))
                if (called == process.Id)
                    return true;
                else if (seen.Add(called) && root.Callable.TryGetValue(called, out var next))
                    open.Push(next);
        return false;
    }

    private static IEnumerable<string> Calls(ProcessModel process) =>
        process.Nodes.SelectMany(n =>
            n switch
            {
                CallActivity { Called: { } called } => [called],
                SubProcess sub => Calls(sub.Body),
                _ => [],
            }
        );

    private static string Named(FlowNode node)
    {
        var name = node.GetType().Name;
        return string.Create(CultureInfo.InvariantCulture, $"{char.ToLowerInvariant(name[0])}{name.AsSpan(1)}");
    }

    private static string? Form(UserTask task, Release release) =>
        task.FormId is { } form && !release.Forms.ContainsKey(form)
            ? $"There is no form {form}.form{Nearest.Meant(form, release.Forms.Keys)}"
        : task.CandidateGroups.Length == 0 ? "The user task names no role (candidateGroups)."
        : task.CandidateGroups[0] is var role && role != OpenTask.ApplicantRole && !release.Service.Roles.Contains(role)
            ? $"The role {role} is not in service.yaml{Nearest.Meant(role, release.Service.Roles.Append(OpenTask.ApplicantRole))}"
        : null;

    private static string? Service(string type, IReadOnlyDictionary<string, string> headers, Release release) =>
        type switch
        {
            ServiceKinds.Determine => headers.ContainsKey("outcome")
                ? null
                : "A determination needs the header outcome.",
            ServiceKinds.IssueDocument => !headers.TryGetValue("letter", out var letter)
                ? "Issuing needs the header letter."
            : release.Service.Letters.ContainsKey(letter) ? null
            : $"service.yaml has no letter {letter}{Nearest.Meant(letter, release.Service.Letters.Keys)}",
            ServiceKinds.SendNotice => headers.ContainsKey("notice") ? null : "A notice needs the header notice.",
            _ => $"The engine knows no service task of the type {type}{Nearest.Meant(type, ServiceKinds.All)}",
        };
}
