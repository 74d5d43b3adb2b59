using Genggam.Standards.Feel;
using Genggam.Standards.Feel.Run;

namespace Genggam.Standards.Dmn.Run;

/// <summary>The expressions of a table as <see cref="TableRun"/> asks them: interpreted, or compiled.</summary>
internal abstract class TableCells
{
    public abstract FeelValue Input(int input);

    /// <summary>Whether an input is one of its allowed values; asked only where there are such.</summary>
    public abstract bool Allows(int input, FeelValue value);

    protected abstract bool Holds(int rule, int input, FeelValue value);

    /// <summary>The first of a rule's tests that does not hold, from 0; -1 where all do.</summary>
    public virtual int FirstMissed(int rule, int tests, FeelValue[] inputs)
    {
        for (var i = 0; i < tests; i++)
            if (!Holds(rule, i, inputs[i]))
                return i;
        return -1;
    }

    public abstract FeelValue Entry(int rule, int output);

    /// <summary>Whether an output is one of its allowed values; asked only where there are such.</summary>
    public abstract bool AllowsOutput(int output, FeelValue value);

    public abstract FeelValue Default(int output);

    /// <summary>The allowed values of an output, in order; asked only where there are such.</summary>
    public abstract IReadOnlyList<FeelValue> Priorities(int output);
}

internal sealed class InterpretedCells(DecisionTable table, Evaluation evaluation, Scope scope) : TableCells
{
    public override FeelValue Input(int input) =>
        table.Inputs[input].Expression?.Evaluate(evaluation, scope) ?? FeelValue.Null;

    public override bool Allows(int input, FeelValue value) => Met(table.Inputs[input].Allowed!, value);

    protected override bool Holds(int rule, int input, FeelValue value) => Met(table.Rules[rule].Tests[input], value);

    public override FeelValue Entry(int rule, int output) =>
        table.Rules[rule].Outputs[output].Evaluate(evaluation, scope);

    public override bool AllowsOutput(int output, FeelValue value) => Met(table.Outputs[output].Values!, value);

    public override FeelValue Default(int output) =>
        table.Outputs[output].Default?.Evaluate(evaluation, scope) ?? FeelValue.Null;

    public override IReadOnlyList<FeelValue> Priorities(int output) =>
        TestValues.Of(table.Outputs[output].Values!, evaluation, scope);

    private bool Met(FeelExpression test, FeelValue value) =>
        test.Evaluate(evaluation, scope.With("?", value)) is FeelBoolean { Value: true };
}
