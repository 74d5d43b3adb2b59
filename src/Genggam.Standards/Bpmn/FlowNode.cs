using System.Collections.Immutable;
using Genggam.Standards.Feel;

namespace Genggam.Standards.Bpmn;

/// <summary>A node of a process (BPMN 2.0, 8.3.9). A closed tree.</summary>
public abstract record FlowNode(string Id, string? Name, Place At)
{
    /// <summary>Variables that are made for the node when it starts (zeebe:ioMapping).</summary>
    public ImmutableArray<IoMapping> Inputs { get; init; } = [];

    /// <summary>Variables that the node leaves behind when it completes (zeebe:ioMapping).</summary>
    public ImmutableArray<IoMapping> Outputs { get; init; } = [];

    /// <summary>Variables of the node itself: its properties and data outputs, null until something writes them.</summary>
    public ImmutableArray<string> Declares { get; init; } = [];

    /// <summary>
    /// What the node asks for beyond its own kind, by the names of the standard or of the modeller's extension, for
    /// example <c>potentialOwner</c> or <c>zeebe:taskListeners</c>. Who runs a node must honour or refuse each of them.
    /// </summary>
    public ImmutableArray<string> Demands { get; init; } = [];

    /// <summary>The dotted path of the data where a decision or script writes its result.</summary>
    public virtual string? ResultPath => null;
}

/// <summary>The value of <paramref name="Source"/> is put under the name <paramref name="Target"/>.</summary>
public sealed record IoMapping(FeelText Source, string Target);

/// <summary>Work done in a process (10.3).</summary>
/// <param name="Loop">A loop or multi-instance marker.</param>
public abstract record Activity(string Id, string? Name, Place At, LoopMarker? Loop) : FlowNode(Id, Name, At)
{
    /// <summary>The flow that is taken where no condition of the others holds.</summary>
    public string? Default { get; init; }

    /// <summary>Tokens that must have arrived before the work begins.</summary>
    public int StartQuantity { get; init; } = 1;

    /// <summary>Tokens that leave by each flow when the work is done.</summary>
    public int CompletionQuantity { get; init; } = 1;
}

public enum LoopKind
{
    Standard,
    Parallel,
    Sequential,
}

/// <param name="Collection">Multi-instance: the number of instances, or the list of which each gets an item.</param>
/// <param name="Condition">Standard: goes on while it holds. Multi-instance: ends as soon as it holds.</param>
public sealed record LoopMarker(LoopKind Kind, FeelText? Collection, FeelText? Condition)
{
    /// <summary>The variable that holds the item of one instance; null where the collection is a number.</summary>
    public string? Element { get; init; }
    public string? OutputCollection { get; init; }
    public FeelText? OutputElement { get; init; }

    /// <summary>Standard: the condition is asked before the first round too.</summary>
    public bool TestBefore { get; init; }

    /// <summary>Standard: rounds at most.</summary>
    public int? Maximum { get; init; }

    /// <summary>Multi-instance: which completions throw <see cref="Thrown"/> at the activity's boundary.</summary>
    public LoopBehaviour Behaviour { get; init; } = LoopBehaviour.All;

    public ImmutableArray<BehaviourEvent> Thrown { get; init; } = [];
}

/// <summary>When a multi-instance activity throws (10.3.8): never, at the first completion, at each, or as conditions say.</summary>
public enum LoopBehaviour
{
    All,
    One,
    None,
    Complex,
}

/// <summary>What a completion throws; with a condition in the complex behaviour.</summary>
public sealed record BehaviourEvent(FeelText? Condition, EventDefinition Definition);

/// <summary>A FEEL expression as it stands in the file, parsed; the value is null where it does not parse.</summary>
public sealed record FeelText(string Source, FeelExpression? Parsed, Place At);

/// <param name="FormId">The form that is shown.</param>
/// <param name="CandidateGroups">The roles that may do it.</param>
/// <param name="Outcomes">How it can end; an extension property named <c>outcomes</c>.</param>
public sealed record UserTask(
    string Id,
    string? Name,
    Place At,
    LoopMarker? Loop,
    string? FormId,
    ImmutableArray<string> CandidateGroups,
    ImmutableArray<string> Outcomes
) : Activity(Id, Name, At, Loop);

/// <param name="Headers">Task headers as written; those that begin with an equals sign are also in <paramref name="Expressions"/>.</param>
public sealed record ServiceTask(
    string Id,
    string? Name,
    Place At,
    LoopMarker? Loop,
    string Type,
    ImmutableSortedDictionary<string, string> Headers,
    ImmutableSortedDictionary<string, FeelText> Expressions
) : Activity(Id, Name, At, Loop);

public sealed record SendTask(
    string Id,
    string? Name,
    Place At,
    LoopMarker? Loop,
    ImmutableSortedDictionary<string, string> Headers,
    NamedDefinition? Message
) : Activity(Id, Name, At, Loop);

/// <param name="Instantiate">A process begins here when the message arrives.</param>
public sealed record ReceiveTask(
    string Id,
    string? Name,
    Place At,
    LoopMarker? Loop,
    NamedDefinition? Message,
    bool Instantiate
) : Activity(Id, Name, At, Loop);

public sealed record ScriptTask(
    string Id,
    string? Name,
    Place At,
    LoopMarker? Loop,
    FeelText? Script,
    string? ResultVariable
) : Activity(Id, Name, At, Loop)
{
    public override string? ResultPath => ResultVariable;
}

public sealed record BusinessRuleTask(
    string Id,
    string? Name,
    Place At,
    LoopMarker? Loop,
    string DecisionId,
    string? ResultVariable
) : Activity(Id, Name, At, Loop)
{
    public override string? ResultPath => ResultVariable;
}

public sealed record ManualTask(string Id, string? Name, Place At, LoopMarker? Loop) : Activity(Id, Name, At, Loop);

/// <param name="Kind">The element's name in the standard: subProcess, transaction, adHocSubProcess.</param>
public sealed record SubProcess(
    string Id,
    string? Name,
    Place At,
    LoopMarker? Loop,
    string Kind,
    bool TriggeredByEvent,
    ProcessModel Body
) : Activity(Id, Name, At, Loop);

/// <param name="Reads">The called process sees the variables of the caller.</param>
/// <param name="Writes">What the called process writes stays when it has ended.</param>
public sealed record CallActivity(
    string Id,
    string? Name,
    Place At,
    LoopMarker? Loop,
    string? Called,
    bool Reads,
    bool Writes
) : Activity(Id, Name, At, Loop);

public sealed record ExclusiveGateway(string Id, string? Name, Place At, string? Default) : FlowNode(Id, Name, At);

public sealed record ParallelGateway(string Id, string? Name, Place At) : FlowNode(Id, Name, At);

public sealed record InclusiveGateway(string Id, string? Name, Place At, string? Default) : FlowNode(Id, Name, At);

public sealed record EventBasedGateway(string Id, string? Name, Place At) : FlowNode(Id, Name, At);

public sealed record ComplexGateway(string Id, string? Name, Place At) : FlowNode(Id, Name, At);

/// <summary>An event (10.5) with what triggers it or what it throws; null for a none event.</summary>
public abstract record ProcessEvent(string Id, string? Name, Place At, EventDefinition? Definition)
    : FlowNode(Id, Name, At);

public sealed record StartEvent(string Id, string? Name, Place At, EventDefinition? Definition, bool Interrupting)
    : ProcessEvent(Id, Name, At, Definition);

public sealed record EndEvent(string Id, string? Name, Place At, EventDefinition? Definition)
    : ProcessEvent(Id, Name, At, Definition);

public sealed record IntermediateCatchEvent(string Id, string? Name, Place At, EventDefinition? Definition)
    : ProcessEvent(Id, Name, At, Definition);

public sealed record IntermediateThrowEvent(string Id, string? Name, Place At, EventDefinition? Definition)
    : ProcessEvent(Id, Name, At, Definition);

public sealed record BoundaryEvent(
    string Id,
    string? Name,
    Place At,
    EventDefinition? Definition,
    string AttachedTo,
    bool CancelActivity
) : ProcessEvent(Id, Name, At, Definition);
