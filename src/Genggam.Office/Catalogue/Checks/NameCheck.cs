using Genggam.Engine;
using Genggam.Standards;
using Genggam.Standards.Bpmn;
using Genggam.Standards.Feel;
using Genggam.Standards.Forms;

namespace Genggam.Office.Catalogue.Checks;

/// <summary>SVC-117: FEEL of the process, the forms and the decisions reads what nothing in the service writes.</summary>
internal static class NameCheck
{
    /// <summary>What FEEL reads in a row of a repeating group besides the answers.</summary>
    private static readonly string[] Row = ["this", "parent", "i", "_this_", "_parent_", "_i_"];

    public static IEnumerable<Problem> Problems(Release release)
    {
        var written = CasePaths.Of(release);
        return Process(release, written).Concat(Forms(release, written)).Concat(Decisions(release, written));
    }

    private static IEnumerable<Problem> Process(Release release, CasePaths written) =>
        release
            .Process.Callable.Values.Append(release.Process)
            .SelectMany(Levels)
            .SelectMany(level =>
                level.Flows.Select(f => f.Condition).Concat(level.Nodes.SelectMany(Read)).OfType<FeelText>()
            )
            .SelectMany(text => Faults(text.Parsed?.Paths, written));

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

    private static IEnumerable<Problem> Forms(Release release, CasePaths written)
    {
        foreach (var (id, form) in release.Forms)
        {
            var known = written.With(form).Open(Row);
            foreach (var fault in form.Expressions.SelectMany(e => Faults(e.Paths, known)))
                yield return fault;
            foreach (var (language, book) in release.Texts)
            foreach (var words in form.Pages.SelectMany(p => p.Parts).OfType<FormPart.Words>())
            {
                var at = new Place($"texts/{language}.yaml", $"forms.{id}.texts.{words.Id}");
                foreach (
                    var slot in book.List(at.Element!)
                        .SelectMany(text => FormTemplate.Parse(text, at).Value?.Slots ?? [])
                )
                foreach (var fault in Faults(slot.Paths, known))
                    yield return fault with
                    {
                        Place = at,
                    };
            }
        }
    }

    /// <summary>A decision sees of a case the input data it requires, and of the page "can I?" the answers given there.</summary>
    private static IEnumerable<Problem> Decisions(Release release, CasePaths written)
    {
        var known = written.With(release.Form(release.Service.Check.Form));
        foreach (var model in release.Decisions.Values.Distinct())
        {
            var unknown = model.Inputs.Where(input => !known.Names.Contains(input.Name)).ToList();
            foreach (var input in unknown)
                yield return NotWritten(input.Name, input.At, known.Names);
            foreach (var fault in Faults(model.InputsRead.Where(p => !unknown.Exists(i => i.Name == p.Root)), known))
                yield return fault;
        }
    }

    private static IEnumerable<Problem> Faults(IEnumerable<FeelPath>? read, CasePaths written)
    {
        foreach (var path in (read ?? []).Where(p => !p.InFilter))
            if (written.Fault(path) is var (name, known))
                yield return NotWritten(name, path.At, known);
    }

    private static Problem NotWritten(string name, Place at, IEnumerable<string> known) =>
        new("SVC-117", $"Nothing in the service writes {name}{Nearest.Meant(name, known)}", at);
}
