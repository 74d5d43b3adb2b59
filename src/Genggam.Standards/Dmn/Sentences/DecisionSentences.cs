using System.Collections.Immutable;

namespace Genggam.Standards.Dmn.Sentences;

/// <summary>The decision tables of a file, read as sentences of a language.</summary>
public sealed record DecisionSentences(ImmutableArray<TableSentences> Tables)
{
    /// <summary>The languages that sentences are told in.</summary>
    public static ImmutableArray<string> Languages => SentenceTexts.Languages;

    /// <summary>The language itself where sentences are told in it, else the first of those.</summary>
    public static string LanguageFor(string language) => Languages.Contains(language) ? language : Languages[0];

    public IEnumerable<ChangeableValue> Values => Tables.SelectMany(table => table.Values);

    /// <summary>
    /// Every table of the file, also of boxes and of business knowledge, and of every rule one sentence that says each of
    /// its literals. What has no words in a sentence stands there as it is written.
    /// </summary>
    /// <param name="language">One of <see cref="Languages"/>.</param>
    /// <param name="labels">
    /// Words for an expression of the table (<c>anak.usia</c>), for an output, and for a text of them
    /// (<c>anak.status.menikah</c>); else the table's own labels are used, else the expression.
    /// </param>
    /// <param name="others">Files whose models this one may import.</param>
    /// <exception cref="ArgumentException">Sentences are not told in that language.</exception>
    public static Reading<DecisionSentences> Read(
        DmnSource source,
        string language,
        IReadOnlyDictionary<string, string>? labels = null,
        IEnumerable<DmnSource>? others = null
    )
    {
        var texts = SentenceTexts.Of(language);
        var reading = DmnReader.Read(source.Xml, source.File, others);
        if (reading.Value is not { } model)
            return new Reading<DecisionSentences>(null, reading.Problems);
        var words = new Words(texts, labels ?? ImmutableDictionary<string, string>.Empty);
        var file = new TableSource(source);
        var tables = TablesOf(model).Select((t, i) => new TableTeller(t.Table, t.Owner, i + 1, file, words).Tell());
        return new Reading<DecisionSentences>(new DecisionSentences([.. tables]), reading.Problems);
    }

    private static IEnumerable<(string Owner, DecisionTable Table)> TablesOf(DmnModel model) =>
        model
            .Decisions.SelectMany(d => In(d.Logic).Select(t => (d.Name, t)))
            .Concat(model.Knowledge.SelectMany(k => In(k.Logic).Select(t => (k.Name, t))));

    private static IEnumerable<DecisionTable> In(BoxedExpression? box) =>
        box is DecisionTable table ? [table] : Parts(box).SelectMany(In);

    private static IEnumerable<BoxedExpression?> Parts(BoxedExpression? box) =>
        box switch
        {
            BoxedContext b => b.Entries.Select(e => e.Value),
            BoxedList b => b.Items,
            BoxedRelation b => b.Rows.SelectMany(r => r),
            BoxedFunction b => [b.Body],
            BoxedInvocation b => b.Bindings.Select(p => p.Value).Prepend(b.Called),
            BoxedConditional b => [b.If, b.Then, b.Else],
            BoxedFilter b => [b.In, b.Match],
            BoxedIteration b => [b.In, b.Each],
            _ => [],
        };
}
