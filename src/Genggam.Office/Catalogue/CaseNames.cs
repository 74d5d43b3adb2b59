using Genggam.Engine;
using Genggam.Standards.Bpmn;
using Genggam.Standards.Forms;

namespace Genggam.Office.Catalogue;

/// <summary>
/// The names under which anything is ever written in a case of a service: answers, results, variables, and what the engine
/// gives by itself. FEEL that reads another reads null for ever.
/// </summary>
internal static class CaseNames
{
    /// <summary>What the engine puts in scope: the case, the rounds of a loop, what is known of an event.</summary>
    private static readonly string[] Given =
    [
        "berkas",
        "loopCounter",
        "numberOfInstances",
        "numberOfActiveInstances",
        "numberOfCompletedInstances",
        "numberOfTerminatedInstances",
        "code",
        "key",
    ];

    public static HashSet<string> Of(Release release)
    {
        var names = new HashSet<string>(Given, StringComparer.Ordinal);
        names.UnionWith(release.Service.Subjects.Keys);
        names.UnionWith(Of(release.Form(release.Service.Apply.Form)));
        names.UnionWith(release.Process.Callable.Values.Append(release.Process).SelectMany(p => p.Declares));
        foreach (var node in release.Process.Everything)
            names.UnionWith(Written(node, release).OfType<string>().Select(Root));
        return names;
    }

    /// <summary>The names that the answers of a form stand under.</summary>
    public static IEnumerable<string> Of(FormModel? form) => (form?.Fields ?? []).Select(f => Root(f.Key));

    private static IEnumerable<string?> Written(FlowNode node, Release release) =>
        node
            .Inputs.Concat(node.Outputs)
            .Select(mapping => (string?)mapping.Target)
            .Concat(node.Declares)
            .Concat(ByItself(node, release))
            .Concat(node is Activity { Loop: { } loop } ? [loop.Element, loop.OutputCollection, node.Id] : []);

    private static IEnumerable<string> ByItself(FlowNode node, Release release) =>
        node switch
        {
            UserTask task when task.CandidateGroups.Contains(OpenTask.ApplicantRole) => Of(release.Form(task.FormId)),
            ScriptTask { ResultVariable: { } result } => [result],
            BusinessRuleTask { ResultVariable: { } result } => [result],
            SubProcess sub => sub.Body.Declares,
            // What an officer answers, and what comes with an event or from outside, stands under the element's own id.
            UserTask or ServiceTask or ReceiveTask or ProcessEvent => [node.Id],
            _ => [],
        };

    private static string Root(string path) => path.Split('.', '[')[0];
}
