using System.Text;

namespace Genggam.Standards.Feel.RegularExpressions;

/// <summary>
/// A regular expression of XPath and XQuery (F&amp;O 3.1, 5.6), as matches, replace and split of DMN 1.5, table 75, take
/// them. Works on code points. Time grows with the text; with back-references it is bounded by steps.
/// </summary>
internal sealed class FeelPattern
{
    private readonly PatternProgram program;

    private FeelPattern(PatternProgram program) => this.program = program;

    /// <exception cref="PatternException">FEEL-231 for the pattern, FEEL-232 for the flags.</exception>
    public static FeelPattern Of(string pattern, string flags) => new(PatternProgram.Compile(pattern, flags));

    /// <summary>How much of a budget it is to read it.</summary>
    public int Size => program.Steps.Length;

    /// <exception cref="PatternException">FEEL-235: it takes too many steps.</exception>
    public bool IsIn(string input, out int spent)
    {
        var subject = new Subject(input, program.Flags);
        var found = Finder(subject)(0) is not null;
        spent = subject.Spent;
        return found;
    }

    /// <exception cref="PatternException">FEEL-233 for the replacement, FEEL-234 where the pattern matches no text, FEEL-236.</exception>
    public string Replace(string input, string replacement, out int spent)
    {
        NotEmpty();
        var put = Replacement.Read(replacement, program.Flags, program.Groups);
        var subject = new Subject(input, program.Flags);
        var result = new StringBuilder();
        var end = 0;
        foreach (var slots in Matches(subject))
        {
            result.Append(subject.Points, end, slots[0]);
            put.Append(result, subject.Points, slots, program.Groups);
            end = slots[1];
        }
        spent = subject.Spent;
        return result.Append(subject.Points, end, subject.Points.Length).ToString();
    }

    /// <summary>What stands before, between and after the matches.</summary>
    /// <exception cref="PatternException">FEEL-234 where the pattern matches no text.</exception>
    public IReadOnlyList<string> Split(string input, out int spent)
    {
        NotEmpty();
        var subject = new Subject(input, program.Flags);
        var parts = new List<string>();
        var end = 0;
        foreach (var slots in Matches(subject))
        {
            parts.Add(CodePoints.Text(subject.Points, end, slots[0]));
            end = slots[1];
        }
        parts.Add(CodePoints.Text(subject.Points, end, subject.Points.Length));
        spent = subject.Spent;
        return parts;
    }

    private void NotEmpty()
    {
        if (IsIn("", out _))
            throw new PatternException("FEEL-234", "The pattern matches the empty text, so it stands everywhere.");
    }

    private IEnumerable<int[]> Matches(Subject subject)
    {
        var find = Finder(subject);
        for (var at = 0; find(at) is { } slots; at = Math.Max(slots[1], at + 1))
            yield return slots;
    }

    private Func<int, int[]?> Finder(Subject subject) =>
        program.HasBackReferences
            ? new BacktrackingMatcher(program, subject).Find
            : new LinearMatcher(program, subject).Find;
}
