using Genggam.Standards;
using Genggam.Standards.Bpmn;

namespace Genggam.Engine;

/// <summary>RUN-004: what is written under the name of the case itself, where FEEL could never read it.</summary>
internal static class HiddenNames
{
    public const string OfCase = "berkas";

    public static IEnumerable<Problem> Problems(ProcessModel process)
    {
        foreach (var level in process.Callable.Values.Append(process))
            if (level.Declares.Contains(OfCase))
                yield return Hidden(level.At);
        foreach (var node in process.Everything)
            if (Written(node).Any(name => name.Split('.')[0] == OfCase))
                yield return Hidden(node.At);
    }

    private static Problem Hidden(Place at) =>
        new(
            "RUN-004",
            $"FEEL reads the case itself under {OfCase}: what is written here would never be read. Choose another name.",
            at
        );

    private static IEnumerable<string> Written(FlowNode node)
    {
        var names = node.Outputs.Select(o => o.Target).Concat(node.Declares);
        // What an event sends is named for who receives it.
        if (node is Activity activity)
            names = names.Concat(activity.Inputs.Select(i => i.Target)).Concat(Written(activity.Loop));
        names = names.Concat(Results(node));
        return KeepsUnderItsId(node) ? names.Append(node.Id) : names;
    }

    private static IEnumerable<string> Written(LoopMarker? loop) =>
        new[] { loop?.Element, loop?.OutputCollection }.OfType<string>();

    private static IEnumerable<string> Results(FlowNode node) =>
        node switch
        {
            ScriptTask { ResultVariable: { } variable } => [variable],
            BusinessRuleTask { ResultVariable: { } variable } => [variable],
            SubProcess sub => sub.Body.Declares,
            _ => [],
        };

    /// <summary>What a person answers, a loop leaves, or a message brings that nothing maps, is kept under the element's id.</summary>
    private static bool KeepsUnderItsId(FlowNode node) =>
        node switch
        {
            UserTask or Activity { Loop: not null } => true,
            ReceiveTask => node.Outputs.IsEmpty,
            ProcessEvent caught and (StartEvent or IntermediateCatchEvent or BoundaryEvent) => node.Outputs.IsEmpty
                && BringsData(caught.Definition),
            _ => false,
        };

    private static bool BringsData(EventDefinition? definition) =>
        definition switch
        {
            NamedDefinition { Kind: "message" } => true,
            MultipleDefinition several => several.Parts.Any(BringsData),
            _ => false,
        };
}
