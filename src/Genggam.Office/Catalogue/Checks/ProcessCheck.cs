using System.Collections.Immutable;
using Genggam.Engine;
using Genggam.Standards;
using Genggam.Standards.Bpmn;

namespace Genggam.Office.Catalogue.Checks;

/// <summary>
/// What the engine can decide and the platform cannot carry yet: nothing brings messages or signals from case to case. And
/// what would be done in silence: a header that nobody reads, a case that ends undecided.
/// </summary>
internal static class ProcessCheck
{
    /// <summary>The number of the problem that nothing brings a message or signal to the process.</summary>
    internal const string NotCarried = "SVC-115";

    private static readonly string[] OfDetermination = ["outcome", "reason", "legalBasis"];

    public static IEnumerable<Problem> Problems(Release release)
    {
        foreach (var node in release.Process.Everything)
        {
            if (Carried(node).FirstOrDefault() is { } kind)
                yield return new Problem(
                    NotCarried,
                    $"The platform carries no {kind} between cases yet: use a user task, a timer, a condition or an escalation.",
                    node.At
                );
            if (node is StartEvent { Definition: not null } && release.Process.Elements.ContainsKey(node.Id))
                yield return new Problem(
                    "SVC-116",
                    "A service begins with an application: the start event of its process has no trigger.",
                    node.At
                );
            foreach (var problem in Unread(node))
                yield return problem;
        }
        if (!release.Process.Everything.Any(node => node is ServiceTask { Type: ServiceKinds.Determine }))
            yield return new Problem(
                "SVC-126",
                $"No service task of the type {ServiceKinds.Determine} is in the process: its cases end undecided.",
                new Place("process.bpmn"),
                Severity.Warning
            );
    }

    private static IEnumerable<Problem> Unread(FlowNode node)
    {
        var (headers, read) = node switch
        {
            ServiceTask task => (task.Headers, ReadOf(task.Type)),
            SendTask task => (task.Headers, ReadOf(ServiceKinds.SendNotice)),
            _ => (ImmutableSortedDictionary<string, string>.Empty, []),
        };
        if (read.Length == 0)
            yield break;
        foreach (var header in headers.Keys.Except(read).Order(StringComparer.Ordinal))
            yield return new Problem(
                "SVC-125",
                $"Nothing reads the header {header}{Nearest.Meant(header, read, $": here they are {string.Join(", ", read)}.")}",
                node.At
            );
    }

    private static string[] ReadOf(string type) =>
        type switch
        {
            ServiceKinds.Determine => OfDetermination,
            ServiceKinds.IssueDocument => ["letter"],
            ServiceKinds.SendNotice => ["notice"],
            _ => [],
        };

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
