using System.Collections.Immutable;
using System.Globalization;
using Genggam.Standards.Feel;
using Genggam.Standards.Feel.Syntax;

namespace Genggam.Standards.Dmn.Sentences;

/// <summary>Says a decision table (DMN 1.5, 8.2 and 8.3).</summary>
/// <param name="number">The table's number in the file, from 1.</param>
internal sealed class TableTeller(DecisionTable table, string owner, int number, TableSource source, Words words)
{
    private readonly CellTeller cells = new(words);

    private readonly ImmutableArray<Column> inputs =
    [
        .. table.Inputs.Select((input, i) => InputColumn(input, i + 1, source, words)),
    ];

    private readonly ImmutableArray<Column> outputs =
    [
        .. table.Outputs.Select(output =>
        {
            var name = output.Name is { Length: > 0 } own ? own : owner;
            var label = words.Label(name) ?? source.Label(output.At) ?? name;
            return new Column(name, words.Named(label), output.Values, output.Type, source) { IsOutput = true };
        }),
    ];

    private SentenceTexts Texts => words.Texts;

    private string Id => source.TableId(table.At) ?? $"{Digits(number)}";

    public TableSentences Tell() =>
        new(
            owner,
            [.. Policy().Select(p => new Sentence(Id, p.Joined()))],
            [.. inputs.Concat(outputs).Select(Allowed).OfType<Phrase>().Select(a => new Sentence(Id, a.Joined()))],
            [.. table.Rules.Select(Rule)],
            Default(),
            table.At
        );

    private static Column InputColumn(TableInput input, int number, TableSource source, Words words)
    {
        var expression = input.Expression?.Source.Trim() ?? "";
        var label = words.Label(expression) ?? source.Label(input.At);
        var name =
            label is not null ? words.Named(label)
            : expression.Length > 0 ? expression
            : words.Texts.Say("unnamed_input", Digits(number));
        return new Column(expression, name, input.Allowed, input.Type, source);
    }

    private IEnumerable<Phrase> Policy()
    {
        yield return Texts[
            table.Policy == HitPolicy.Collect
                ? $"policy.collect.{table.Aggregation.ToString().ToLowerInvariant()}"
                : $"policy.{Policies[table.Policy]}"
        ];
        if (table.Outputs.All(o => o.Default is null))
            yield return Texts[
                table.Policy is HitPolicy.RuleOrder or HitPolicy.OutputOrder
                || table is { Policy: HitPolicy.Collect, Aggregation: Aggregation.None }
                    ? "none.list"
                    : "none"
            ];
    }

    private static readonly Dictionary<HitPolicy, string> Policies = new()
    {
        [HitPolicy.Unique] = "unique",
        [HitPolicy.First] = "first",
        [HitPolicy.Any] = "any",
        [HitPolicy.Priority] = "priority",
        [HitPolicy.RuleOrder] = "rule_order",
        [HitPolicy.OutputOrder] = "output_order",
    };

    private Phrase? Allowed(Column column) =>
        column.Allowed is { } allowed && cells.Test(new Cell(allowed, "", column, source, words)) is { } said
            ? Texts.Say("allowed", column.Name, Plain(said))
            : null;

    /// <summary>Allowed values are read, not changed here.</summary>
    private static Phrase Plain(Phrase phrase) => new([.. phrase.Parts.Select(part => part with { Value = null })]);

    private Sentence Rule(TableRule rule, int index)
    {
        var id = rule.Tests.Concat(rule.Outputs).Select(source.RuleId).FirstOrDefault() ?? $"{Id}:{Digits(index + 1)}";
        var conditions = inputs
            .Zip(rule.Tests)
            .Select(
                (column, i) =>
                    cells.Test(new Cell(column.Second, $"{id}:{Digits(i + 1)}", column.First, source, words))
                        is { } test
                        ? Texts.Say("condition", column.First.Name, test)
                        : null
            )
            .OfType<Phrase>()
            .ToList();
        var then = Then(rule.Outputs, id);
        var said =
            conditions.Count > 0 ? Texts.Say("rule", words.Fold("and", conditions), then)
            : table.Policy == HitPolicy.First && index > 0 ? Texts.Say("rule.otherwise", then)
            : Texts.Say("rule.always", then);
        return new Sentence(id, said.Joined());
    }

    private Sentence? Default()
    {
        if (table.Outputs.All(o => o.Default is null))
            return null;
        var id = $"{Id}:default";
        var then = Then([.. table.Outputs.Select(o => o.Default)], id);
        return new Sentence(id, Texts.Say("rule.default", then).Joined());
    }

    private Phrase Then(IReadOnlyList<FeelExpression?> entries, string id) =>
        words.Fold(
            "list",
            outputs.Select(
                (column, i) =>
                    Texts.Say(
                        "output",
                        column.Name,
                        entries[i] is { } entry
                            ? cells.Output(
                                new Cell(entry, $"{id}:{Digits(inputs.Length + i + 1)}", column, source, words)
                            )
                            : Texts["null"]
                    )
            )
        );

    private static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);
}
