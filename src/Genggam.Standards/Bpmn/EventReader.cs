using System.Collections.Immutable;
using System.Xml.Linq;
using Genggam.Standards.Feel;

namespace Genggam.Standards.Bpmn;

/// <summary>Reads what events wait for or throw, and the expressions of a file. Keeps the problems found.</summary>
internal sealed class EventReader(string file, XElement root)
{
    private const string Ending = "EventDefinition";

    private readonly Dictionary<string, XElement> byId = ById(root);

    private readonly ImmutableArray<string> names = [.. DataReader.Names(root)];

    public List<Problem> Problems { get; } = [];

    /// <summary>How many elements of the file have an id of their own.</summary>
    public int Declarations => byId.Count;

    /// <summary>The first element of each id.</summary>
    private static Dictionary<string, XElement> ById(XElement root)
    {
        var many = root.Descendants().Count(e => e.Attribute("id") is not null);
        var found = new Dictionary<string, XElement>(many, StringComparer.Ordinal);
        foreach (var element in root.Descendants())
            if (element.Attribute("id") is { Value: var id })
                found.TryAdd(id, element);
        return found;
    }

    public static bool IsDefinition(XElement e) =>
        e.Name.Namespace == BpmnReader.Model
        && (e.Name.LocalName == "eventDefinitionRef" || e.Name.LocalName.EndsWith(Ending, StringComparison.Ordinal));

    /// <summary>The definition of an event, in place or shared at the root of the file; null for a none event.</summary>
    public EventDefinition? Definition(XElement e)
    {
        var definitions = e.Elements().Where(IsDefinition).ToList();
        if (definitions.Count > 1)
            return new MultipleDefinition(
                [.. definitions.Select(d => One(d, e)).OfType<EventDefinition>()],
                Truth(e, "parallelMultiple")
            );
        return definitions.FirstOrDefault() is { } found ? One(found, e) : null;
    }

    /// <summary>The definition of that id at the root of the file.</summary>
    public EventDefinition? Shared(string reference, XElement owner)
    {
        if (Declared(reference) is { } shared && IsDefinition(shared))
            return Read(shared, owner);
        Wrong("BPMN-013", $"{reference.Trim()} is not there.", owner);
        return null;
    }

    /// <summary>The message that an activity names.</summary>
    public NamedDefinition? Message(XElement e) => e.Attribute("messageRef") is null ? null : Named(e, "message");

    private EventDefinition? One(XElement found, XElement owner) =>
        found.Name.LocalName != "eventDefinitionRef"
            ? Read(found, owner)
            : Shared(found.Value, found) ?? new NamedDefinition("unknown", found.Value.Trim());

    private EventDefinition? Read(XElement e, XElement owner) =>
        e.Name.LocalName switch
        {
            "terminateEventDefinition" => new TerminateDefinition(),
            "timerEventDefinition" => Timer(e, owner),
            var name => Named(e, name[..^Ending.Length]),
        };

    private NamedDefinition Named(XElement e, string kind)
    {
        var reference = e.Attribute(kind == "compensate" ? "activityRef" : kind + "Ref");
        var declared = reference is null ? null : Declared(reference.Value);
        if (reference is not null && declared is null)
            Wrong("BPMN-013", $"{reference.Value} is not there.", e);
        var condition = Optional(e, "condition");
        if (kind == "conditional" && condition is null)
            Wrong("BPMN-014", "The conditional event has no condition.", e);
        return new NamedDefinition(kind, reference?.Value)
        {
            Name = kind switch
            {
                "error" or "escalation" => (string?)declared?.Attribute(kind + "Code"),
                "link" => (string?)e.Attribute("name"),
                _ => (string?)declared?.Attribute("name"),
            },
            Condition = condition,
            CorrelationKey = declared is null ? null : Optional(Extensions.CorrelationKey(declared)),
        };
    }

    /// <summary>The element of the file with this id; a prefix of the reference's qualified name is not needed.</summary>
    public XElement? Declared(string reference)
    {
        var id = reference.Trim()[(reference.Trim().LastIndexOf(':') + 1)..];
        return byId.GetValueOrDefault(id);
    }

    private TimerDefinition? Timer(XElement timer, XElement owner)
    {
        foreach (var kind in Enum.GetValues<TimerKind>())
        {
            if (SourceText.Of(timer.Element(BpmnReader.Model + $"time{kind}"), file) is not { } text)
                continue;
            // Without an equals sign it is an ISO 8601 literal.
            var source =
                text.IsFeel ? text.Text
                : kind == TimerKind.Date ? $"date and time({Quoted(text.Text)})"
                : kind == TimerKind.Duration ? $"duration({Quoted(text.Text)})"
                : Quoted(text.Text);
            return new TimerDefinition(kind, Feel(text with { Text = source }));
        }
        Wrong("BPMN-008", "The timer has no time.", owner);
        return null;
    }

    /// <param name="otherwise">What the standard says where the attribute is missing.</param>
    public bool Truth(XElement? e, string name, bool otherwise = false)
    {
        if (e?.Attribute(name) is not { } attribute)
            return otherwise;
        if (XmlBoolean.Of(attribute) is { } said)
            return said;
        Wrong("BPMN-019", $"{name} is true or false, not {attribute.Value}.", e);
        return otherwise;
    }

    public FeelText? Optional(XElement e, string name) =>
        SourceText.Of(e.Element(BpmnReader.Model + name), file) is { } text ? Feel(text) : null;

    public FeelText? Optional(XAttribute? attribute) => SourceText.Of(attribute, file) is { } text ? Feel(text) : null;

    /// <summary>A value that is FEEL behind an equals sign and a plain text without one.</summary>
    public FeelText Value(SourceText text) => Feel(text.IsFeel ? text : text with { Text = Quoted(text.Text) });

    private static string Quoted(string text)
    {
        var escaped = text.Replace("\\", @"\\", StringComparison.Ordinal)
            .Replace("\"", "\\\"", StringComparison.Ordinal);
        return $"\"{escaped}\"";
    }

    public FeelText Feel(SourceText text) => Feel(text.Expression.Text, text.Expression.At, names);

    /// <summary>The value of a variable, whatever its name is made of.</summary>
    public FeelText Variable(string name, XElement e) => Feel(name, SourceText.PlaceOf(e, file), [name]);

    private FeelText Feel(string source, Place at, IEnumerable<string> names)
    {
        var reading = FeelExpression.Parse(source, at, names);
        Problems.AddRange(reading.Problems);
        return new FeelText(source, reading.Value, at);
    }

    public void Wrong(string number, string message, XElement e) =>
        Problems.Add(new Problem(number, message, SourceText.PlaceOf(e, file)));
}
