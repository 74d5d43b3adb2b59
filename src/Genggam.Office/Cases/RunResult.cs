using Genggam.Engine;

namespace Genggam.Office.Cases;

/// <summary>What became of a command. A closed set.</summary>
public abstract record RunResult
{
    private RunResult() { }

    public sealed record Accepted(Case Case) : RunResult;

    /// <summary>The engine said no; nothing changed.</summary>
    public sealed record Refused(Refusal Refusal) : RunResult;

    /// <summary>The same key came with the same body before: this is what it gave then.</summary>
    public sealed record Repeated(RunReceipt Receipt) : RunResult;

    /// <summary>The key was used before with another body.</summary>
    public sealed record KeyReused : RunResult;
}

/// <summary>What the journal keeps beside an idempotency key.</summary>
public sealed record RunReceipt(Guid Case, string? Number, string? Refused)
{
    internal static readonly RunReceipt None = new(Guid.Empty, null, null);
}
