using System.Collections.Immutable;
using Genggam.Engine;
using Genggam.Standards.Bpmn;
using Genggam.Standards.Feel;
using Genggam.Standards.Forms;

namespace Genggam.Office.Catalogue.Checks;

/// <summary>
/// The paths under which anything is ever written in a case of a service: answers, results, variables, and what the engine
/// gives by itself. FEEL that reads another reads null for ever. Of answers the whole path is known; below any other name
/// there may be anything.
/// </summary>
internal sealed class CasePaths
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

    /// <summary>What stands beside an officer's answers.</summary>
    private static readonly string[] OfTask = ["outcome", "reasons", "on"];

    /// <summary>Below a name that leads to null there may be anything.</summary>
    private readonly ImmutableDictionary<string, ImmutableHashSet<string>?> roots;

    private CasePaths(ImmutableDictionary<string, ImmutableHashSet<string>?> roots) => this.roots = roots;

    public static CasePaths Of(Release release)
    {
        var paths = new CasePaths(
            ImmutableDictionary<string, ImmutableHashSet<string>?>.Empty.WithComparers(StringComparer.Ordinal)
        ).With(release.Form(release.Service.Apply.Form));
        foreach (var task in release.Process.Everything.OfType<UserTask>())
            paths = task.CandidateGroups.Contains(OpenTask.ApplicantRole)
                ? paths.With(release.Form(task.FormId))
                : paths.With(OfTask.Concat(Keys(release.Form(task.FormId))).Select(key => $"{task.Id}.{key}"));
        var open = Given
            .Concat(release.Process.Callable.Values.Append(release.Process).SelectMany(p => p.Declares))
            .Concat(release.Process.Everything.SelectMany(Written).OfType<string>())
            // Who works on a task without a form may send anything.
            .Concat(release.Process.Everything.OfType<UserTask>().Where(t => t.FormId is null).Select(t => t.Id))
            .Concat(release.Service.Subjects.Keys.Where(name => !paths.roots.ContainsKey(name)));
        return paths.Open(open.Select(Root));
    }

    /// <summary>The names that paths begin with.</summary>
    public IEnumerable<string> Names => roots.Keys;

    /// <summary>With the answers of a form.</summary>
    public CasePaths With(FormModel? form) => With(Keys(form));

    /// <summary>With names of which nothing more is known.</summary>
    public CasePaths Open(IEnumerable<string> names) =>
        new(roots.SetItems(names.Select(name => KeyValuePair.Create(name, (ImmutableHashSet<string>?)null))));

    /// <summary>The beginning of a path that nothing writes, and what could be meant; null where all of it may be written.</summary>
    public (string Unwritten, IEnumerable<string> Known)? Fault(FeelPath path)
    {
        if (!roots.TryGetValue(path.Root, out var written))
            return (path.Root, Names);
        var read = path.Root;
        foreach (var member in path.Members)
        {
            // An answer that is asked as one value has parts of its own: the year of a date, the name of a file.
            if (written is null || written.Contains(read))
                return null;
            read += $".{member}";
            if (!written.Any(key => key == read || key.StartsWith($"{read}.", StringComparison.Ordinal)))
                return (read, written);
        }
        return null;
    }

    private CasePaths With(IEnumerable<string> keys)
    {
        var all = roots.ToBuilder();
        foreach (var group in keys.GroupBy(Root, StringComparer.Ordinal))
            if (!all.TryGetValue(group.Key, out var known) || known is not null)
                all[group.Key] = (known ?? ImmutableHashSet<string>.Empty).Union(group);
        return new CasePaths(all.ToImmutable());
    }

    /// <summary>The paths of the answers; of a repeating group those in its rows, which FEEL reads of the group as a list.</summary>
    private static IEnumerable<string> Keys(FormModel? form) =>
        (form?.Fields ?? []).SelectMany(field =>
            field.Rows is { } rows ? rows.Fields.Select(f => f.TextKey) : [field.Key]
        );

    private static IEnumerable<string?> Written(FlowNode node) =>
        node
            .Inputs.Concat(node.Outputs)
            .Select(mapping => (string?)mapping.Target)
            .Concat(node.Declares)
            .Concat(ByItself(node))
            .Concat(node is Activity { Loop: { } loop } ? [loop.Element, loop.OutputCollection, node.Id] : []);

    private static IEnumerable<string> ByItself(FlowNode node) =>
        node switch
        {
            ScriptTask { ResultVariable: { } result } => [result],
            BusinessRuleTask { ResultVariable: { } result } => [result],
            SubProcess sub => sub.Body.Declares,
            // What comes with an event or from outside stands under the element's own id.
            ServiceTask or ReceiveTask or ProcessEvent => [node.Id],
            _ => [],
        };

    private static string Root(string path) => path.Split('.', '[')[0];
}
