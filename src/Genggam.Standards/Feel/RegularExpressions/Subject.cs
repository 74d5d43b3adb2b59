namespace Genggam.Standards.Feel.RegularExpressions;

/// <summary>The text that a pattern is looked for in, and the steps that may be spent on it.</summary>
internal sealed class Subject(string text, PatternFlags flags)
{
    public const int MaxSteps = 20_000_000;

    public int[] Points { get; } = CodePoints.Of(text);

    public int Spent { get; private set; }

    /// <exception cref="PatternException">More steps than a search may take.</exception>
    public void Spend()
    {
        if (++Spent > MaxSteps)
            throw Exhausted();
    }

    public static PatternException Exhausted() =>
        new("FEEL-235", "The pattern takes more steps than it may: write it without back-references or large counts.");

    /// <summary>Whether "^" or "$" holds at a position (F&amp;O 3.1, 5.6.2, flag m).</summary>
    public bool Holds(Step anchor, int at) =>
        anchor == Step.Start
            ? at == 0 || (flags.Lines && at < Points.Length && Points[at - 1] == '\n')
            : at == Points.Length || (flags.Lines && Points[at] == '\n');
}
