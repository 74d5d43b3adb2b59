using System.Collections.Immutable;
using Genggam.Standards.Feel.Run;

namespace Genggam.Standards.Feel;

/// <summary>A FEEL function as a value: built-in, written in FEEL, a business knowledge model or a decision service.</summary>
public sealed class FeelFunction : FeelValue
{
    internal FeelFunction(
        string name,
        ImmutableArray<FunctionParameter> parameters,
        FeelType result,
        Func<Evaluation, IReadOnlyList<FeelValue>, FeelValue> body
    )
    {
        Name = name;
        Parameters = parameters;
        Result = result;
        Body = body;
    }

    /// <summary>Empty for a function without a name.</summary>
    public string Name { get; }

    internal ImmutableArray<FunctionParameter> Parameters { get; }

    internal FeelType Result { get; }

    internal Func<Evaluation, IReadOnlyList<FeelValue>, FeelValue> Body { get; }

    /// <summary>Set for built-in functions, which choose among several signatures.</summary>
    internal Functions.Builtin? Builtin { get; init; }

    internal bool Takes(int arguments) => Builtin?.Takes(arguments) ?? Parameters.Length == arguments;

    public override string ToString() => $"function {Name}".TrimEnd();
}

internal sealed record FunctionParameter(string Name, FeelType Type);
