using Genggam.Standards.Feel;
using Genggam.Standards.Feel.Run;

namespace Genggam.Standards.Dmn.Run;

/// <summary>One evaluation over a model and those it imports: what is given, and what has been found out already.</summary>
internal sealed class Session(DmnModel main, Evaluation evaluation, FeelContext inputs)
{
    private readonly Dictionary<object, FeelValue> known = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<object> running = new(ReferenceEqualityComparer.Instance);

    public Evaluation Evaluation { get; } = evaluation;

    public List<RuleFired> Fired { get; init; } = [];

    /// <summary>Where it is written down how the values came about; null where nobody asks.</summary>
    public Trace? Trace { get; init; }

    /// <summary>The same evaluation inside a decision service, which sees nothing but its arguments (DMN 1.5, 10.4).</summary>
    public Session Inside() => new(main, Evaluation, FeelContext.Empty) { Fired = Fired, Trace = Trace };

    public bool Knows(object element, out FeelValue value)
    {
        value = known.TryGetValue(element, out var found) ? found : FeelValue.Null;
        return found is not null;
    }

    public FeelValue Know(object element, FeelValue value) => known[element] = value;

    public bool Begin(object element) => running.Add(element);

    public void End(object element) => running.Remove(element);

    /// <summary>A given value by name. What belongs to an imported model may stand under its import name or namespace.</summary>
    public FeelValue Given(DmnModel model, string name)
    {
        if (model == main)
            return inputs[name];
        if (inputs[model.Namespace] is FeelContext spaced && spaced.TryGet(name, out var value))
            return value;
        return Under(main, inputs, model, name) ?? inputs[name];
    }

    private static FeelValue? Under(DmnModel importer, FeelContext names, DmnModel model, string name)
    {
        foreach (var import in importer.Imports)
        {
            var inner = import.Name.Length == 0 ? names : names[import.Name] as FeelContext;
            if (inner is null)
                continue;
            if (import.Model == model && inner.TryGet(name, out var value))
                return value;
            if (Under(import.Model, inner, model, name) is { } deeper)
                return deeper;
        }
        return null;
    }

    /// <summary>The value as its declared type asks it, else null with a warning (DMN 1.5, 10.3.2.9.4).</summary>
    public FeelValue Typed(FeelValue value, FeelType type, Place at) => Typing.Typed(Evaluation, value, type, at);
}
