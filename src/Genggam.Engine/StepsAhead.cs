using System.Collections.Immutable;
using Genggam.Standards.Bpmn;
using Genggam.Standards.Feel;

namespace Genggam.Engine;

/// <summary>Where a case can still come to from a task, as far as what is known of it now tells.</summary>
public static class StepsAhead
{
    /// <summary>
    /// The user tasks that can follow <paramref name="element"/> before the applicant has the case again. A branch is left
    /// out only where its conditions ask for nothing that a step on the way could still write.
    /// </summary>
    public static IReadOnlyList<UserTask> Of(Release release, Case state, string element)
    {
        var anyway = Anyway(release, element);
        var open = anyway.Append(release.Process.Elements[element]).Select(Writes).OfType<string>().ToHashSet();
        return
        [
            .. Walk(release.Process, element, gateway => Possible(release.Process, gateway, state.Data, open))
                .OfType<UserTask>(),
        ];
    }

    /// <summary>Every element that can follow, whatever is known of a case, the nearest first.</summary>
    public static IReadOnlyList<FlowNode> Anyway(Release release, string element) =>
        Walk(release.Process, element, gateway => release.Process.Outgoing(gateway.Id));

    private static List<FlowNode> Walk(
        ProcessModel process,
        string from,
        Func<ExclusiveGateway, IEnumerable<SequenceFlow>> choose
    )
    {
        var found = new List<FlowNode>();
        var seen = new HashSet<string>(StringComparer.Ordinal) { from };
        var next = new Queue<SequenceFlow>(process.Outgoing(from));
        while (next.TryDequeue(out var flow))
        {
            var node = process.Elements[flow.Target];
            if (!seen.Add(node.Id) || IsApplicants(node))
                continue;
            found.Add(node);
            IEnumerable<SequenceFlow> on = node is ExclusiveGateway gateway
                ? choose(gateway)
                : process.Outgoing(node.Id);
            foreach (var following in on.Concat(process.Boundaries(node.Id).SelectMany(b => process.Outgoing(b.Id))))
                next.Enqueue(following);
        }
        return found;
    }

    private static bool IsApplicants(FlowNode node) =>
        node is UserTask task && task.CandidateGroups.Contains(OpenTask.ApplicantRole);

    /// <summary>The top-level name of the data that an element writes.</summary>
    private static string? Writes(FlowNode node) =>
        node switch
        {
            UserTask task => task.Id,
            ScriptTask script => script.ResultVariable?.Split('.')[0],
            BusinessRuleTask rule => rule.ResultVariable?.Split('.')[0],
            _ => null,
        };

    /// <summary>The flow that the gateway takes where that is settled; else each that it may take.</summary>
    private static IEnumerable<SequenceFlow> Possible(
        ProcessModel process,
        ExclusiveGateway gateway,
        FeelContext data,
        HashSet<string> open
    )
    {
        var flows = process.Outgoing(gateway.Id).ToImmutableArray();
        var asked = flows.Where(f => f.Id != gateway.Default).ToImmutableArray();
        if (
            !asked.All(f =>
                f.Condition?.Parsed is { } c && c.Variables.All(v => data.Names.Contains(v) && !open.Contains(v))
            )
        )
            return flows;
        var environment = new FeelEnvironment(default);
        return
            asked.FirstOrDefault(f =>
                f.Condition!.Parsed!.Evaluate(data, environment).Value is FeelBoolean { Value: true }
            )
                is { } taken
            ? [taken]
            : flows.Where(f => f.Id == gateway.Default);
    }
}
