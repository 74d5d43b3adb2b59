using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;

namespace Genggam.Standards.Bpmn;

/// <summary>Reads loop and multi-instance markers (10.3.8): those of the standard, and Zeebe's collections.</summary>
internal sealed class LoopReader(EventReader events, DataReader data)
{
    public LoopMarker? Read(XElement e)
    {
        if (e.Element(BpmnReader.Model + "standardLoopCharacteristics") is { } loop)
            return Standard(loop);
        return e.Element(BpmnReader.Model + "multiInstanceLoopCharacteristics") is { } many ? Many(many) : null;
    }

    private LoopMarker Standard(XElement loop)
    {
        var condition = events.Optional(loop, "loopCondition");
        var written = (string?)loop.Attribute("loopMaximum");
        int? most = int.TryParse(written?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
        if (written is not null && most is null)
            events.Wrong("BPMN-020", $"loopMaximum is a whole number, not {written}.", loop);
        else if (condition is null && most is null)
            events.Wrong("BPMN-016", "The loop has neither a condition nor a maximum: it would never end.", loop);
        return new LoopMarker(LoopKind.Standard, null, condition)
        {
            TestBefore = events.Truth(loop, "testBefore"),
            Maximum = most,
        };
    }

    private LoopMarker Many(XElement many)
    {
        var kind = events.Truth(many, "isSequential") ? LoopKind.Sequential : LoopKind.Parallel;
        var items = Extensions.LoopCharacteristics(many);
        var collection =
            events.Optional(items?.Attribute("inputCollection"))
            ?? data.Variable(many.Element(BpmnReader.Model + "loopDataInputRef"))
            ?? events.Optional(many, "loopCardinality");
        if (collection is null)
            events.Wrong("BPMN-017", "The multi-instance marker has neither a number nor a collection.", many);
        return new LoopMarker(kind, collection, events.Optional(many, "completionCondition"))
        {
            Element =
                (string?)items?.Attribute("inputElement")
                ?? DataReader.NameOf(many.Element(BpmnReader.Model + "inputDataItem")),
            OutputCollection =
                (string?)items?.Attribute("outputCollection")
                ?? data.NameOf(many.Element(BpmnReader.Model + "loopDataOutputRef")?.Value),
            OutputElement =
                events.Optional(items?.Attribute("outputElement"))
                ?? (
                    many.Element(BpmnReader.Model + "outputDataItem") is { } item
                        ? events.Variable(DataReader.NameOf(item)!, item)
                        : null
                ),
            Behaviour = Behaviour(many),
            Thrown = Thrown(many),
        };
    }

    private LoopBehaviour Behaviour(XElement many)
    {
        var written = (string?)many.Attribute("behavior");
        foreach (var known in Enum.GetValues<LoopBehaviour>())
            if (written?.Trim() == known.ToString())
                return known;
        if (written is not null)
            events.Wrong("BPMN-021", $"behavior is All, One, None or Complex, not {written}.", many);
        return LoopBehaviour.All;
    }

    private ImmutableArray<BehaviourEvent> Thrown(XElement many)
    {
        var thrown = ImmutableArray.CreateBuilder<BehaviourEvent>();
        foreach (var name in new[] { "oneBehaviorEventRef", "noneBehaviorEventRef" })
            if ((string?)many.Attribute(name) is { } reference && events.Shared(reference, many) is { } definition)
                thrown.Add(new BehaviourEvent(null, definition));
        foreach (var complex in many.Elements(BpmnReader.Model + "complexBehaviorDefinition"))
            if (
                complex.Element(BpmnReader.Model + "event") is { } thrower
                && events.Definition(thrower) is { } definition
            )
                thrown.Add(new BehaviourEvent(events.Optional(complex, "condition"), definition));
        return thrown.ToImmutable();
    }
}
