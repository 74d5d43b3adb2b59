using Genggam.Standards.Dmn.Run;
using Genggam.Standards.Feel;
using Genggam.Standards.Feel.Run;

namespace Genggam.Standards.Dmn.Compiled;

/// <summary>One evaluation of a compiled model. What the interpreter is asked for, it does in a session of the same evaluation.</summary>
internal sealed class CompiledRun(DmnModel model, Evaluation evaluation, FeelContext inputs)
{
    /// <summary>Stands for the value of a decision that is being found.</summary>
    private static readonly FeelValue Open = new FeelString("");

    /// <summary>The values of decisions, then of inputs.</summary>
    private readonly FeelValue?[] values = new FeelValue?[model.Decisions.Length + model.Inputs.Length];
    private IReadOnlyList<RuleFired>? alone;
    private List<RuleFired>? several;
    private Session? session;

    public Evaluation Evaluation { get; } = evaluation;

    public IReadOnlyList<RuleFired> Fired => several ?? alone ?? [];

    /// <param name="rule">A list of the one rule.</param>
    public void Fire(IReadOnlyList<RuleFired> rule)
    {
        if (several is null && alone is null)
            alone = rule;
        else
            Several().Add(rule[0]);
    }

    private List<RuleFired> Several() => several ??= [.. alone ?? []];

    public FeelValue? Known(int decision) =>
        values[decision] is { } known && !ReferenceEquals(known, Open) ? known
        : session is not null && session.Knows(model.Decisions[decision], out var value) ? value
        : null;

    public FeelValue Know(int decision, FeelValue value)
    {
        session?.Know(model.Decisions[decision], value);
        return values[decision] = value;
    }

    public bool Begin(int decision)
    {
        if (values[decision] is not null)
            return false;
        session?.Begin(model.Decisions[decision]);
        values[decision] = Open;
        return true;
    }

    public void End(int decision) => session?.End(model.Decisions[decision]);

    public FeelValue Input(int input)
    {
        ref var given = ref values[model.Decisions.Length + input];
        if (given is { } known)
            return known;
        var data = model.Inputs[input];
        if (session is not null && session.Knows(data, out var value))
            return given = value;
        value = Typing.Typed(Evaluation, inputs.Near(data.Name, input), data.Type, data.At);
        session?.Know(data, value);
        return given = value;
    }

    /// <summary>The same run for the interpreter, made when it is first asked.</summary>
    public Session Session
    {
        get
        {
            if (session is not null)
                return session;
            session = new Session(model, Evaluation, inputs) { Fired = Several() };
            for (var i = 0; i < values.Length; i++)
            {
                if (values[i] is not { } value)
                    continue;
                object element =
                    i < model.Decisions.Length ? model.Decisions[i] : model.Inputs[i - model.Decisions.Length];
                if (ReferenceEquals(value, Open))
                    session.Begin(element);
                else
                    session.Know(element, value);
            }
            return session;
        }
    }
}
