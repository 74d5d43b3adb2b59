using Genggam.Standards.Feel.RegularExpressions;
using Genggam.Standards.Feel.Run;

namespace Genggam.Standards.Feel.Functions;

/// <summary>matches, replace and split (DMN 1.5, table 75): a wrong pattern, flag or replacement is null with a warning.</summary>
internal static class PatternFunctions
{
    /// <summary>How many steps of a pattern cost one step of the evaluation.</summary>
    private const int StepsAtOnce = 256;

    public static IEnumerable<Builtin> All =>
        [
            new(
                "matches",
                new Signature(["input", "pattern"], (e, a) => Matches(e, a[0], a[1], FeelValue.Null)),
                new Signature(["input", "pattern", "flags"], (e, a) => Matches(e, a[0], a[1], a[2]))
            ),
            new(
                "replace",
                new Signature(["input", "pattern", "replacement"], (e, a) => Replace(e, a, FeelValue.Null)),
                new Signature(["input", "pattern", "replacement", "flags"], (e, a) => Replace(e, a[..3], a[3]))
            ),
            new("split", new Signature(["string", "delimiter"], (e, a) => Split(e, a[0], a[1]))),
        ];

    private static FeelValue? Matches(Evaluation e, FeelValue input, FeelValue pattern, FeelValue flags) =>
        (input, pattern) is (FeelString s, FeelString p)
            ? With(e, p, flags, regex => (regex.IsIn(s.Value, out var spent), spent))
            : null;

    private static FeelValue? Replace(Evaluation e, FeelValue[] arguments, FeelValue flags) =>
        arguments is [FeelString s, FeelString p, FeelString r]
            ? With(e, p, flags, regex => (regex.Replace(s.Value, r.Value, out var spent), spent))
            : null;

    private static FeelValue? Split(Evaluation e, FeelValue input, FeelValue delimiter) =>
        (input, delimiter) is (FeelString s, FeelString d)
            ? With(
                e,
                d,
                FeelValue.Null,
                regex => (new FeelList([.. regex.Split(s.Value, out var spent).Select(p => (FeelValue)p)]), spent)
            )
            : null;

    private static FeelValue? With(
        Evaluation evaluation,
        FeelString pattern,
        FeelValue flags,
        Func<FeelPattern, (FeelValue Value, int Spent)> use
    )
    {
        if (flags is not (FeelString or FeelNull))
            return null;
        try
        {
            var regex = evaluation.Patterns.Of(pattern.Value, (flags as FeelString)?.Value ?? "", out var isNew);
            var (value, spent) = use(regex);
            return evaluation.Spend(((isNew ? regex.Size : 0) + spent) / StepsAtOnce, evaluation.CalledAt)
                ? value
                : FeelValue.Null;
        }
        catch (PatternException e)
        {
            evaluation.Spend(e.Number == "FEEL-235" ? Subject.MaxSteps / StepsAtOnce : 1, evaluation.CalledAt);
            return evaluation.Warn(e.Number, e.Message, evaluation.CalledAt);
        }
    }
}
