using Genggam.Engine;
using Genggam.Standards;
using Genggam.Standards.Bpmn;

namespace Genggam.Office.Catalogue.Checks;

/// <summary>What the engine can decide and the platform cannot carry yet: nothing brings messages or signals from case to case.</summary>
internal static class ProcessCheck
{
    public static IEnumerable<Problem> Problems(Release release)
    {
        foreach (var node in release.Process.Everything)
        {
            if (Carried(node).FirstOrDefault() is { } kind)
                yield return new Problem(
                    "SVC-115",
                    $"The platform carries no {kind} between cases yet: use a user task, a timer, a condition or an escalation.",
                    node.At
                );
            if (node is StartEvent { Definition: not null } && release.Process.Elements.ContainsKey(node.Id))
                yield return new Problem(
                    "SVC-116",
                    "A service begins with an application: the start event of its process has no trigger.",
                    node.At
                );
        }
    }

    private static IEnumerable<string> Carried(FlowNode node) =>
        node switch
        {
            ReceiveTask or SendTask { Message: not null } => ["message"],
            ProcessEvent { Definition: MultipleDefinition several } => several.Parts.SelectMany(Carried),
            ProcessEvent { Definition: { } one } => Carried(one),
            _ => [],
        };

    private static IEnumerable<string> Carried(EventDefinition definition) =>
        definition is NamedDefinition { Kind: "message" or "signal" } named ? [named.Kind] : [];
}
