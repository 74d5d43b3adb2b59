using Genggam.Engine;
using Genggam.Standards;
using Genggam.Standards.Bpmn;
using Genggam.Standards.Forms;

namespace Genggam.Office.Catalogue;

/// <summary>SVC-117: FEEL of the process, the forms and the inputs of decisions reads what nothing in the service writes.</summary>
internal static class NameCheck
{
    /// <summary>What FEEL reads in a row of a repeating group besides the answers.</summary>
    private static readonly string[] Row = ["this", "parent", "i", "_this_", "_parent_", "_i_"];

    public static IEnumerable<Problem> Problems(Release release)
    {
        var written = CaseNames.Of(release);
        return Process(release, written).Concat(Forms(release, written)).Concat(Decisions(release, written));
    }

    private static IEnumerable<Problem> Process(Release release, HashSet<string> written) =>
        release
            .Process.Callable.Values.Append(release.Process)
            .SelectMany(Levels)
            .SelectMany(level =>
                level.Flows.Select(f => f.Condition).Concat(level.Nodes.SelectMany(Read)).OfType<FeelText>()
            )
            .SelectMany(text => text.Parsed?.Unknown(written) ?? [])
            .Select(found => NotWritten(found.Name, found.At, written));

    private static IEnumerable<ProcessModel> Levels(ProcessModel level) =>
        level.Nodes.OfType<SubProcess>().SelectMany(sub => Levels(sub.Body)).Prepend(level);

    private static IEnumerable<FeelText?> Read(FlowNode node) =>
        // What a message carries is known to its sender alone.
        (Takes(node) ? node.Inputs : node.Inputs.Concat(node.Outputs))
            .Select(mapping => (FeelText?)mapping.Source)
            .Concat(node is ProcessEvent { Definition: { } definition } ? Read(definition) : [])
            .Concat(node is Activity { Loop: { } loop } ? Read(loop) : [])
            .Concat(
                node switch
                {
                    ScriptTask { Script: { } script } => [script],
                    ServiceTask task => task.Expressions.Values,
                    SendTask { Message: { } message } => Read(message),
                    ReceiveTask { Message: { } message } => Read(message),
                    _ => [],
                }
            );

    private static bool Takes(FlowNode node) => node is ReceiveTask or ProcessEvent { Definition: not null };

    private static IEnumerable<FeelText?> Read(LoopMarker loop) =>
        [loop.Collection, loop.Condition, loop.OutputElement, .. loop.Thrown.Select(t => t.Condition)];

    private static IEnumerable<FeelText?> Read(EventDefinition definition) =>
        definition switch
        {
            TimerDefinition timer => [timer.Time],
            NamedDefinition named => [named.Condition, named.CorrelationKey],
            MultipleDefinition several => several.Parts.SelectMany(Read),
            _ => [],
        };

    private static IEnumerable<Problem> Forms(Release release, HashSet<string> written)
    {
        foreach (var (id, form) in release.Forms)
        {
            var known = written.Concat(CaseNames.Of(form)).Concat(Row).ToHashSet(StringComparer.Ordinal);
            foreach (var (name, at) in form.Expressions.SelectMany(e => e.Unknown(known)))
                yield return NotWritten(name, at, known);
            foreach (var (language, book) in release.Texts)
            foreach (var words in form.Pages.SelectMany(p => p.Parts).OfType<FormPart.Words>())
            {
                var at = new Place($"texts/{language}.yaml", $"forms.{id}.texts.{words.Id}");
                foreach (
                    var slot in book.List(at.Element!)
                        .SelectMany(text => FormTemplate.Parse(text, at).Value?.Slots ?? [])
                )
                foreach (var (name, _) in slot.Unknown(known))
                    yield return NotWritten(name, at, known);
            }
        }
    }

    /// <summary>A decision sees of a case the input data it requires, and of the page "can I?" the answers given there.</summary>
    private static IEnumerable<Problem> Decisions(Release release, HashSet<string> written)
    {
        var known = written
            .Concat(CaseNames.Of(release.Form(release.Service.Check.Form)))
            .ToHashSet(StringComparer.Ordinal);
        return release
            .Decisions.Values.Distinct()
            .SelectMany(model => model.Inputs)
            .Where(input => !known.Contains(input.Name))
            .Select(input => NotWritten(input.Name, input.At, known));
    }

    private static Problem NotWritten(string name, Place at, IEnumerable<string> known) =>
        new("SVC-117", $"Nothing in the service writes {name}{Nearest.Meant(name, known)}", at);
}
