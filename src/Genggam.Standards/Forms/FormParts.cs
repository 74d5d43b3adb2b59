using System.Collections.Immutable;
using System.Text.Json;
using Genggam.Standards.Feel;

namespace Genggam.Standards.Forms;

/// <summary>Builds the model of one form and finds what is wrong in it.</summary>
internal sealed class FormParts(JsonPlaces places, string file)
{
    /// <summary>The service folder asks for one to four fields a page; more than six is a warning.</summary>
    private const int FieldsPerPage = 6;

    private static readonly HashSet<string> Decoration = ["text", "separator", "spacer", "button", "html", "image"];

    private readonly List<Problem> problems = [];
    private readonly HashSet<string> keys = new(StringComparer.Ordinal);
    private readonly HashSet<string> pageIds = new(StringComparer.Ordinal);

    internal Reading<FormModel> Form(JsonElement json)
    {
        var root = new Part(json, "");
        if (root.Find("components") is not { Json.ValueKind: JsonValueKind.Array })
            return new Reading<FormModel>(null, [FormProblem.NotAForm(Place(root))]);
        var pages = ImmutableArray.CreateBuilder<FormPage>();
        foreach (var component in root.Items("components"))
        {
            var type = component.Text("type") ?? "";
            if (type == "group")
                pages.Add(Page(component));
            else if (!Decoration.Contains(type))
                problems.Add(FormProblem.OutsidePage(Place(component)));
        }
        foreach (var field in pages.SelectMany(p => p.Fields))
        {
            if (keys.FirstOrDefault(k => field.Key.StartsWith(k + ".", StringComparison.Ordinal)) is { } outer)
                problems.Add(FormProblem.KeyUnderKey(field.At, field.Key, outer));
        }
        var id = root.Text("id") is { Length: > 0 } given ? given : file.Split('/')[^1].Split('.')[0];
        return new Reading<FormModel>(new FormModel(id, pages.ToImmutable()), problems);
    }

    private FormPage Page(Part group)
    {
        var at = Place(group);
        var id = group.Text("id") ?? "";
        if (id.Length == 0)
            problems.Add(FormProblem.NoPageId(at));
        else if (!pageIds.Add(id))
            problems.Add(FormProblem.DoublePageId(at, id));
        var fields = ImmutableArray.CreateBuilder<FormField>();
        foreach (var component in group.Items("components"))
        {
            var type = component.Text("type") ?? "";
            if (!Decoration.Contains(type) && Field(component, type) is { } field)
                fields.Add(field);
        }
        if (fields.Count > FieldsPerPage)
            problems.Add(FormProblem.ManyFields(at));
        if (group.Items("components").All(c => Decoration.Contains(c.Text("type") ?? "")))
            problems.Add(FormProblem.EmptyPage(at));
        return new FormPage(id, Hide(group), fields.ToImmutable(), at);
    }

    private FormField? Field(Part component, string type)
    {
        var at = Place(component);
        if (Kind(component, type) is not { } kind)
        {
            problems.Add(FormProblem.UnknownType(at, type));
            return null;
        }
        var key = component.Text("key") ?? "";
        if (key.Length == 0)
            problems.Add(FormProblem.NoKey(at));
        else if (!keys.Add(key))
            problems.Add(FormProblem.DoubleKey(at, key));
        else if (!IsPath(key))
            problems.Add(FormProblem.BadKey(at, key));
        var properties = Properties(component);
        if (properties.TryGetValue("kind", out var shape) && !Shapes.Known.Contains(shape))
            problems.Add(FormProblem.UnknownShape(at, shape));
        return new FormField(
            key,
            kind,
            component.Text("label"),
            new ConstraintReader(places, problems).Read(component, at),
            Options(component, kind, at),
            Hide(component),
            properties,
            at
        );
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

    private FeelExpression? Hide(Part component)
    {
        if (
            component.Find("conditional") is not { } conditional
            || conditional.Text("hide") is not { Length: > 0 } hide
        )
            return null;
        var at = places.Of($"{conditional.Path}/hide", component.Text("key") ?? component.Text("id"));
        var skipped = hide.StartsWith('=') ? 1 : 0;
        // The text begins behind the opening quote and the equals sign.
        var reading = FeelExpression.Parse(hide[skipped..], at with { Column = at.Column + 1 + skipped }, []);
        problems.AddRange(reading.Problems);
        return reading.Value;
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
    private static bool IsPath(string key) =>
        key.Split('.')
            .All(word =>
                word.Length > 0
                && !char.IsAsciiDigit(word[0])
                && word.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_')
            );

    private Place Place(Part component) => places.Of(component.Path, component.Text("key") ?? component.Text("id"));
}
