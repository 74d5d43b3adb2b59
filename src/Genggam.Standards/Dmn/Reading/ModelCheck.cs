namespace Genggam.Standards.Dmn.Reading;

/// <summary>What a model as a whole must keep to.</summary>
internal static class ModelCheck
{
    /// <summary>Requirements must not lead back to where they began (DMN 1.5, 6.2.2).</summary>
    public static void Cycles(DmnModel model, List<Problem> problems)
    {
        var needs = model
            .Decisions.Select(d => (d.Id, d.Name, d.Requires, d.At))
            .Concat(model.Knowledge.Select(k => (k.Id, k.Name, k.Requires, k.At)))
            .ToList();
        var byId = needs.GroupBy(n => n.Id, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Requires);
        foreach (var (id, name, requires, at) in needs)
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            var open = new Stack<string>(requires);
            while (open.TryPop(out var required))
            {
                if (required == id)
                {
                    problems.Add(new Problem("DMN-004", $"{name} requires itself.", at));
                    break;
                }
                if (seen.Add(required) && byId.TryGetValue(required, out var further))
                    foreach (var next in further)
                        open.Push(next);
            }
        }
    }
}
