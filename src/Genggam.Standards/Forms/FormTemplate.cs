using System.Collections.Immutable;
using System.Text;
using Genggam.Standards.Feel;

namespace Genggam.Standards.Forms;

/// <summary>
/// Text with FEEL between double braces, as form-js writes it: <c>Untuk {{usaha.nama}}.</c> Its blocks (<c>{{#if}}</c>,
/// <c>{{#loop}}</c>) are not read: hide the text, or use a table.
/// </summary>
public sealed class FormTemplate
{
    private const string Opening = "{{";
    private const string Closing = "}}";
    private readonly ImmutableArray<(string Text, FeelExpression? Slot)> parts;

    private FormTemplate(ImmutableArray<(string Text, FeelExpression? Slot)> parts) => this.parts = parts;

    /// <summary>The FEEL of the text.</summary>
    public IEnumerable<FeelExpression> Slots => parts.Select(part => part.Slot).OfType<FeelExpression>();

    /// <param name="at">Where the text stands; lines and columns inside it are not counted.</param>
    public static Reading<FormTemplate> Parse(string text, Place at)
    {
        var parts = ImmutableArray.CreateBuilder<(string, FeelExpression?)>();
        var problems = new List<Problem>();
        var rest = text;
        while (rest.IndexOf(Opening, StringComparison.Ordinal) is >= 0 and var open)
        {
            parts.Add((rest[..open], null));
            var close = rest.IndexOf(Closing, open, StringComparison.Ordinal);
            if (close < 0)
            {
                problems.Add(new Problem("FORM-030", "The braces {{ are not closed by }}.", at));
                return new Reading<FormTemplate>(null, problems);
            }
            var reading = FeelExpression.Parse(rest[(open + 2)..close].Trim().TrimStart('='), at, []);
            problems.AddRange(reading.Problems.Select(p => p with { Place = at }));
            parts.Add(("", reading.Value));
            rest = rest[(close + 2)..];
        }
        parts.Add((rest, null));
        var broken = problems.Exists(p => p.Severity == Severity.Error);
        return new Reading<FormTemplate>(broken ? null : new FormTemplate(parts.ToImmutable()), problems);
    }

    /// <param name="write">How a value is written for the reader.</param>
    public string Fill(FeelContext scope, FeelEnvironment environment, Func<FeelValue, string> write)
    {
        var filled = new StringBuilder();
        foreach (var (text, slot) in parts)
            filled.Append(text).Append(slot is null ? "" : write(slot.Evaluate(scope, environment).Value));
        return filled.ToString();
    }
}
