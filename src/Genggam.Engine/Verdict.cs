using System.Collections.Immutable;
using Genggam.Standards.Forms;

namespace Genggam.Engine;

/// <summary>What follows from a command. Refused and events exclude each other.</summary>
public sealed record Verdict(ImmutableArray<CaseEvent> Events, ImmutableArray<Effect> Effects, Refusal? Refused)
{
    /// <summary>The case with the events folded, where there are any: who decides again need not fold them twice.</summary>
    internal Case? Folded { get; init; }

    public static Verdict Refuse(Refusal refusal) => new([], [], refusal);
}

/// <summary>
/// A no, as a value. The number names the text in every language; <paramref name="Reason"/> and
/// <paramref name="LegalBasis"/> are keys of the release's texts where a rule of the service said no.
/// </summary>
public sealed record Refusal(string Number, string? Reason = null, string? LegalBasis = null)
{
    /// <summary>The ids of the rules that said no.</summary>
    public ImmutableArray<string> Rules { get; init; } = [];

    /// <summary>The fields at fault. Never journaled: they quote what the person typed.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public ImmutableArray<FieldProblem> Fields { get; init; } = [];
}
