using Genggam.Standards.Dmn;
using Genggam.Standards.Dmn.Sentences;

namespace Genggam.Standards.Tests.Dmn.Sentences;

/// <summary>Small tables told as sentences.</summary>
internal static class Told
{
    /// <summary>A table of the inputs "umur" and "status" and the output "boleh", and these rows.</summary>
    public static string Table(string rules, string policy = "UNIQUE", string more = "", string output = "") =>
        Drawn.Definitions(
            Drawn.Input("umur")
                + Drawn.Input("status")
                + Drawn.Decision(
                    "izin",
                    $"""
                    <decisionTable id="t" hitPolicy="{policy}"{more}>
                      <input label="Umur"><inputExpression><text>umur</text></inputExpression></input>
                      <input><inputExpression><text>status</text></inputExpression></input>
                      <output name="boleh">{output}</output>
                      {rules}
                    </decisionTable>
                    """,
                    "umur status"
                )
        );

    public static string Rule(string umur, string status, string boleh, string id = "r") =>
        $"""
            <rule id="{id}"><inputEntry><text>{Drawn.Escaped(umur)}</text></inputEntry>
              <inputEntry><text>{Drawn.Escaped(status)}</text></inputEntry>
              <outputEntry><text>{Drawn.Escaped(boleh)}</text></outputEntry></rule>
            """;

    public static TableSentences Only(string xml, string language, params (string, string)[] labels)
    {
        var reading = DecisionSentences.Read(
            new DmnSource("t.dmn", xml),
            language,
            labels.ToDictionary(l => l.Item1, l => l.Item2)
        );
        Assert.Empty(reading.Problems);
        return Assert.Single(reading.Value!.Tables);
    }

    public static string Sentence(string umur, string status, string boleh, string language) =>
        Assert.Single(Only(Table(Rule(umur, status, boleh)), language).Rules).Text;
}
