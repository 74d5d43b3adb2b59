using System.Collections.Immutable;
using Genggam.Standards.Feel.Run;
using Genggam.Standards.Feel.Syntax;

namespace Genggam.Standards.Feel;

/// <summary>FEEL text, parsed once and evaluated as often as needed.</summary>
public sealed class FeelExpression
{
    /// <summary>The number of the warning that an expression divides by zero, and so is null whatever the data is.</summary>
    public const string DividesByZero = "FEEL-106";

    /// <summary>A long chain such as 1 + 1 + … is a deep tree too. What is read can also be evaluated.</summary>
    private const int MaxDepth = 300;

    private readonly Node root;

    private FeelExpression(string source, Place at, Node root)
    {
        Source = source;
        At = at;
        this.root = root;
    }

    public string Source { get; }

    public Place At { get; }

    /// <summary>Names that the expression takes from its scope.</summary>
    public ImmutableSortedSet<string> Variables => field ??= FreeNames.Of(root);

    /// <summary>Built-in functions that the expression names, called or handed on.</summary>
    public ImmutableSortedSet<string> Functions => field ??= FreeNames.Builtins(root);

    /// <summary>Everything that the expression reads from its scope, as often as it does.</summary>
    public IEnumerable<FeelPath> Paths => FreeNames.Paths(root);

    /// <param name="names">Names of the scope that have more than one word; others need not be listed.</param>
    public static Reading<FeelExpression> Parse(string text, Place at, IEnumerable<string> names) =>
        Parse(text, at, new Surroundings(names));

    internal static Reading<FeelExpression> Parse(string text, Place at, Surroundings around) =>
        Read(text, at, around, tests: false);

    /// <summary>The tests of a decision table's cell (DMN 1.5, grammar rules 6 to 17). They read the input as "?".</summary>
    public static Reading<FeelExpression> ParseUnaryTests(string text, Place at, IEnumerable<string> names) =>
        ParseUnaryTests(text, at, new Surroundings(names));

    internal static Reading<FeelExpression> ParseUnaryTests(string text, Place at, Surroundings around) =>
        Read(text, at, around, tests: true);

    /// <summary>Stands for text that could not be read: null, with the problem as a warning.</summary>
    internal static FeelExpression Unread(string text, Place at, Problem problem) =>
        new(text, at, new UnreadNode(at, problem));

    public FeelResult Evaluate(FeelContext scope, FeelEnvironment environment)
    {
        var evaluation = new Evaluation(environment);
        var value = evaluation.Value(root, new Scope(scope));
        return new FeelResult(value, evaluation.Warnings);
    }

    internal Node Root => root;

    internal FeelValue Evaluate(Evaluation evaluation, Scope scope) => evaluation.Value(root, scope);

    private static Reading<FeelExpression> Read(string text, Place at, Surroundings around, bool tests)
    {
        try
        {
            var parser = new Parser(text, at, around);
            var root = tests ? parser.WholeUnaryTests() : parser.WholeExpression();
            // Each node has a token of its own, but for the tests as a whole.
            return parser.Tokens < MaxDepth || FreeNames.IsWithin(root, MaxDepth)
                ? new Reading<FeelExpression>(new FeelExpression(text, at, root), parser.Slips(root, tests))
                : new Reading<FeelExpression>(
                    null,
                    [new Problem("FEEL-102", "The expression is nested too deeply.", root.At)]
                );
        }
        catch (SyntaxException e)
        {
            return new Reading<FeelExpression>(null, [e.Problem]);
        }
    }
}
