using System.Collections.Immutable;
using Genggam.Standards.Dmn.Run;
using Genggam.Standards.Feel;
using Genggam.Standards.Feel.Compiled;
using Genggam.Standards.Feel.Run;

namespace Genggam.Standards.Dmn.Compiled;

/// <summary>A decision table whose expressions are compiled; hit policies stay in <see cref="TableRun"/>.</summary>
internal sealed class CompiledTable
{
    private readonly DecisionTable table;
    private readonly Names? names;
    private readonly int inputSlot;
    private readonly Code?[] inputs;
    private readonly int[] slots;
    private readonly Cell?[] allowed;
    private readonly Cell[][] tests;
    private readonly Code[][] entries;
    private readonly Cell?[] allowedOutputs;
    private readonly Code?[] defaults;
    private readonly IReadOnlyList<RuleFired>[] fired;
    private readonly QuickTable? quick;
    private readonly Constant?[] constants;

    public CompiledTable(DecisionTable table, string owner, Compiler compiler, FrameLayout layout, Names? names)
    {
        this.table = table;
        this.names = names;
        inputSlot = layout.Next();
        var tested = new Names("?", inputSlot, names);
        inputs = [.. table.Inputs.Select(i => Whole(i.Expression))];
        slots = [.. table.Inputs.Select(i => Names.SlotOf(i.Expression?.Root, names))];
        allowed = [.. table.Inputs.Select(i => Tests(i.Allowed))];
        tests = [.. table.Rules.Select(r => r.Tests.Select(t => Tests(t)!).ToArray())];
        entries = [.. table.Rules.Select(r => r.Outputs.Select(o => Whole(o)!).ToArray())];
        allowedOutputs = [.. table.Outputs.Select(o => Tests(o.Values))];
        defaults = [.. table.Outputs.Select(o => Whole(o.Default))];
        fired =
        [
            .. table.Rules.Select(
                (r, i) =>
                    (IReadOnlyList<RuleFired>)ImmutableArray.Create(new RuleFired(owner, r.Id, i + 1, r.Annotations))
            ),
        ];
        quick = QuickTable.Of(table, slots, [.. tests.Select(row => row.Select(c => c.Direct).ToArray())]);
        constants = quick is null ? [] : [.. table.Rules.Select(r => Only(table, r))];

        Code? Whole(FeelExpression? text) => text is null ? null : compiler.Compile(text.Root, names);
        Cell? Tests(FeelExpression? text) =>
            text is null ? null : new(CellTest.Of(text.Root), compiler.Compile(text.Root, tested));
    }

    public FeelValue Value(CompiledRun run, FeelValue?[] frame)
    {
        var evaluation = run.Evaluation;
        if (quick is not null && quick.Rule(frame, out var steps) is >= 0 and var rule)
        {
            if (constants[rule] is { } constant)
            {
                if (evaluation.Skip(steps + constant.Steps, Math.Max(quick.Height, constant.Height)))
                {
                    run.Fire(fired[rule]);
                    return constant.Value;
                }
            }
            else if (evaluation.Skip(steps, quick.Height))
            {
                var one = new TableRun(table, evaluation, new Cells(this, evaluation, frame), null).Value(rule);
                run.Fire(fired[rule]);
                return one;
            }
        }
        var all = new TableRun(table, evaluation, new Cells(this, evaluation, frame), null);
        var value = all.Value();
        foreach (var one in all.Fired)
            run.Fire(fired[one]);
        return value;
    }

    /// <summary>
    /// The constant of the one rule that holds, without counting; null where anything else would come of it, or more than
    /// so many steps or levels.
    /// </summary>
    public FeelValue? AtOnce(FeelValue?[] frame, int maxSteps, int maxHeight, out IReadOnlyList<RuleFired> fires)
    {
        fires = [];
        if (
            quick is null
            || quick.Rule(frame, out var steps) is not (>= 0 and var rule)
            || constants[rule] is not { } constant
            || steps + constant.Steps > maxSteps
            || Math.Max(quick.Height, constant.Height) > maxHeight
        )
            return null;
        fires = fired[rule];
        return constant.Value;
    }

    /// <summary>The output of a rule where the table has one, it is a constant and surely allowed.</summary>
    private static Constant? Only(DecisionTable table, TableRule rule) =>
        table.Outputs is [{ Values: null, Type: var type }]
        && Constant.Of(rule.Outputs[0].Root) is { } constant
        && Typing.IsPlainly(constant.Value, type)
            ? constant
            : null;

    /// <summary>The tests of a cell: directly where they are constants and the input is of their kind, else as code.</summary>
    private sealed record Cell(CellTest? Direct, Code Code);

    private sealed class Cells(CompiledTable compiled, Evaluation evaluation, FeelValue?[] frame) : TableCells
    {
        public override FeelValue Input(int input) =>
            compiled.slots[input] is >= 0 and var slot && frame[slot] is { } value && evaluation.Skip(1, 1)
                ? value
                : compiled.inputs[input]?.Invoke(evaluation, frame) ?? FeelValue.Null;

        public override bool Allows(int input, FeelValue value) => Met(compiled.allowed[input]!, value);

        protected override bool Holds(int rule, int input, FeelValue value) => Met(compiled.tests[rule][input], value);

        /// <summary>Tests over numbers in one go; where anything else, or a limit, comes up, test by test.</summary>
        public override int FirstMissed(int rule, int tests, FeelValue[] inputs)
        {
            var row = compiled.tests[rule];
            var (steps, height, missed) = (0, 1, -1);
            for (var i = 0; i < tests && missed < 0; i++)
            {
                if (row[i].Direct is not { } direct)
                    return base.FirstMissed(rule, tests, inputs);
                if (direct.IsAny)
                {
                    steps++;
                    continue;
                }
                if (!direct.IsNumeric || inputs[i] is not FeelNumber { IsDecimal: true } number)
                    return base.FirstMissed(rule, tests, inputs);
                height = Math.Max(height, direct.Height);
                if (!direct.Admits(in number.Exactly, ref steps))
                    missed = i;
            }
            return evaluation.Skip(steps, height) ? missed : base.FirstMissed(rule, tests, inputs);
        }

        public override FeelValue Entry(int rule, int output) => compiled.entries[rule][output](evaluation, frame);

        public override bool AllowsOutput(int output, FeelValue value) => Met(compiled.allowedOutputs[output]!, value);

        public override FeelValue Default(int output) =>
            compiled.defaults[output]?.Invoke(evaluation, frame) ?? FeelValue.Null;

        public override IReadOnlyList<FeelValue> Priorities(int output) =>
            TestValues.Of(compiled.table.Outputs[output].Values!, evaluation, Names.Scope(compiled.names, frame));

        private bool Met(Cell cell, FeelValue value)
        {
            if (cell.Direct?.Holds(evaluation, value) is { } held)
                return held;
            frame[compiled.inputSlot] = value;
            return cell.Code(evaluation, frame) is FeelBoolean { Value: true };
        }
    }
}
