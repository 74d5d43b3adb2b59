using Genggam.Standards.Feel;
using Genggam.Standards.Feel.Syntax;

namespace Genggam.Standards.Forms.Schema;

/// <summary>Reads FEEL where a form has it: text behind an equals sign, which may be left out.</summary>
internal sealed class ExpressionReader(JsonPlaces places, List<Problem> problems)
{
    internal FeelExpression? Hide(Part component) =>
        component.Find("conditional") is { } conditional ? Read(conditional, "hide", component) : null;

    /// <param name="owner">The component that the problem is told of.</param>
    internal FeelExpression? Read(Part part, string name, Part owner)
    {
        if (part.Text(name) is not { Length: > 0 } text)
            return null;
        var skipped = text.StartsWith('=') ? 1 : 0;
        var inside = places.Inside($"{part.Path}/{name}", places.Of(owner).Element);
        var reading = FeelExpression.Parse(
            text[skipped..],
            inside(skipped),
            new Surroundings([], null, at => inside(at + skipped))
        );
        problems.AddRange(reading.Problems);
        return reading.Value;
    }
}
