using System.Collections.Immutable;
using Genggam.Standards.Feel;

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

    internal static bool Refuses(string type) => Refused.ContainsKey(type);

    /// <summary>The day does not matter: a date that was a default yesterday is one tomorrow.</summary>
    private static readonly FeelEnvironment Always = new(DateTimeOffset.UnixEpoch);

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
        if (
            component.Find("validate")?.Text("validationType") is ("email" or "phone") and var known
            && !properties.ContainsKey("kind")
        )
            properties = properties.Add("kind", known);
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
            OptionsFrom = OptionsFrom(component, kind),
            Closed = Closed(component, group, at),
            HasPrefix = component.Find("appearance")?.Text("prefixAdorner") is { Length: > 0 },
            HasSuffix = component.Find("appearance")?.Text("suffixAdorner") is { Length: > 0 },
        };
        if (component.IsTrue("serializeToString"))
            problems.Add(FormProblem.BadRule(Of(component, "serializeToString", at), "serializeToString"));
        return kind == FieldKind.Computed
            ? Computed(component, field)
            : field with
            {
                Default = Default(component, field),
            };
    }

    private Place Of(Part component, string name, Place at) => places.Of($"{component.Path}/{name}", at.Element);

    private FeelExpression? OptionsFrom(Part component, FieldKind kind) =>
        kind is not (FieldKind.Choice or FieldKind.Dropdown or FieldKind.Choices)
            ? null
            : expressions.Read(component, "valuesExpression", component)
                ?? expressions.Read(component, "valuesKey", component);

    /// <summary>What can only be read in a row would be lost with the row that a page sends.</summary>
    private FeelExpression? Closed(Part component, string? group, Place at)
    {
        var name = component.IsTrue("disabled") ? "disabled" : "readonly";
        var closed = component.IsTrue(name)
            ? FeelExpression.Parse("true", Of(component, name, at), []).Value
            : expressions.Read(component, name, component);
        if (closed is not null && group is not null)
            problems.Add(FormProblem.NotInRow(Of(component, name, at), name));
        return closed;
    }

    private FeelValue Default(Part component, FormField field)
    {
        if (component.Find("defaultValue") is not { } given || component.Text("defaultValue") is "")
            return FeelValue.Null;
        var value = FeelJson.Read(given.Json);
        if (value is FeelString { Value: var text })
            value = PostedAnswers.Typed(field.Kind, text) ?? value;
        if (field.Kind == FieldKind.Number && given.Number() is { } number)
            value = number;
        if (field.Row is not null)
            problems.Add(FormProblem.NotInRow(Of(component, "defaultValue", field.At), "defaultValue"));
        else if (field.OptionsFrom is null && FieldRules.Check(field, value, Always) is not null)
            problems.Add(FormProblem.BadRule(Of(component, "defaultValue", field.At), "defaultValue"));
        return value;
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
            "datetime" => component.Text("subtype") switch
            {
                null or "date" => FieldKind.Date,
                "time" => FieldKind.Time,
                "datetime" => FieldKind.Moment,
                _ => null,
            },
            "radio" => FieldKind.Choice,
            "select" => FieldKind.Dropdown,
            "checkbox" => FieldKind.YesNo,
            "checklist" or "taglist" => FieldKind.Choices,
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
        {
            if (!options.IsEmpty)
                problems.Add(FormProblem.ComputedOptions(at));
        }
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
