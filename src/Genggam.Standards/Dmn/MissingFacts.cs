using System.Collections.Immutable;
using Genggam.Standards.Dmn.Run;
using Genggam.Standards.Feel;
using Genggam.Standards.Feel.Run;

namespace Genggam.Standards.Dmn;

/// <summary>
/// Input data that a decision needs and that nobody gave: DMN-210, with the given name that may have been meant. A fact that
/// is known to have no value is given as null. What else goes wrong in the decisions that need it may follow from it.
/// </summary>
public sealed class MissingFacts
{
    private const int MostNamed = 10;
    private readonly HashSet<Place> needing = [];
    private readonly HashSet<Place> asked = [];
    private readonly List<Problem> problems = [];
    private readonly Dictionary<object, bool> seen = new(ReferenceEqualityComparer.Instance);
    private readonly DmnModel main;
    private readonly FeelContext facts;

    private MissingFacts(DmnModel main, string decision, FeelContext facts)
    {
        (this.main, this.facts) = (main, facts);
        if (main.Find(decision) is { } found)
            Lacks(main, found);
        else if (main.Services.FirstOrDefault(s => s.Id == decision || s.Name == decision) is { } service)
            Lacks(service);
    }

    /// <param name="decision">Id or name of a decision, or a decision service, of the model itself.</param>
    public static MissingFacts Of(DmnModel model, string decision, FeelContext facts) => new(model, decision, facts);

    public IReadOnlyList<Problem> Problems => problems;

    /// <summary>The warnings of an evaluation that may follow: those of decisions that need a missing fact.</summary>
    public IReadOnlySet<Problem> Followers(DmnExplanation explanation) =>
        explanation.Steps.SelectMany(Followers).ToHashSet<Problem>(ReferenceEqualityComparer.Instance);

    private IEnumerable<Problem> Followers(TraceStep step) =>
        step is DecisionStep decision
            ? decision
                .Warnings.Where(w => needing.Contains(decision.At) && !asked.Contains(w.Place))
                .Concat(decision.Steps.SelectMany(Followers))
            : [];

    private bool Lacks(DmnModel owner, Decision decision)
    {
        if (seen.TryGetValue(decision, out var known))
            return known;
        seen[decision] = false;
        var lacks = Lacks(owner, decision.Requires);
        if (lacks)
            needing.Add(decision.At);
        return seen[decision] = lacks;
    }

    /// <summary>Each is looked at, so that all that is missing is said.</summary>
    private bool Lacks(DmnModel owner, ImmutableArray<string> references)
    {
        var lacks = false;
        foreach (var reference in references)
        {
            var (_, model, id) = owner.Resolve(reference);
            if (model.Find(id) is { } decision)
                lacks |= Lacks(model, decision);
            else if (model.Inputs.FirstOrDefault(i => i.Id == id) is { } input)
                lacks |= Lacks(model, input, input.Name, input.At);
        }
        return lacks;
    }

    /// <summary>A service is given its input decisions like input data (DMN 1.5, 6.3.11).</summary>
    private void Lacks(DecisionService service)
    {
        var lacks = Lacks(main, service.InputDatas);
        foreach (var (_, model, id) in service.InputDecisions.Select(main.Resolve))
            if (model.Find(id) is { } decision)
                lacks |= Lacks(model, decision, decision.Name, decision.At);
        foreach (var (_, model, id) in service.Outputs.Select(main.Resolve))
            if (model.Find(id) is { } decision && (Lacks(model, decision) || lacks))
                needing.Add(decision.At);
    }

    private bool Lacks(DmnModel owner, object element, string name, Place at)
    {
        if (seen.TryGetValue(element, out var known))
            return known;
        asked.Add(at);
        var lacks = !facts.TryGet(name, out _) && (owner == main || Session.Given(owner, name).IsNull);
        if (lacks)
            problems.Add(new Problem("DMN-210", $"The input {name} is not given{Remedy(name)}", at, Severity.Warning));
        return seen[element] = lacks;
    }

    private Session Session =>
        field ??= new Session(main, new Evaluation(new FeelEnvironment(DateTimeOffset.UnixEpoch)), facts);

    private string Remedy(string name)
    {
        var unread = facts.Names.Except(main.Inputs.Select(i => i.Name).Concat(main.Decisions.Select(d => d.Name)));
        return Nearest.To(name, unread) is { } near ? $": did you mean it by {near}, which the model does not know?"
            : facts.Names.IsEmpty ? ": there are no facts at all."
            : $": given are {TypeFault.Short(string.Join(", ", facts.Names.Take(MostNamed)))}{(facts.Names.Length > MostNamed ? ", …" : ".")}";
    }
}
