namespace Genggam.Standards.Feel.Syntax;

/// <summary>Ends a parse; never leaves <see cref="FeelExpression"/>.</summary>
internal sealed class SyntaxException(Problem problem) : Exception(problem.Message)
{
    public Problem Problem { get; } = problem;
}
