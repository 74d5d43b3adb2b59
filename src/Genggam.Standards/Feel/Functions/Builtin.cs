using System.Collections.Immutable;
using Genggam.Standards.Feel.Run;

namespace Genggam.Standards.Feel.Functions;

/// <summary>One way to call a built-in function. Null from <paramref name="Body"/> means that these arguments do not fit.</summary>
/// <param name="Parameters">Names as the standard gives them; a last name with dots takes any number of arguments.</param>
internal sealed record Signature(ImmutableArray<string> Parameters, Func<Evaluation, FeelValue[], FeelValue?> Body)
{
    public bool IsVariadic => Parameters is [.., var last] && last.EndsWith("...", StringComparison.Ordinal);

    /// <summary>The arguments in the order of the parameters; null where their number or names differ.</summary>
    public FeelValue[]? Arrange(ImmutableArray<string>? names, IReadOnlyList<FeelValue> arguments)
    {
        if (names is not { } given)
        {
            if (IsVariadic)
                return arguments.Count >= Parameters.Length - 1 ? [.. arguments] : null;
            return arguments.Count == Parameters.Length ? [.. arguments] : null;
        }
        if (IsVariadic || given.Length != Parameters.Length)
            return null;
        var arranged = new FeelValue[Parameters.Length];
        for (var i = 0; i < Parameters.Length; i++)
        {
            var place = given.IndexOf(Parameters[i]);
            if (place < 0)
                return null;
            arranged[i] = arguments[place];
        }
        return arranged;
    }

    /// <summary>The arguments with the implicit conversions of DMN 1.5, 10.3.2.9.4; null where nothing is to be converted.</summary>
    public FeelValue[]? Converted(FeelValue[] arguments)
    {
        FeelValue[]? converted = null;
        for (var i = 0; i < arguments.Length; i++)
            if (Convert(Parameters[Math.Min(i, Parameters.Length - 1)], arguments[i]) is { } other)
                (converted ??= [.. arguments])[i] = other;
        return converted;
    }

    /// <summary>A singleton list where one value is asked, one value where a list is asked.</summary>
    private static FeelValue? Convert(string parameter, FeelValue value) =>
        parameter switch
        {
            "list" or "list..." or "contexts" or "entries" or "keys" => value is FeelList or FeelNull
                ? null
                : new FeelList([value]),
            "element" or "newItem" or "item..." or "value" => null,
            _ => value is FeelList { Items: [var only] } ? only : null,
        };
}

/// <summary>A built-in function (DMN 1.5, 10.3.4) with its signatures, tried in order.</summary>
internal sealed class Builtin(string name, params ImmutableArray<Signature> signatures)
{
    public string Name { get; } = name;

    public FeelFunction Value =>
        new(Name, [], FeelType.Any, (evaluation, arguments) => Call(evaluation, null, arguments, evaluation.CalledAt))
        {
            Builtin = this,
        };

    /// <summary>Whether a call with so many arguments is possible.</summary>
    public bool Takes(int arguments) =>
        signatures.Any(s => s.IsVariadic ? arguments >= s.Parameters.Length - 1 : arguments == s.Parameters.Length);

    public FeelValue Call(
        Evaluation evaluation,
        ImmutableArray<string>? names,
        IReadOnlyList<FeelValue> arguments,
        Place at
    )
    {
        if (!Pays(evaluation, arguments, at))
            return FeelValue.Null;
        var outer = evaluation.CalledAt;
        evaluation.CalledAt = at;
        var value =
            Fit(evaluation, names, arguments, convert: false) ?? Fit(evaluation, names, arguments, convert: true);
        evaluation.CalledAt = outer;
        return value ?? evaluation.Warn("FEEL-213", Complaint(names, arguments), at);
    }

    /// <summary>Counts the work of going through the arguments; they may not be larger together than one value.</summary>
    private static bool Pays(Evaluation evaluation, IReadOnlyList<FeelValue> arguments, Place at)
    {
        for (var i = 0; i < arguments.Count; i++)
            if (arguments[i] is FeelList or FeelContext or FeelString)
            {
                var all = Extent.Around(arguments);
                return evaluation.Holds(all with { Height = all.Height - 1 }, at) && evaluation.Spend(all.Steps, at);
            }
        return true;
    }

    private FeelValue? Fit(
        Evaluation evaluation,
        ImmutableArray<string>? names,
        IReadOnlyList<FeelValue> arguments,
        bool convert
    )
    {
        foreach (var signature in signatures)
            if (
                signature.Arrange(names, arguments) is { } arranged
                && (convert ? signature.Converted(arranged) : arranged) is { } given
                && signature.Body(evaluation, given) is { } value
            )
                return value;
        return null;
    }

    private string Complaint(ImmutableArray<string>? names, IReadOnlyList<FeelValue> arguments)
    {
        var forms = string.Join(" or ", signatures.Select(s => $"{Name}({string.Join(", ", s.Parameters)})"));
        return signatures.Any(s => s.Arrange(names, arguments) is not null)
            ? $"{Name} has no value for ({string.Join(", ", arguments.Select(Kind.Of))})."
            : $"{Name} cannot be called with these arguments: it is {forms}.";
    }
}
