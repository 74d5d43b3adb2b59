using System.Collections.Immutable;
using Genggam.Standards.Feel;
using Genggam.Standards.Feel.Run;

namespace Genggam.Standards.Dmn.Run;

/// <summary>Writes down, while a model is evaluated, which decisions were asked and what their tables did.</summary>
internal sealed class Trace
{
    private readonly Stack<(Decision Decision, List<TraceStep> Steps)> open = new();
    private readonly List<TraceStep> all = [];
    private readonly HashSet<Problem> told = new(ReferenceEqualityComparer.Instance);

    public ImmutableArray<TraceStep> Steps => [.. all];

    /// <param name="evaluation">Its warnings so far belong to the decision that asks this one.</param>
    public void Open(Decision decision, Evaluation evaluation)
    {
        Claim(evaluation);
        open.Push((decision, []));
    }

    public void Close(FeelContext given, FeelValue value, Evaluation evaluation)
    {
        Claim(evaluation);
        var (decision, steps) = open.Pop();
        Add(
            new DecisionStep(
                decision.Name,
                decision.At,
                [.. given.Names.Select(n => (n, given[n])).Where(g => g.Item2 is not FeelFunction)],
                [.. steps.Where(s => s is not WarningStep)],
                value,
                [.. steps.OfType<WarningStep>().Select(w => w.Warning)]
            )
        );
    }

    public void Add(TraceStep step) => (open.Count > 0 ? open.Peek().Steps : all).Add(step);

    private void Claim(Evaluation evaluation)
    {
        foreach (var warning in evaluation.Warnings)
            if (told.Add(warning) && open.Count > 0)
                Add(new WarningStep(warning));
    }

    private sealed record WarningStep(Problem Warning) : TraceStep;
}
