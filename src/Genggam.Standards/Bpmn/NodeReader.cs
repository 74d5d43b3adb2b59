using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;

namespace Genggam.Standards.Bpmn;

/// <summary>Reads the elements of a process. Elements it does not know are problems; what belongs to a diagram is passed over.</summary>
internal sealed class NodeReader(string file, XElement root)
{
    private HashSet<string> Ids => field ??= new HashSet<string>(events.Declarations, StringComparer.Ordinal);
    private readonly EventReader events = new(file, root);
    private DataReader Data => field ??= new DataReader(events);
    private LoopReader Loops => field ??= new LoopReader(events, Data);

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
            else if (!Ids.Add(Id(child)))
                Wrong("BPMN-004", $"The id {Id(child)} occurs twice.", child);
        }
        return new ProcessModel(
            Id(element),
            Name(element),
            nodes.DrainToImmutable(),
            flows.DrainToImmutable(),
            At(element)
        )
        {
            Declares = Data.Declares(element),
        };
    }

    /// <summary>A process, or a global task as a process of one node.</summary>
    public ProcessModel Callable(XElement element)
    {
        if (element.Name == BpmnReader.Model + "process")
            return Process(element);
        var name = element.Name.LocalName["global".Length..];
        var task = new XElement(element) { Name = BpmnReader.Model + (char.ToLowerInvariant(name[0]) + name[1..]) };
        ImmutableArray<FlowNode> nodes = Node(task) is { } node ? [Complete(node, task) with { At = At(element) }] : [];
        return new ProcessModel(Id(element), Name(element), nodes, [], At(element));
    }

    private FlowNode? Node(XElement e) =>
        e.Name.LocalName switch
        {
            "startEvent" => new StartEvent(
                Id(e),
                Name(e),
                At(e),
                events.Definition(e),
                events.Truth(e, "isInterrupting", otherwise: true)
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
                events.Truth(e, "cancelActivity", otherwise: true)
            ),
            "userTask" => new UserTask(
                Id(e),
                Name(e),
                At(e),
                Loops.Read(e),
                Extensions.FormId(e),
                Extensions.CandidateGroups(e),
                Extensions.Words(Extensions.Property(e, "outcomes"))
            ),
            "serviceTask" => Service(e),
            "sendTask" => new SendTask(Id(e), Name(e), At(e), Loops.Read(e), Extensions.Headers(e), events.Message(e)),
            "receiveTask" => new ReceiveTask(
                Id(e),
                Name(e),
                At(e),
                Loops.Read(e),
                events.Message(e),
                events.Truth(e, "instantiate")
            ),
            "scriptTask" => Script(e),
            "businessRuleTask" => Rule(e),
            "manualTask" or "task" => new ManualTask(Id(e), Name(e), At(e), Loops.Read(e)),
            "subProcess" or "transaction" or "adHocSubProcess" => new SubProcess(
                Id(e),
                Name(e),
                At(e),
                Loops.Read(e),
                e.Name.LocalName,
                events.Truth(e, "triggeredByEvent"),
                Process(e)
            ),
            "callActivity" => Call(e),
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
        if (node is Activity activity)
            node = activity with
            {
                Default = (string?)e.Attribute("default"),
                StartQuantity = Quantity(e, "startQuantity"),
                CompletionQuantity = Quantity(e, "completionQuantity"),
            };
        var demands = NodeParts.Demands(e).Distinct(StringComparer.Ordinal).ToImmutableArray();
        if (!e.HasElements)
            return demands.IsEmpty ? node : node with { Demands = demands };
        foreach (var part in e.Elements())
            if (node is not SubProcess && !NodeParts.IsKnown(part))
                Wrong("BPMN-003", $"The element {part.Name.LocalName} is not known.", part);
        return node with
        {
            Inputs = [.. Data.Inputs(e), .. Mappings(e, "input")],
            Outputs = [.. Data.Outputs(e), .. Mappings(e, "output")],
            Declares = node is SubProcess ? [] : Data.Declares(e),
            Demands = demands,
        };
    }

    private int Quantity(XElement e, string name)
    {
        if ((string?)e.Attribute(name) is not { } text)
            return 1;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n is > 0 and <= 1000)
            return n;
        Wrong("BPMN-015", $"{name} must be a whole number from 1 to 1000, not {text}.", e);
        return 1;
    }

    private CallActivity Call(XElement e)
    {
        var called = Extensions.CalledElement(e);
        var reads = events.Truth(called, "propagateAllParentVariables", otherwise: true);
        var writes = events.Truth(called, "propagateAllChildVariables", otherwise: true);
        return new CallActivity(Id(e), Name(e), At(e), Loops.Read(e), Extensions.Called(e), reads, writes);
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
        return new ServiceTask(Id(e), Name(e), At(e), Loops.Read(e), Extensions.TaskType(e), headers, expressions);
    }

    private ScriptTask Script(XElement e)
    {
        var text =
            SourceText.Of(Extensions.Script(e), file) ?? SourceText.Of(e.Element(BpmnReader.Model + "script"), file);
        var script = text is null ? null : events.Feel(text);
        return new ScriptTask(Id(e), Name(e), At(e), Loops.Read(e), script, Extensions.ResultVariable(e));
    }

    private BusinessRuleTask Rule(XElement e)
    {
        var (decision, variable) = Extensions.CalledDecision(e);
        if (decision is null)
            Wrong("BPMN-006", "The business rule task names no decision.", e);
        return new BusinessRuleTask(Id(e), Name(e), At(e), Loops.Read(e), decision ?? "", variable);
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

    private Place At(XElement e) => SourceText.PlaceOf(e, file);

    private void Wrong(string number, string message, XElement e) => events.Wrong(number, message, e);

    private static string Id(XElement e) => (string?)e.Attribute("id") ?? "";

    private static string? Name(XElement e) => (string?)e.Attribute("name");
}
