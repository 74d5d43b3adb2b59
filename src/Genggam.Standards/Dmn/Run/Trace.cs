using System.Collections.Immutable;
using Genggam.Standards.Feel;

namespace Genggam.Standards.Dmn.Run;

/// <summary>Writes down, while a model is evaluated, which decisions were asked and what their tables did.</summary>
internal sealed class Trace
{
    private readonly Stack<(Decision Decision, List<TraceStep> Steps)> open = new();
    private readonly List<TraceStep> all = [];

    public ImmutableArray<TraceStep> Steps => [.. all];

    public void Open(Decision decision) => open.Push((decision, []));

    public void Close(FeelContext given, FeelValue value)
    {
        var (decision, steps) = open.Pop();
        Add(
            new DecisionStep(
                decision.Name,
                decision.At,
                [.. given.Names.Select(n => (n, given[n])).Where(g => g.Item2 is not FeelFunction)],
                [.. steps],
                value
            )
        );
    }

    public void Add(TraceStep step) => (open.Count > 0 ? open.Peek().Steps : all).Add(step);
}
