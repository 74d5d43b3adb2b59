namespace Genggam.Standards.Feel;

/// <summary>What an evaluation may know and spend.</summary>
/// <param name="Now">The moment that now() and today() give, with its offset.</param>
/// <param name="MaxSteps">Nodes evaluated at most; more gives FEEL-301.</param>
/// <param name="MaxDepth">Nested evaluations at most; more gives FEEL-302.</param>
public sealed record FeelEnvironment(DateTimeOffset Now, int MaxSteps = 1_000_000, int MaxDepth = 400);

/// <summary>A value, and what made it null where something did.</summary>
public sealed record FeelResult(FeelValue Value, IReadOnlyList<Problem> Warnings);
