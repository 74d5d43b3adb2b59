using System.Collections.Immutable;
using System.Xml;
using System.Xml.Linq;
using Genggam.Standards.Feel;

namespace Genggam.Standards.Bpmn;

/// <summary>Reads the elements of a process. Elements it does not know are problems; what belongs to a diagram is passed over.</summary>
internal sealed class NodeReader(string file)
{
    private static readonly HashSet<string> PassedOver =
    [
        "documentation",
        "extensionElements",
        "laneSet",
        "textAnnotation",
        "association",
        "group",
        "dataObject",
        "dataObjectReference",
        "dataStoreReference",
        "property",
        "ioSpecification",
        "dataInputAssociation",
        "dataOutputAssociation",
        "auditing",
        "monitoring",
        "category",
        "incoming",
        "outgoing",
        "resourceRole",
        "potentialOwner",
        "performer",
        "humanPerformer",
        "multiInstanceLoopCharacteristics",
        "standardLoopCharacteristics",
        "completionCondition",
        "ordering",
    ];

    public List<Problem> Problems { get; } = [];

    public ProcessModel Process(XElement element)
    {
        var nodes = ImmutableArray.CreateBuilder<FlowNode>();
        var flows = ImmutableArray.CreateBuilder<SequenceFlow>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var child in element.Elements().Where(e => e.Name.Namespace == BpmnReader.Model))
        {
            var name = child.Name.LocalName;
            if (name == "sequenceFlow")
                flows.Add(Flow(child));
            else if (PassedOver.Contains(name))
                continue;
            else if (Node(child) is { } node)
                nodes.Add(node);
            else
                Wrong("BPMN-003", $"The element {name} is not known.", child);
            if (!ids.Add(Id(child)))
                Wrong("BPMN-004", $"The id {Id(child)} occurs twice.", child);
        }
        return new ProcessModel(Id(element), Name(element), nodes.ToImmutable(), flows.ToImmutable(), At(element));
    }

    private FlowNode? Node(XElement e) =>
        e.Name.LocalName switch
        {
            "startEvent" => new StartEvent(
                Id(e),
                Name(e),
                At(e),
                Definition(e),
                (string?)e.Attribute("isInterrupting") != "false"
            ),
            "endEvent" => new EndEvent(Id(e), Name(e), At(e), Definition(e)),
            "intermediateCatchEvent" => new IntermediateCatchEvent(Id(e), Name(e), At(e), Definition(e)),
            "intermediateThrowEvent" => new IntermediateThrowEvent(Id(e), Name(e), At(e), Definition(e)),
            "boundaryEvent" => new BoundaryEvent(
                Id(e),
                Name(e),
                At(e),
                Definition(e),
                (string?)e.Attribute("attachedToRef") ?? "",
                (string?)e.Attribute("cancelActivity") != "false"
            ),
            "userTask" => new UserTask(
                Id(e),
                Name(e),
                At(e),
                Loop(e),
                Extensions.FormId(e),
                Extensions.CandidateGroups(e),
                Extensions.Words(Extensions.Property(e, "outcomes"))
            ),
            "serviceTask" => Service(e),
            "sendTask" => new SendTask(Id(e), Name(e), At(e), Loop(e), Extensions.Headers(e)),
            "receiveTask" => new ReceiveTask(Id(e), Name(e), At(e), Loop(e), (string?)e.Attribute("messageRef")),
            "scriptTask" => Script(e),
            "businessRuleTask" => Rule(e),
            "manualTask" or "task" => new ManualTask(Id(e), Name(e), At(e), Loop(e)),
            "subProcess" or "transaction" or "adHocSubProcess" => new SubProcess(
                Id(e),
                Name(e),
                At(e),
                Loop(e),
                e.Name.LocalName,
                (string?)e.Attribute("triggeredByEvent") == "true",
                Process(e)
            ),
            "callActivity" => new CallActivity(Id(e), Name(e), At(e), Loop(e), Extensions.Called(e)),
            "exclusiveGateway" => new ExclusiveGateway(Id(e), Name(e), At(e), (string?)e.Attribute("default")),
            "parallelGateway" => new ParallelGateway(Id(e), Name(e), At(e)),
            "inclusiveGateway" => new InclusiveGateway(Id(e), Name(e), At(e), (string?)e.Attribute("default")),
            "eventBasedGateway" => new EventBasedGateway(Id(e), Name(e), At(e)),
            "complexGateway" => new ComplexGateway(Id(e), Name(e), At(e)),
            _ => null,
        };

    private ServiceTask Service(XElement e)
    {
        var headers = Extensions.Headers(e);
        var expressions = headers
            .Where(h => h.Value.StartsWith('='))
            .ToImmutableSortedDictionary(h => h.Key, h => Feel(h.Value[1..], e), StringComparer.Ordinal);
        return new ServiceTask(Id(e), Name(e), At(e), Loop(e), Extensions.TaskType(e), headers, expressions);
    }

    private ScriptTask Script(XElement e)
    {
        var (expression, variable) = Extensions.Script(e);
        var script = expression is null ? null : Feel(expression.TrimStart('='), e);
        return new ScriptTask(Id(e), Name(e), At(e), Loop(e), script, variable);
    }

    private BusinessRuleTask Rule(XElement e)
    {
        var (decision, variable) = Extensions.CalledDecision(e);
        if (decision is null)
            Wrong("BPMN-006", "The business rule task names no decision.", e);
        return new BusinessRuleTask(Id(e), Name(e), At(e), Loop(e), decision ?? "", variable);
    }

    private SequenceFlow Flow(XElement e)
    {
        var condition = e.Element(BpmnReader.Model + "conditionExpression");
        return new SequenceFlow(
            Id(e),
            (string?)e.Attribute("sourceRef") ?? "",
            (string?)e.Attribute("targetRef") ?? "",
            Name(e),
            condition is null ? null : Feel(condition.Value.Trim().TrimStart('='), condition),
            At(e)
        );
    }

    private EventDefinition? Definition(XElement e)
    {
        var definitions = e.Elements()
            .Where(d => d.Name.LocalName.EndsWith("EventDefinition", StringComparison.Ordinal))
            .ToList();
        if (definitions.Count > 1)
            Wrong("BPMN-007", "An event has more than one trigger.", e);
        return definitions.FirstOrDefault() switch
        {
            null => null,
            { Name.LocalName: "terminateEventDefinition" } => new TerminateDefinition(),
            { Name.LocalName: "timerEventDefinition" } timer => Timer(timer, e),
            var other => new NamedDefinition(
                other.Name.LocalName[..^"EventDefinition".Length],
                (string?)
                    other.Attributes().FirstOrDefault(a => a.Name.LocalName.EndsWith("Ref", StringComparison.Ordinal))
            ),
        };
    }

    private TimerDefinition? Timer(XElement timer, XElement owner)
    {
        foreach (var kind in Enum.GetValues<TimerKind>())
            if (timer.Element(BpmnReader.Model + $"time{kind}") is { } time)
            {
                var text = time.Value.Trim();
                // Without an equals sign it is an ISO 8601 literal.
                var source =
                    text.StartsWith('=') ? text[1..]
                    : kind == TimerKind.Date ? $"date and time(\"{text}\")"
                    : kind == TimerKind.Duration ? $"duration(\"{text}\")"
                    : $"\"{text}\"";
                return new TimerDefinition(kind, Feel(source, time));
            }
        Wrong("BPMN-008", "The timer has no time.", owner);
        return null;
    }

    private LoopMarker? Loop(XElement e)
    {
        if (e.Element(BpmnReader.Model + "standardLoopCharacteristics") is { } loop)
            return new LoopMarker(LoopKind.Standard, null, Optional(loop, "loopCondition"));
        if (e.Element(BpmnReader.Model + "multiInstanceLoopCharacteristics") is not { } many)
            return null;
        var kind = (string?)many.Attribute("isSequential") == "true" ? LoopKind.Sequential : LoopKind.Parallel;
        return new LoopMarker(kind, Optional(many, "loopCardinality"), Optional(many, "completionCondition"));
    }

    private FeelText? Optional(XElement e, string name) =>
        e.Element(BpmnReader.Model + name) is { } text ? new FeelText(text.Value.Trim(), null, At(text)) : null;

    private FeelText Feel(string source, XElement e)
    {
        var at = At(e);
        var reading = FeelExpression.Parse(source, at, []);
        Problems.AddRange(reading.Problems);
        return new FeelText(source, reading.Value, at);
    }

    private Place At(XElement e)
    {
        var line = (IXmlLineInfo)e;
        return new Place(
            file,
            (string?)e.Attribute("id") ?? (string?)e.Parent?.Attribute("id"),
            line.LineNumber,
            line.LinePosition
        );
    }

    private void Wrong(string number, string message, XElement e) => Problems.Add(new Problem(number, message, At(e)));

    private static string Id(XElement e) => (string?)e.Attribute("id") ?? "";

    private static string? Name(XElement e) => (string?)e.Attribute("name");
}
