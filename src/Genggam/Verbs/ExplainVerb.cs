using System.CommandLine;
using Genggam.Standards;
using Genggam.Standards.Dmn;
using Genggam.Standards.Feel;

namespace Genggam.Verbs;

/// <summary>
/// <c>genggam explain FILE.dmn --decision NAME --input FILE.json</c>: how a value came about, for a person. Each decision
/// that was asked with what it was given, each rule of its table with the cell that did not hold, and why a value is null.
/// </summary>
internal static class ExplainVerb
{
    public static Command Build() =>
        new DecisionQuestion().Verb("explain", "Evaluate a decision and say how its value came about", Answer);

    private static int Answer(DecisionQuestion.Asked asked)
    {
        var explanation = asked.Model.Explain(asked.Decision, asked.Facts, asked.Environment);
        var missing = asked.Missing;
        var followers = missing.Followers(explanation);
        foreach (var problem in missing.Problems)
            Console.WriteLine($"! {problem}");
        foreach (var step in explanation.Steps.OfType<DecisionStep>())
            Tell(step, "", followers);
        foreach (var warning in explanation.Result.Warnings.Except(explanation.Steps.SelectMany(Told)))
            Console.WriteLine($"! {warning}");
        Console.WriteLine($"{asked.Decision} = {FeelJson.Plain(explanation.Result.Value)}");
        return missing.Problems.Count + explanation.Result.Warnings.Count == 0 ? 0 : 1;
    }

    /// <param name="folded">Warnings that are only counted.</param>
    private static void Tell(DecisionStep step, string margin, IReadOnlySet<Problem> folded)
    {
        Console.WriteLine($"{margin}decision {step.Name} ({step.At})");
        foreach (var asked in step.Steps.OfType<DecisionStep>())
            Tell(asked, margin + "  ", folded);
        foreach (var (name, value) in step.Given)
            Console.WriteLine($"{margin}  given {name} = {FeelJson.Plain(value)}");
        foreach (var table in step.Steps.OfType<TableStep>())
            Tell(table, margin + "  ");
        foreach (var warning in step.Warnings.Where(w => !folded.Contains(w)))
            Console.WriteLine($"{margin}  ! {warning}");
        if (step.Warnings.Count(folded.Contains) is var count and > 0)
            Console.WriteLine($"{margin}  ! {DecisionQuestion.Folded(count)}");
        Console.WriteLine($"{margin}  gives {FeelJson.Plain(step.Value)}");
    }

    private static void Tell(TableStep step, string margin)
    {
        Console.WriteLine($"{margin}table of {step.Rules.Length} rules, {step.Policy} ({step.At})");
        foreach (var (text, value) in step.Inputs)
            Console.WriteLine($"{margin}  input {text} is {FeelJson.Plain(value)}");
        foreach (var rule in step.Rules)
        {
            var (text, value) = rule.Held ? ("", FeelValue.Null) : step.Inputs[rule.Column - 1];
            var why = rule.Held
                ? $"holds {string.Join("; ", rule.Annotations)}".TrimEnd()
                : $"does not hold: input {rule.Column}, {text}, is {FeelJson.Plain(value)} and not {rule.Test}";
            Console.WriteLine($"{margin}  rule {rule.Number} ({rule.Id}) {why}");
        }
    }

    private static IEnumerable<Problem> Told(TraceStep step) =>
        step is DecisionStep decision ? decision.Warnings.Concat(decision.Steps.SelectMany(Told)) : [];
}
