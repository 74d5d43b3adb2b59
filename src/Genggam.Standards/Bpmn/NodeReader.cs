using System.Collections.Immutable;
using System.Xml.Linq;

namespace Genggam.Standards.Bpmn;

/// <summary>Reads the elements of a process. Elements it does not know are problems; what belongs to a diagram is passed over.</summary>
internal sealed class NodeReader(string file, XElement root)
{
    private readonly HashSet<string> ids = new(StringComparer.Ordinal);
    private readonly EventReader events = new(file, root);

    public List<Problem> Problems => events.Problems;

    public ProcessModel Process(XElement element)
    {
        var nodes = ImmutableArray.CreateBuilder<FlowNode>();
        var flows = ImmutableArray.CreateBuilder<SequenceFlow>();
        foreach (var child in element.Elements())
        {
            var name = child.Name.LocalName;
            if (child.Name.Namespace == BpmnReader.Model && NodeParts.PassedOver.Contains(name))
                continue;
            if (child.Name == BpmnReader.Model + "sequenceFlow")
                flows.Add(Flow(child));
            else if (child.Name.Namespace == BpmnReader.Model && Node(child) is { } node)
                nodes.Add(Complete(node, child));
            else
                Wrong("BPMN-003", $"The element {name} is not known.", child);
            if (Id(child).Length == 0)
                Wrong("BPMN-011", $"The element {name} has no id.", child);
            else if (!ids.Add(Id(child)))
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
                events.Definition(e),
                (string?)e.Attribute("isInterrupting") != "false"
            ),
            "endEvent" => new EndEvent(Id(e), Name(e), At(e), events.Definition(e)),
            "intermediateCatchEvent" => new IntermediateCatchEvent(Id(e), Name(e), At(e), events.Definition(e)),
            "intermediateThrowEvent" => new IntermediateThrowEvent(Id(e), Name(e), At(e), events.Definition(e)),
            "boundaryEvent" => new BoundaryEvent(
                Id(e),
                Name(e),
                At(e),
                events.Definition(e),
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

    /// <summary>What every node may have beside its kind. A part that is not known is a problem.</summary>
    private FlowNode Complete(FlowNode node, XElement e)
    {
        foreach (var part in e.Elements().Where(p => node is not SubProcess && !NodeParts.IsKnown(p)))
            Wrong("BPMN-003", $"The element {part.Name.LocalName} is not known.", part);
        var complete = node with
        {
            Inputs = Mappings(e, "input"),
            Outputs = Mappings(e, "output"),
            Demands = [.. NodeParts.Demands(e).Distinct(StringComparer.Ordinal)],
        };
        return complete is Activity activity ? activity with { Default = (string?)e.Attribute("default") } : complete;
    }

    private ImmutableArray<IoMapping> Mappings(XElement e, string name)
    {
        var mappings = ImmutableArray.CreateBuilder<IoMapping>();
        foreach (var mapping in Extensions.Mappings(e, name))
            if (
                SourceText.Of(mapping.Attribute("source"), file) is { } source
                && (string?)mapping.Attribute("target") is { Length: > 0 } target
            )
                mappings.Add(new IoMapping(events.Value(source), target));
            else
                Wrong("BPMN-012", "A mapping needs a source and a target.", mapping);
        return mappings.ToImmutable();
    }

    private ServiceTask Service(XElement e)
    {
        var headers = Extensions.Headers(e);
        var expressions = headers
            .Keys.Select(key => (key, Text: SourceText.Of(Extensions.Header(e, key)?.Attribute("value"), file)))
            .Where(h => h.Text is { IsFeel: true })
            .ToImmutableSortedDictionary(h => h.key, h => events.Feel(h.Text!), StringComparer.Ordinal);
        return new ServiceTask(Id(e), Name(e), At(e), Loop(e), Extensions.TaskType(e), headers, expressions);
    }

    private ScriptTask Script(XElement e)
    {
        var text =
            SourceText.Of(Extensions.Script(e), file) ?? SourceText.Of(e.Element(BpmnReader.Model + "script"), file);
        var script = text is null ? null : events.Feel(text);
        return new ScriptTask(Id(e), Name(e), At(e), Loop(e), script, Extensions.ResultVariable(e));
    }

    private BusinessRuleTask Rule(XElement e)
    {
        var (decision, variable) = Extensions.CalledDecision(e);
        if (decision is null)
            Wrong("BPMN-006", "The business rule task names no decision.", e);
        return new BusinessRuleTask(Id(e), Name(e), At(e), Loop(e), decision ?? "", variable);
    }

    private SequenceFlow Flow(XElement e) =>
        new(
            Id(e),
            (string?)e.Attribute("sourceRef") ?? "",
            (string?)e.Attribute("targetRef") ?? "",
            Name(e),
            events.Optional(e, "conditionExpression"),
            At(e)
        );

    private LoopMarker? Loop(XElement e)
    {
        if (e.Element(BpmnReader.Model + "standardLoopCharacteristics") is { } loop)
            return new LoopMarker(LoopKind.Standard, null, events.Optional(loop, "loopCondition"))
            {
                TestBefore = (string?)loop.Attribute("testBefore") == "true",
                Maximum = int.TryParse((string?)loop.Attribute("loopMaximum"), out var most) ? most : null,
            };
        if (e.Element(BpmnReader.Model + "multiInstanceLoopCharacteristics") is not { } many)
            return null;
        var kind = (string?)many.Attribute("isSequential") == "true" ? LoopKind.Sequential : LoopKind.Parallel;
        var items = Extensions.LoopCharacteristics(many);
        return new LoopMarker(
            kind,
            events.Optional(items?.Attribute("inputCollection")) ?? events.Optional(many, "loopCardinality"),
            events.Optional(many, "completionCondition")
        )
        {
            Element = (string?)items?.Attribute("inputElement"),
            OutputCollection = (string?)items?.Attribute("outputCollection"),
            OutputElement = events.Optional(items?.Attribute("outputElement")),
        };
    }

    private Place At(XElement e) => SourceText.PlaceOf(e, file);

    private void Wrong(string number, string message, XElement e) => events.Wrong(number, message, e);

    private static string Id(XElement e) => (string?)e.Attribute("id") ?? "";

    private static string? Name(XElement e) => (string?)e.Attribute("name");
}
