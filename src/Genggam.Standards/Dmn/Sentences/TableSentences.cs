using System.Collections.Immutable;

namespace Genggam.Standards.Dmn.Sentences;

/// <summary>A decision table as sentences.</summary>
/// <param name="Decision">The name of the decision, or of the business knowledge, that the table stands in.</param>
/// <param name="Policy">What happens where several rules hold (DMN 1.5, 8.2.8), and where none does.</param>
/// <param name="Allowed">A sentence for each column that says which values it allows.</param>
/// <param name="Rules">A sentence for each rule, in the order of the table.</param>
/// <param name="Default">The outputs where no rule holds; null where the table has none.</param>
public sealed record TableSentences(
    string Decision,
    ImmutableArray<Sentence> Policy,
    ImmutableArray<Sentence> Allowed,
    ImmutableArray<Sentence> Rules,
    Sentence? Default,
    Place At
)
{
    /// <summary>The rules, and the default behind them where there is one.</summary>
    public IEnumerable<Sentence> All => Rules.Concat(Default is null ? [] : [Default]);

    public IEnumerable<ChangeableValue> Values => All.SelectMany(sentence => sentence.Values);
}
