using System.Collections.Immutable;
using System.Globalization;

namespace Genggam.Standards.Forms.Schema;

/// <summary>
/// Reads a repeating group (<c>dynamiclist</c>). The schema does not bound its rows; the properties <c>min</c> and <c>max</c> do.
/// </summary>
internal sealed class RowReader(JsonPlaces places, FieldReader fields, List<Problem> problems)
{
    private const int UsualMost = 20;
    private const int Most = 100;

    internal FormField Read(Part component, FormField group)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        var asked = ImmutableArray.CreateBuilder<FormField>();
        foreach (var inner in component.Items("components").Where(c => !FormParts.Space.Contains(c.Text("type") ?? "")))
            if (fields.Read(inner, null, keys, group.Key) is { } field)
                asked.Add(field);
        foreach (var field in asked)
            if (keys.FirstOrDefault(k => field.Key.StartsWith(k + ".", StringComparison.Ordinal)) is { } outer)
                problems.Add(FormProblem.KeyUnderKey(field.At, field.Key, outer));
        if (component.Items("components").All(c => FormParts.Space.Contains(c.Text("type") ?? "")))
            problems.Add(FormProblem.EmptyGroup(group.At, group.Key));
        var rows = new RowGroup(
            asked.ToImmutable(),
            Count(component, "min", 0, group),
            Count(component, "max", UsualMost, group),
            Opened(component, group),
            component.Find("allowAddRemove") is { Json.ValueKind: System.Text.Json.JsonValueKind.False }
        );
        if (component.Find("isRepeating") is { Json.ValueKind: System.Text.Json.JsonValueKind.False })
            problems.Add(FormProblem.BadRule(Of(component, "isRepeating", group), "isRepeating"));
        if (rows.Min > rows.Max || rows.Max == 0)
            problems.Add(FormProblem.BadRule(Of(component, "properties/max", group), "max"));
        return group with { Rows = rows };
    }

    private int Count(Part component, string name, int usual, FormField group)
    {
        if (!group.Properties.TryGetValue(name, out var said))
            return usual;
        if (int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= Most)
            return count;
        problems.Add(FormProblem.BadRule(Of(component, $"properties/{name}", group), name));
        return usual;
    }

    private int Opened(Part component, FormField group)
    {
        if (component.Find("defaultRepetitions") is not { } said || component.Text("defaultRepetitions") is "")
            return 1;
        if (said.Number() is >= 0 and <= UsualMost and var count && count % 1 == 0)
            return (int)count;
        problems.Add(FormProblem.BadRule(Of(component, "defaultRepetitions", group), "defaultRepetitions"));
        return 1;
    }

    private Place Of(Part component, string name, FormField group) =>
        places.Of($"{component.Path}/{name}", group.At.Element);
}
