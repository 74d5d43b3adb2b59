using System.CommandLine;
using Genggam.Standards.Feel;

namespace Genggam.Verbs;

/// <summary>
/// <c>genggam decide FILE.dmn --decision NAME --input FILE.json</c>: the value as JSON; warnings, with their place, on the
/// other stream, what is not given first. Exit code 0 only where there is none.
/// </summary>
internal static class DecideVerb
{
    public static Command Build() => new DecisionQuestion().Verb("decide", "Evaluate a decision", Answer);

    private static int Answer(DecisionQuestion.Asked asked)
    {
        var missing = asked.Missing;
        var explanation = asked.Model.Explain(asked.Decision, asked.Facts, asked.Environment);
        var followers = missing.Followers(explanation);
        Console.WriteLine(FeelJson.Plain(explanation.Result.Value));
        foreach (var warning in missing.Problems.Concat(explanation.Result.Warnings.Where(w => !followers.Contains(w))))
            Console.Error.WriteLine(warning);
        if (followers.Count > 0)
            Console.Error.WriteLine(DecisionQuestion.Folded(followers.Count));
        return missing.Problems.Count + explanation.Result.Warnings.Count == 0 ? 0 : 1;
    }
}
