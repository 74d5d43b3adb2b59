using CsCheck;
using Genggam.Standards.Dmn;
using Genggam.Standards.Dmn.Sentences;
using Genggam.Standards.Tests.Feel.Compiled;

namespace Genggam.Standards.Tests.Dmn.Sentences;

/// <summary>What holds of any cell that FEEL can be written in. A failure prints its seed.</summary>
public sealed class AnyCellTests
{
    private static readonly Gen<string> Tests = Expressions.Cells(Gen.OneOf("umur", "status", "\"a\""));

    private static readonly Gen<string> Tables = Gen.Select(
        Tests,
        Tests,
        Expressions.All,
        (umur, status, boleh) => Told.Table(Told.Rule(umur, status, boleh))
    );

    [Fact]
    public void A_rule_of_any_cells_is_one_sentence_that_says_each_literal() =>
        Gen.Select(Tests, Tests, Expressions.All)
            .Sample(
                (umur, status, boleh) =>
                    Read(Told.Table(Told.Rule(umur, status, boleh))) is not { } read
                    || (
                        read.Tables.Single().Rules is [var sentence]
                        && SentenceLawTests.SaysAll(sentence.Text, umur, "id")
                        && SentenceLawTests.SaysAll(sentence.Text, status, "id")
                        && SentenceLawTests.SaysAll(sentence.Text, boleh, "id")
                    ),
                iter: 1000
            );

    [Fact]
    public void A_value_of_any_cell_can_be_changed_alone() =>
        Tables
            .Where(xml => Read(xml)?.Values.Any() == true)
            .SelectMany(xml =>
                Gen.OneOf(Read(xml)!.Values.ToArray())
                    .SelectMany(value => SentenceLawTests.Typed(value).Select(now => (xml, value, now)))
            )
            .Sample(
                (xml, value, now) =>
                    ValueChange.Of(new DmnSource("t.dmn", xml), value.Id, value.Value, now) switch
                    {
                        ValueChange.Made made => Read(made.Xml)!
                            .Values.Select(v => (v.Id, v.Value))
                            .SequenceEqual(Read(xml)!.Values.Select(v => (v.Id, v.Id == value.Id ? now : v.Value))),
                        ValueChange.EmptyRange => value.Literal.Range is not null,
                        _ => false,
                    },
                iter: 500
            );

    /// <summary>Null where the cells are not FEEL after all.</summary>
    private static DecisionSentences? Read(string xml)
    {
        var reading = DecisionSentences.Read(new DmnSource("t.dmn", xml), "id");
        return reading.Usable ? reading.Value : null;
    }
}
