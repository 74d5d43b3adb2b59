using System.Collections.Immutable;
using System.Xml.Linq;

namespace Genggam.Standards.Bpmn;

/// <summary>
/// Data objects, properties and data associations (10.4) as the variables and mappings they mean. A variable has the name
/// of its element, or its id where it has none.
/// </summary>
internal sealed class DataReader(EventReader events)
{
    private static readonly XNamespace Model = BpmnReader.Model;

    /// <summary>Variables that begin and end with a process, a sub-process or a task.</summary>
    public ImmutableArray<string> Declares(XElement e) =>
        [
            .. e.Elements(Model + "dataObject")
                .Concat(e.Elements(Model + "property"))
                .Concat(e.Elements(Model + "ioSpecification").Elements(Model + "dataOutput"))
                .Select(d => NameOf(d)!)
                .Distinct(StringComparer.Ordinal),
        ];

    /// <summary>Names of data that have more than one word, which FEEL must know to read them.</summary>
    public static IEnumerable<string> Names(XElement root) =>
        root.Descendants()
            .Where(e => e.Name.Namespace == Model && e.Name.LocalName is "dataObject" or "dataInput" or "dataOutput")
            .Select(NameOf)
            .OfType<string>()
            .Where(name => name.Contains(' ', StringComparison.Ordinal));

    public IEnumerable<IoMapping> Inputs(XElement e) => Associations(e, "dataInputAssociation");

    public IEnumerable<IoMapping> Outputs(XElement e) => Associations(e, "dataOutputAssociation");

    /// <summary>The value of the data element that a reference names; null where there is no reference.</summary>
    public FeelText? Variable(XElement? reference) =>
        reference is not null && NameOf(reference.Value) is { } name ? events.Variable(name, reference) : null;

    /// <summary>The variable's name of the data element with that id; null where there is none.</summary>
    public string? NameOf(string? id)
    {
        if (id is null || events.Declared(id) is not { } found)
            return null;
        return (string?)found.Attribute("dataObjectRef") is { } data ? NameOf(data) : NameOf(found);
    }

    public static string? NameOf(XElement? e) =>
        e is null ? null
        : (string?)e.Attribute("name") is { Length: > 0 } name ? name
        : (string?)e.Attribute("id");

    private IEnumerable<IoMapping> Associations(XElement e, string kind)
    {
        if (!e.HasElements)
            yield break;
        foreach (var association in e.Elements(Model + kind))
        {
            var assignments = association.Elements(Model + "assignment").ToList();
            foreach (var assignment in assignments)
                if (
                    events.Optional(assignment, "from") is { } from
                    && assignment.Element(Model + "to")?.Value.Trim() is { Length: > 0 } to
                )
                    yield return new IoMapping(from, to.TrimStart('=').Trim());
            if (assignments.Count > 0)
                continue;
            var source = association.Element(Model + "sourceRef");
            var target = association.Element(Model + "targetRef");
            var value = events.Optional(association, "transformation") ?? Variable(source);
            if (value is not null && NameOf(target?.Value) is { } name)
                yield return new IoMapping(value, name);
            else
                events.Wrong(
                    "BPMN-018",
                    "The data association leads from or to nothing that is declared.",
                    association
                );
        }
    }
}
