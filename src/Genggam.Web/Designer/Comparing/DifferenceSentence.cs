using Genggam.Office.Changes;
using Genggam.Web.Texts;

namespace Genggam.Web.Designer.Comparing;

/// <summary>What a change comes to in one sentence: "2 rules changed, 1 step added."</summary>
internal static class DifferenceSentence
{
    public static string Of(IReadOnlyList<DifferenceCount> counts, Text text) =>
        counts.Count == 0
            ? text["designer.difference.nothing"]
            : text["designer.difference.sum", string.Join(", ", counts.Select(c => One(c, text)))];

    /// <summary>The word for what became of something.</summary>
    public static string Word(Became became, Text text) =>
        text[$"designer.difference.became.{became.ToString().ToLowerInvariant()}"];

    /// <summary>Never colour alone: a sign that differs in shape too.</summary>
    public static string Sign(Became became) =>
        became switch
        {
            Became.Added => "+",
            Became.Removed => "−",
            Became.Changed => "≠",
            _ => "↔",
        };

    private static string One(DifferenceCount count, Text text)
    {
        var thing = count.Thing.ToString().ToLowerInvariant();
        var word = text[$"designer.difference.things.{thing}.{(count.Count == 1 ? "one" : "more")}"];
        return text["designer.difference.count", count.Count, word, Word(count.Became, text).ToLowerInvariant()];
    }
}
