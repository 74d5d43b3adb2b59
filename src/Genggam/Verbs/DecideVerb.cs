using System.CommandLine;
using Genggam.Standards.Feel;

namespace Genggam.Verbs;

/// <summary>
/// <c>genggam decide FILE.dmn --decision NAME --input FILE.json</c>: the value as JSON; warnings, with their place, on the
/// other stream. Exit code 0 only where there is none.
/// </summary>
internal static class DecideVerb
{
    public static Command Build() => new DecisionQuestion().Verb("decide", "Evaluate a decision", Answer);

    private static int Answer(DecisionQuestion.Asked asked)
    {
        var result = asked.Model.Decide(asked.Decision, asked.Facts, asked.Environment);
        Console.WriteLine(FeelJson.Plain(result.Value));
        foreach (var warning in result.Warnings)
            Console.Error.WriteLine(warning);
        return result.Warnings.Count == 0 ? 0 : 1;
    }
}
