using System.Collections.Immutable;

namespace Genggam.Standards.Forms.Schema;

/// <summary>Reads one component that is asked or computed.</summary>
internal sealed class FieldReader(JsonPlaces places, ExpressionReader expressions, List<Problem> problems)
{
    /// <summary>What the schema has and pages do not show, with what to write instead.</summary>
    private static readonly Dictionary<string, string> Refused = new(StringComparer.Ordinal)
    {
        ["html"] = "write a text",
        ["image"] = "describe it in a text",
        ["iframe"] = "a page shows nothing of other sites",
        ["documentPreview"] = "files of a case are shown beside its answers",
        ["group"] = "a page has no groups inside; make another page",
    };

    /// <summary>The keys of the fields read so far.</summary>
    internal HashSet<string> Keys { get; } = new(StringComparer.Ordinal);

    /// <param name="path">The data path of the group around the field.</param>
    internal FormField? Read(Part component, string? path) =>
        Read(component, path, Keys, null) is not { } field ? null
        : field.Kind == FieldKind.Rows ? new RowReader(places, this, problems).Read(component, field)
        : field;

    /// <param name="keys">The keys beside which the field's own must be another one.</param>
    /// <param name="group">The key of the repeating group around the field.</param>
    internal FormField? Read(Part component, string? path, HashSet<string> keys, string? group)
    {
        var at = places.Of(component);
        var type = component.Text("type") ?? "";
        if (Kind(component, type) is not { } kind || (group is not null && kind is FieldKind.Rows or FieldKind.File))
        {
            problems.Add(
                Refused.TryGetValue(type, out var remedy) ? FormProblem.Refused(at, type, remedy)
                : group is not null && (PartReader.Reads(type) || type is "dynamiclist" or "filepicker")
                    ? FormProblem.NotInRow(at, type)
                : FormProblem.UnknownType(at, type)
            );
            return null;
        }
        // A repeating group says under path where its rows stand.
        var name = component.Text(kind == FieldKind.Rows ? "path" : "key") ?? "";
        var key = string.IsNullOrEmpty(path) || name.Length == 0 ? name : $"{path}.{name}";
        if (key.Length == 0)
            problems.Add(FormProblem.NoKey(at));
        else if (!keys.Add(key))
            problems.Add(FormProblem.DoubleKey(at, key));
        else if (!IsPath(key))
            problems.Add(FormProblem.BadKey(at, key));
        var properties = Properties(component);
        if (properties.TryGetValue("kind", out var shape) && !Shapes.Known.Contains(shape))
            problems.Add(FormProblem.UnknownShape(at, shape));
        if (group is not null && properties.ContainsKey("source"))
            problems.Add(FormProblem.SourceInRow(at, key));
        var field = new FormField(
            key,
            kind,
            component.Text("label"),
            new ConstraintReader(places, problems).Read(component, at),
            Options(component, kind, at),
            expressions.Hide(component),
            properties,
            at
        )
        {
            Row = group is null ? null : new FormRow(group, -1, key),
        };
        return kind == FieldKind.Computed ? Computed(component, field) : field;
    }

    private FormField Computed(Part component, FormField field)
    {
        var expression = expressions.Read(component, "expression", component);
        if (component.Text("expression") is not { Length: > 0 })
            problems.Add(FormProblem.NoExpression(field.At, field.Key));
        var when = component.Text("computeOn") ?? "change";
        if (when is not ("change" or "presubmit"))
            problems.Add(FormProblem.BadRule(places.Of($"{component.Path}/computeOn", field.At.Element), "computeOn"));
        return field with { Expression = expression, OnlyAtTheEnd = when == "presubmit" };
    }

    private static FieldKind? Kind(Part component, string type) =>
        type switch
        {
            "textfield" => FieldKind.Text,
            "textarea" => FieldKind.LongText,
            "number" => FieldKind.Number,
            "datetime" when component.Text("subtype") is null or "date" => FieldKind.Date,
            "radio" => FieldKind.Choice,
            "select" => FieldKind.Dropdown,
            "checkbox" => FieldKind.YesNo,
            "checklist" => FieldKind.Choices,
            "filepicker" => FieldKind.File,
            "expression" => FieldKind.Computed,
            "dynamiclist" => FieldKind.Rows,
            _ => null,
        };

    private ImmutableArray<FieldOption> Options(Part component, FieldKind kind, Place at)
    {
        if (kind is not (FieldKind.Choice or FieldKind.Dropdown or FieldKind.Choices))
            return [];
        var options = component
            .Items("values")
            .Select(v => new FieldOption(v.Text("value") ?? "", v.Text("label") ?? v.Text("value") ?? ""))
            .ToImmutableArray();
        if (component.Find("valuesKey") is not null || component.Find("valuesExpression") is not null)
            problems.Add(FormProblem.ComputedOptions(at));
        else if (options.IsEmpty || options.Any(o => o.Value.Length == 0))
            problems.Add(FormProblem.NoOptions(at, component.Text("key") ?? ""));
        foreach (var twice in options.GroupBy(o => o.Value, StringComparer.Ordinal).Where(g => g.Count() > 1))
            problems.Add(FormProblem.DoubleOption(at, twice.Key));
        return options;
    }

    private static ImmutableSortedDictionary<string, string> Properties(Part component)
    {
        var read = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        if (component.Find("properties") is { IsObject: true } properties)
            foreach (var property in properties.Json.EnumerateObject())
                read[property.Name] = property.Value.ToString();
        return read.ToImmutable();
    }

    /// <summary>Words of small letters, digits and underscores, joined by dots: a path that FEEL can read.</summary>
    internal static bool IsPath(string key) =>
        key.Split('.')
            .All(word =>
                word.Length > 0
                && !char.IsAsciiDigit(word[0])
                && word.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_')
            );
}
