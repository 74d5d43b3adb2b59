using Genggam.Standards.Dmn.Run;
using Genggam.Standards.Feel;
using Genggam.Standards.Feel.Run;

namespace Genggam.Standards.Dmn.Compiled;

/// <summary>One evaluation of a compiled model. What the interpreter is asked for, it does in a session of the same evaluation.</summary>
internal sealed class CompiledRun(DmnModel model, Evaluation evaluation, FeelContext inputs)
{
    private readonly FeelValue?[] decisions = new FeelValue?[model.Decisions.Length];
    private readonly FeelValue?[] given = new FeelValue?[model.Inputs.Length];
    private readonly bool[] running = new bool[model.Decisions.Length];
    private Session? session;

    public Evaluation Evaluation { get; } = evaluation;

    public List<RuleFired> Fired { get; } = new(1);

    public FeelValue? Known(int decision) =>
        decisions[decision]
        ?? (session is not null && session.Knows(model.Decisions[decision], out var value) ? value : null);

    public FeelValue Know(int decision, FeelValue value)
    {
        session?.Know(model.Decisions[decision], value);
        return decisions[decision] = value;
    }

    public bool Begin(int decision)
    {
        if (running[decision])
            return false;
        session?.Begin(model.Decisions[decision]);
        return running[decision] = true;
    }

    public void End(int decision)
    {
        session?.End(model.Decisions[decision]);
        running[decision] = false;
    }

    public FeelValue Input(int input)
    {
        if (given[input] is { } known)
            return known;
        var data = model.Inputs[input];
        if (session is not null && session.Knows(data, out var value))
            return given[input] = value;
        value = Typing.Typed(Evaluation, inputs[data.Name], data.Type, data.At);
        session?.Know(data, value);
        return given[input] = value;
    }

    /// <summary>The same run for the interpreter, made when it is first asked.</summary>
    public Session Session
    {
        get
        {
            if (session is not null)
                return session;
            session = new Session(model, Evaluation, inputs) { Fired = Fired };
            for (var i = 0; i < decisions.Length; i++)
            {
                if (decisions[i] is { } value)
                    session.Know(model.Decisions[i], value);
                if (running[i])
                    session.Begin(model.Decisions[i]);
            }
            for (var i = 0; i < given.Length; i++)
                if (given[i] is { } value)
                    session.Know(model.Inputs[i], value);
            return session;
        }
    }
}
