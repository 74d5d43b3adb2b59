namespace Genggam.Standards.Dmn.Reading;

/// <summary>What a model as a whole must keep to.</summary>
internal static class ModelCheck
{
    /// <summary>Requirements must not lead back to where they began (DMN 1.5, 6.2.2).</summary>
    public static void Cycles(DmnModel model, List<Problem> problems)
    {
        var decisions = model.Decisions.DistinctBy(d => d.Id).ToDictionary(d => d.Id, StringComparer.Ordinal);
        var needs = model
            .Decisions.Select(d => (d.Id, d.Name, Requires: d.Requires.AsEnumerable(), d.At))
            .Concat(model.Knowledge.Select(k => (k.Id, k.Name, Requires: k.Requires.AsEnumerable(), k.At)))
            .Concat(model.Services.Select(s => (s.Id, s.Name, Requires: CalledBy(s, decisions), s.At)))
            .DistinctBy(n => n.Id, StringComparer.Ordinal)
            .ToList();
        var circles = Circles.In(needs.ToDictionary(n => n.Id, n => n.Requires, StringComparer.Ordinal));
        foreach (var (id, name, _, at) in needs)
            if (circles.Contains(id))
                problems.Add(new Problem("DMN-004", $"{name} requires itself.", at));
    }

    /// <summary>
    /// The knowledge and services that the decisions in a service call. The decisions themselves are its own: its input
    /// decisions are given to it, and may well require it outside.
    /// </summary>
    private static IEnumerable<string> CalledBy(DecisionService service, Dictionary<string, Decision> decisions)
    {
        var seen = new HashSet<string>(service.InputDecisions, StringComparer.Ordinal);
        var open = new Stack<string>(service.Outputs);
        var called = new List<string>();
        while (open.TryPop(out var id))
            if (!decisions.TryGetValue(id, out var decision))
                called.Add(id);
            else if (seen.Add(id))
                foreach (var required in decision.Requires)
                    open.Push(required);
        return called;
    }
}
