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
        var open = Anyway(release, element)
            .Append(release.Process.Find(element)!)
            .Select(Writes)
            .OfType<string>()
            .ToHashSet();
        return
        [
            .. Walk(release.Process, element, IsApplicants, g => Possible(release.Process, g, state.Data, open))
                .OfType<UserTask>(),
        ];
    }

    /// <summary>Every element that can follow, whatever is known of a case, the nearest first.</summary>
    public static IReadOnlyList<FlowNode> Anyway(Release release, string element) =>
        Walk(release.Process, element, IsApplicants, Outgoing(release));

    /// <summary>Every element that can follow before anybody is asked again.</summary>
    public static IReadOnlyList<FlowNode> UntilAsked(Release release, string element) =>
        Walk(release.Process, element, node => node is UserTask, Outgoing(release));

    private static Func<ExclusiveGateway, IEnumerable<SequenceFlow>> Outgoing(Release release) =>
        gateway => release.Process.LevelOf(gateway.Id).Outgoing(gateway.Id);

    private static List<FlowNode> Walk(
        ProcessModel process,
        string from,
        Func<FlowNode, bool> ends,
        Func<ExclusiveGateway, IEnumerable<SequenceFlow>> choose
    )
    {
        var around = process
            .Everything.Where(n => process.Inside(n) is not null)
            .ToLookup(n => process.Inside(n)!, n => n);
        var found = new List<FlowNode>();
        var seen = new HashSet<string>(StringComparer.Ordinal) { from };
        var next = new Queue<FlowNode>(After(process.Find(from)!));
        while (next.TryDequeue(out var node))
        {
            if (!seen.Add(node.Id) || ends(node))
                continue;
            found.Add(node);
            foreach (var following in Begins(node).Concat(After(node)))
                next.Enqueue(following);
        }
        return found;

        IEnumerable<FlowNode> Begins(FlowNode node) =>
            process.Inside(node) is not { } inside
                ? []
                : inside.Beginnings.Concat(inside.Nodes.Where(n => n is SubProcess { TriggeredByEvent: true }));

        // What follows a level can follow each of its nodes: the others may be done.
        IEnumerable<FlowNode> After(FlowNode node)
        {
            var level = process.LevelOf(node.Id);
            var flows = (node is ExclusiveGateway gateway ? choose(gateway) : level.Outgoing(node.Id)).Concat(
                level.Boundaries(node.Id).SelectMany(b => level.Outgoing(b.Id))
            );
            return flows
                .Select(f => level.Elements[f.Target])
                .Concat(around[level].Where(a => !seen.Contains(a.Id)).SelectMany(After));
        }
    }

    private static bool IsApplicants(FlowNode node) =>
        node is UserTask task && task.CandidateGroups.Contains(OpenTask.ApplicantRole);

    /// <summary>The top-level name of the data that an element writes.</summary>
    private static string? Writes(FlowNode node) =>
        node switch
        {
            UserTask task => task.Id,
            _ => node.ResultPath?.Split('.')[0],
        };

    /// <summary>The flow that the gateway takes where that is settled; else each that it may take.</summary>
    private static IEnumerable<SequenceFlow> Possible(
        ProcessModel process,
        ExclusiveGateway gateway,
        FeelContext data,
        HashSet<string> open
    )
    {
        var flows = process.LevelOf(gateway.Id).Outgoing(gateway.Id).ToImmutableArray();
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
