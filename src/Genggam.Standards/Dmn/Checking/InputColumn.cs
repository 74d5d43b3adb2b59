using System.Collections.Immutable;
using System.Numerics;
using Genggam.Standards.Feel;
using Genggam.Standards.Feel.Syntax;

namespace Genggam.Standards.Dmn.Checking;

/// <summary>
/// An input of a table as a few values, and for each rule those for which its cell holds, as bits. Whether a cell holds is
/// asked of the evaluator itself: what is said here of a value is so when the table is evaluated with it.
/// </summary>
internal sealed class InputColumn
{
    private const int MostQuestions = 1_000_000;
    private static readonly FeelEnvironment AnyMoment = new(DateTimeOffset.UnixEpoch);

    private readonly BigInteger all;
    private readonly ImmutableArray<BigInteger?> held;

    private InputColumn(TableInput input, ImmutableArray<FeelValue> values, IEnumerable<BigInteger?> held)
    {
        (Input, Values, this.held) = (input, values, [.. held]);
        all = All(values);
        IsFree = this.held.All(bits => bits == all);
        IsPath = PathOf(input.Expression!.Root) is not null;
    }

    public TableInput Input { get; }

    /// <summary>The values, null last.</summary>
    public ImmutableArray<FeelValue> Values { get; }

    /// <summary>Every rule takes every value.</summary>
    public bool IsFree { get; }

    /// <summary>The input is data, of which every value may come, and not computed from it.</summary>
    private bool IsPath { get; }

    /// <summary>Null where nothing can be told of the input.</summary>
    public static InputColumn? Of(DecisionTable table, int index)
    {
        var input = table.Inputs[index];
        if (input.Expression is null)
            return null;
        var cells = table.Rules.Select(r => r.Tests.ElementAtOrDefault(index)).ToList();
        var constants = cells.Select(c => c is null ? [] : CellConstants.Of(c)).ToList();
        var ends = constants.SelectMany(c => c ?? []).Concat(Allowed(input)).ToList();
        var samples = SampleValues.Of(ends);
        var values = (samples ?? []).Append(FeelValue.Null).Where(v => Admits(input, v)).ToImmutableArray();
        // Constants of another type than the input's leave nothing but null.
        if (
            (long)values.Length * cells.Count > MostQuestions / table.Inputs.Length
            || values.All(v => v.IsNull) && samples?.Any() != false
        )
            return samples is null ? new InputColumn(input, [FeelValue.Null], cells.Select(Unasked)) : null;
        return new InputColumn(
            input,
            values,
            cells.Select(
                (cell, rule) =>
                    cell is null || CellConstants.IsAny(cell) ? All(values)
                    : constants[rule] is null ? (BigInteger?)null
                    : Bits(values, value => Met(cell, value))
            )
        );
    }

    /// <summary>The values for which the rule's cell is known to hold; null where that cannot be told.</summary>
    public BigInteger? Holding(int rule) => held[rule];

    /// <summary>Whether the rule's cell may hold for a value.</summary>
    public bool MayHold(int rule, int value) => !IsPath || held[rule] is not { } bits || !((bits >> value).IsEven);

    /// <summary>The paths that an expression reads.</summary>
    public IEnumerable<string> Reads => PathsOf(Input.Expression!.Root);

    private static IEnumerable<string> PathsOf(Node node) =>
        PathOf(node) is { } path ? [path] : FreeNames.Children(node).SelectMany(PathsOf);

    private static string? PathOf(Node node) =>
        node switch
        {
            NameNode name => name.Name,
            PathNode path => PathOf(path.Source) is { } source ? $"{source}.{path.Member}" : null,
            _ => null,
        };

    private static BigInteger? Unasked(FeelExpression? cell) =>
        cell is null || CellConstants.IsAny(cell) ? BigInteger.One : null;

    private static IEnumerable<FeelValue> Allowed(TableInput input)
    {
        var tests = new List<FeelExpression?> { input.Allowed };
        for (var type = input.Type as NamedType; type is not null; type = type.Base as NamedType)
            tests.Add(type.Allowed);
        return tests.OfType<FeelExpression>().SelectMany(t => CellConstants.Of(t) ?? []);
    }

    private static bool Admits(TableInput input, FeelValue value) =>
        input.Type.Admits(value) && (input.Allowed is null || Met(input.Allowed, value));

    private static bool Met(FeelExpression tests, FeelValue value) =>
        tests.Evaluate(FeelContext.Of(("?", value)), AnyMoment).Value is FeelBoolean { Value: true };

    private static BigInteger All(ImmutableArray<FeelValue> values) => (BigInteger.One << values.Length) - 1;

    private static BigInteger Bits(ImmutableArray<FeelValue> values, Func<FeelValue, bool> holds)
    {
        var bits = BigInteger.Zero;
        for (var i = 0; i < values.Length; i++)
            if (holds(values[i]))
                bits |= BigInteger.One << i;
        return bits;
    }
}
