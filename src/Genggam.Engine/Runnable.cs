using Genggam.Standards;
using Genggam.Standards.Bpmn;

namespace Genggam.Engine;

/// <summary>What the engine can run. Everything else is refused before publishing, by name; nothing is silently ignored.</summary>
public static class Runnable
{
    public static IEnumerable<Problem> Problems(Release release)
    {
        foreach (var node in release.Process.Elements.Values)
            if (Reason(node, release) is { } reason)
                yield return new Problem("RUN-001", reason, node.At);
    }

    private static string? Reason(FlowNode node, Release release) =>
        node switch
        {
            { Demands: [var demand, ..] } => $"The engine cannot run {demand} yet.",
            StartEvent { Definition: null } => null,
            StartEvent => "A start event with a trigger cannot be run yet.",
            EndEvent { Definition: null or TerminateDefinition } => null,
            Activity { Loop: not null } => "A loop or multi-instance marker cannot be run yet.",
            UserTask task => Form(task, release) ?? Timers(task, release),
            ManualTask or ExclusiveGateway or ParallelGateway => null,
            ScriptTask { Script: null } => "The script task has no FEEL expression.",
            ScriptTask => null,
            BusinessRuleTask rule => release.Decisions.ContainsKey(rule.DecisionId)
                ? null
                : $"No DMN file has the decision {rule.DecisionId}.",
            ServiceTask service => Service(service.Type, service.Headers, release),
            SendTask send => Service(ServiceKinds.SendNotice, send.Headers, release),
            IntermediateCatchEvent { Definition: TimerDefinition } => null,
            BoundaryEvent { Definition: TimerDefinition } boundary => release.Process.Elements[boundary.AttachedTo]
            is UserTask
                ? null
                : $"The timer {boundary.Id} stands on {boundary.AttachedTo}, which is no user task: it would never run.",
            _ => $"The engine cannot run a {node.GetType().Name} yet.",
        };

    private static string? Form(UserTask task, Release release) =>
        task.FormId is { } form && !release.Forms.ContainsKey(form) ? $"There is no form {form}.form."
        : task.CandidateGroups.Length == 0 ? "The user task names no role (candidateGroups)."
        : task.CandidateGroups[0] is var role && role != OpenTask.ApplicantRole && !release.Service.Roles.Contains(role)
            ? $"The role {role} is not in service.yaml."
        : null;

    private static string? Timers(UserTask task, Release release) =>
        release.Process.Boundaries(task.Id).Any(b => b.Definition is not TimerDefinition)
            ? "Only timers can stand on the boundary of a task yet."
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
            : $"service.yaml has no letter {letter}.",
            ServiceKinds.SendNotice => headers.ContainsKey("notice") ? null : "A notice needs the header notice.",
            _ => $"The engine knows no service task of the type {type}.",
        };
}
