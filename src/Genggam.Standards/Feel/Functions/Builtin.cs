using System.Collections.Immutable;
using Genggam.Standards.Feel.Run;

namespace Genggam.Standards.Feel.Functions;

/// <summary>One way to call a built-in function. Null from <paramref name="Body"/> means that these arguments do not fit.</summary>
/// <param name="Parameters">Names as the standard gives them; a last name with dots takes any number of arguments.</param>
internal sealed record Signature(ImmutableArray<string> Parameters, Func<Evaluation, FeelValue[], FeelValue?> Body)
{
    public bool IsVariadic => Parameters is [.., var last] && last.EndsWith("...", StringComparison.Ordinal);
}

/// <summary>A built-in function (DMN 1.5, 10.3.4) with its signatures, tried in order.</summary>
internal sealed class Builtin(string name, params ImmutableArray<Signature> signatures)
{
    public string Name { get; } = name;

    public FeelFunction Value =>
        new(Name, [], FeelType.Any, (evaluation, arguments) => Call(evaluation, null, arguments, new Place(Name)))
        {
            Builtin = this,
        };

    public FeelValue Call(
        Evaluation evaluation,
        ImmutableArray<string>? names,
        IReadOnlyList<FeelValue> arguments,
        Place at
    )
    {
        evaluation.CalledAt = at;
        foreach (var signature in signatures)
            if (
                Arrange(signature, names, arguments) is { } arranged
                && signature.Body(evaluation, arranged) is { } value
            )
                return value;
        return evaluation.Warn("FEEL-213", $"{Name} cannot be called with these arguments.", at);
    }

    private static FeelValue[]? Arrange(
        Signature signature,
        ImmutableArray<string>? names,
        IReadOnlyList<FeelValue> arguments
    )
    {
        var parameters = signature.Parameters;
        if (names is not { } given)
        {
            if (signature.IsVariadic)
                return arguments.Count >= parameters.Length - 1 ? [.. arguments] : null;
            return arguments.Count == parameters.Length ? [.. arguments] : null;
        }
        if (signature.IsVariadic || given.Length != parameters.Length)
            return null;
        var arranged = new FeelValue[parameters.Length];
        for (var i = 0; i < parameters.Length; i++)
        {
            var place = given.IndexOf(parameters[i]);
            if (place < 0)
                return null;
            arranged[i] = arguments[place];
        }
        return arranged;
    }
}
