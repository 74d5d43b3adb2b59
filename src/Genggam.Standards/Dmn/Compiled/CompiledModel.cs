using Genggam.Standards.Dmn.Run;
using Genggam.Standards.Feel;
using Genggam.Standards.Feel.Run;

namespace Genggam.Standards.Dmn.Compiled;

/// <summary>
/// The decisions of a model compiled once, for speed: the same values, rules fired, warnings and limits as
/// <see cref="DmnModel.Decide(string, FeelContext, FeelEnvironment)"/>. How a value came about only that one explains.
/// </summary>
public sealed class CompiledModel
{
    private readonly DmnModel model;
    private readonly Dictionary<string, CompiledDecision> byName = new(StringComparer.Ordinal);

    public CompiledModel(DmnModel model)
    {
        this.model = model;
        var compiled = model.Decisions.Select((d, i) => new CompiledDecision(model, d, i)).ToArray();
        foreach (var decision in compiled)
            decision.Link(compiled);
        foreach (var decision in compiled)
            byName.TryAdd(decision.Source.Id, decision);
        foreach (var decision in compiled)
            byName.TryAdd(decision.Source.Name, decision);
    }

    public DmnResult Decide(string decision, FeelContext inputs, FeelEnvironment environment)
    {
        if (!byName.TryGetValue(decision, out var compiled))
            return model.Interpret(decision, inputs, environment);
        if (compiled.AtOnce(inputs, environment) is { } result)
            return result;
        var evaluation = new Evaluation(environment);
        var run = new CompiledRun(model, evaluation, inputs);
        return new DmnResult(compiled.Value(run), run.Fired, evaluation.Warnings);
    }
}
