using System.Collections.Immutable;
using Genggam.Standards.Dmn.Compiled;
using Genggam.Standards.Dmn.Run;
using Genggam.Standards.Feel;
using Genggam.Standards.Feel.Run;

namespace Genggam.Standards.Dmn;

/// <summary>A rule of a decision table that met its input.</summary>
/// <param name="Rule">The rule's id, its number from 1 where it has none.</param>
public sealed record RuleFired(string Decision, string Rule, int Index, ImmutableArray<string> Annotations);

public sealed record DmnResult(FeelValue Value, IReadOnlyList<RuleFired> Fired, IReadOnlyList<Problem> Warnings);

/// <summary>The decisions of a file and how they hang together.</summary>
public sealed class DmnModel
{
    /// <summary>Made when the model is asked again: for one answer, compiling takes longer than it saves.</summary>
    private CompiledModel? compiled;
    private bool asked;

    internal DmnModel(string name, string file)
    {
        Name = name;
        File = file;
    }

    public string Name { get; }

    public string File { get; }

    public string Namespace { get; internal init; } = "";

    public ImmutableArray<InputData> Inputs { get; internal init; } = [];

    public ImmutableArray<Decision> Decisions { get; internal init; } = [];

    /// <summary>What the decisions read of their input data.</summary>
    public ImmutableArray<FeelPath> InputsRead { get; internal set; } = [];

    internal ImmutableArray<KnowledgeModel> Knowledge { get; init; } = [];

    internal ImmutableArray<DecisionService> Services { get; init; } = [];

    internal ImmutableArray<ModelImport> Imports { get; init; } = [];

    /// <summary>
    /// Facts as JSON gave them, with the dates, times and durations that the model declares read from their text.
    /// </summary>
    public FeelContext Typed(FeelContext facts) => TypedFacts.Of(this, facts);

    /// <summary>
    /// Evaluates a decision or a decision service, by id or name, and what it requires; each required decision once.
    /// Of an imported model by import name, dot and name.
    /// </summary>
    /// <param name="inputs">
    /// Input data by name; those of an imported model in a context under its import name or namespace, or by name alone.
    /// </param>
    public DmnResult Decide(string decision, FeelContext inputs, FeelEnvironment environment)
    {
        if (compiled is null && !asked)
        {
            asked = true;
            return Interpret(decision, inputs, environment);
        }
        return (compiled ??= new CompiledModel(this)).Decide(decision, inputs, environment);
    }

    /// <summary>The same, with what was asked and which rules held on the way.</summary>
    public DmnExplanation Explain(string decision, FeelContext inputs, FeelEnvironment environment)
    {
        var trace = new Trace();
        return new DmnExplanation(Interpret(decision, inputs, environment, trace), trace.Steps);
    }

    /// <summary>The same as <see cref="Decide"/>, never compiled.</summary>
    internal DmnResult Interpret(string decision, FeelContext inputs, FeelEnvironment environment) =>
        Interpret(decision, inputs, environment, trace: null);

    private DmnResult Interpret(string decision, FeelContext inputs, FeelEnvironment environment, Trace? trace)
    {
        var evaluation = new Evaluation(environment);
        var session = new Session(this, evaluation, inputs) { Trace = trace };
        return new DmnResult(Answer(decision, session), session.Fired, evaluation.Warnings);
    }

    private FeelValue Answer(string name, Session session)
    {
        var run = new ModelRun(this, session);
        if (Find(name) is { } found)
            return run.Decision(found);
        if (Services.FirstOrDefault(s => s.Id == name || s.Name == name) is { } service)
            return run.Service(service);
        foreach (var import in Imports)
            if (import.Name.Length > 0 && name.StartsWith(import.Name + ".", StringComparison.Ordinal))
                return import.Model.Answer(name[(import.Name.Length + 1)..], session);
        var known = Decisions
            .SelectMany(d => new[] { d.Id, d.Name })
            .Concat(Services.SelectMany(s => new[] { s.Id, s.Name }));
        return session.Evaluation.Warn(
            "DMN-201",
            $"The model has no decision {name}{Nearest.Meant(name, known, $": it has {TypeFault.Short(string.Join(", ", Decisions.Select(d => d.Name)))}.")}",
            new Place(File)
        );
    }

    internal Decision? Find(string idOrName) =>
        Decisions.FirstOrDefault(d => d.Id == idOrName) ?? Decisions.FirstOrDefault(d => d.Name == idOrName);

    /// <summary>What a requirement refers to: an id of this model, or namespace, "#" and id of an imported one.</summary>
    internal (ModelImport? Import, DmnModel Model, string Id) Resolve(string reference)
    {
        var hash = reference.IndexOf('#', StringComparison.Ordinal);
        if (hash < 0)
            return (null, this, reference);
        var import = Imports.FirstOrDefault(i => i.Model.Namespace == reference[..hash]);
        return (import, import?.Model ?? this, reference[(hash + 1)..]);
    }
}
