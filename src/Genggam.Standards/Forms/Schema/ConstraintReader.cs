using System.Text.Json;
using System.Text.RegularExpressions;

namespace Genggam.Standards.Forms.Schema;

/// <summary>
/// Reads <c>validate</c> of a field, <c>decimalDigits</c>, and of its properties <c>latest</c> and <c>earliest</c>. A rule
/// that could not hold is a problem, not passed over.
/// </summary>
internal sealed class ConstraintReader(JsonPlaces places, List<Problem> problems)
{
    internal FieldConstraints Read(Part component, Place at)
    {
        var properties = component.Find("properties");
        var bounds = FieldConstraints.None with
        {
            Decimals = Length(component, "decimalDigits", at),
            NotAfterToday = Today(properties, "latest", at),
            NotBeforeToday = Today(properties, "earliest", at) || component.IsTrue("disallowPassedDates"),
        };
        if (component.Find("validate") is not { } rules)
            return bounds;
        if (!rules.IsObject)
            problems.Add(FormProblem.BadRule(at, "validate"));
        var read = bounds with
        {
            Required = Truth(rules, "required", at),
            MinLength = Length(rules, "minLength", at),
            MaxLength = Length(rules, "maxLength", at),
            Min = Number(rules, "min", at),
            Max = Number(rules, "max", at),
            Pattern = Pattern(rules, at),
        };
        if (read.MinLength > (read.MaxLength ?? FieldRules.DefaultMaxLength))
            problems.Add(FormProblem.BadRule(Of(rules, "minLength", at), "minLength"));
        if (read.Min > read.Max)
            problems.Add(FormProblem.BadRule(Of(rules, "min", at), "min"));
        return read;
    }

    private bool Today(Part? properties, string name, Place at)
    {
        if (properties is not { } said || said.Text(name) is not { Length: > 0 } day)
            return false;
        if (day != "today")
            problems.Add(FormProblem.BadRule(Of(said, name, at), name));
        return true;
    }

    private bool Truth(Part rules, string name, Place at)
    {
        if (
            rules.Find(name) is
            { Json.ValueKind: not (JsonValueKind.True or JsonValueKind.False or JsonValueKind.Null) }
        )
            problems.Add(FormProblem.BadRule(Of(rules, name, at), name));
        return rules.IsTrue(name);
    }

    private int? Length(Part rules, string name, Place at)
    {
        var number = Number(rules, name, at);
        if (number is null || (number is >= 0 and <= 1_000_000 && number % 1 == 0))
            return (int?)number;
        problems.Add(FormProblem.BadRule(Of(rules, name, at), name));
        return null;
    }

    /// <summary>Form editors leave an empty text where a rule was taken away.</summary>
    private decimal? Number(Part rules, string name, Place at)
    {
        if (rules.Find(name) is not { } found || rules.Text(name) is "")
            return null;
        var number = found.Number();
        if (number is null)
            problems.Add(FormProblem.BadRule(Of(rules, name, at), name));
        return number;
    }

    private Regex? Pattern(Part rules, Place at)
    {
        if (rules.Text("pattern") is not { Length: > 0 } pattern)
            return null;
        try
        {
            // No pattern can take long: the matcher does not go back.
            return new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            problems.Add(FormProblem.BadPattern(Of(rules, "pattern", at), pattern));
            return null;
        }
    }

    private Place Of(Part rules, string name, Place at) => places.Of($"{rules.Path}/{name}", at.Element);
}
