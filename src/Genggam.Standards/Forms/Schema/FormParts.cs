using System.Collections.Immutable;
using System.Text.Json;
using Genggam.Standards.Feel;

namespace Genggam.Standards.Forms.Schema;

/// <summary>Builds the model of one form and finds what is wrong in it.</summary>
internal sealed class FormParts
{
    /// <summary>The service folder asks for one to four fields a page; more than six is a warning.</summary>
    private const int FieldsPerPage = 6;

    /// <summary>What says and asks nothing: the space between fields, and the button, which every page has of its own.</summary>
    internal static readonly HashSet<string> Space = ["spacer", "button"];

    private readonly JsonPlaces places;
    private readonly string file;
    private readonly List<Problem> problems = [];
    private readonly FieldReader fields;
    private readonly ExpressionReader expressions;
    private readonly PartReader parts;
    private readonly HashSet<string> pageIds = new(StringComparer.Ordinal);

    internal FormParts(JsonPlaces places, string file)
    {
        (this.places, this.file) = (places, file);
        expressions = new ExpressionReader(places, problems);
        fields = new FieldReader(places, expressions, problems);
        parts = new PartReader(places, expressions, problems);
    }

    internal Reading<FormModel> Form(JsonElement json)
    {
        var root = new Part(json, "");
        if (root.Find("components") is not { Json.ValueKind: JsonValueKind.Array })
            return new Reading<FormModel>(null, [FormProblem.NotAForm(places.Of(root))]);
        var pages = ImmutableArray.CreateBuilder<FormPage>();
        foreach (var component in Everything(root).Where(c => !FieldReader.Refuses(Type(c)) || Type(c) == "group"))
        foreach (var unread in KnownProperties.Unread(component))
            problems.Add(
                FormProblem.Unread(places.Of(unread.Path, places.Of(component).Element), unread.Path.Split('/')[^1])
            );
        foreach (var component in root.Items("components"))
        {
            var type = Type(component);
            if (type == "group")
                pages.Add(Page(component));
            else if (!Space.Contains(type) && !PartReader.Reads(type))
                problems.Add(FormProblem.OutsidePage(places.Of(component)));
        }
        foreach (var field in pages.SelectMany(p => p.Fields))
        {
            if (fields.Keys.FirstOrDefault(k => field.Key.StartsWith(k + ".", StringComparison.Ordinal)) is { } outer)
                problems.Add(FormProblem.KeyUnderKey(field.At, field.Key, outer));
        }
        var id = root.Text("id") is { Length: > 0 } given ? given : file.Split('/')[^1].Split('.')[0];
        var form = new FormModel(id, pages.ToImmutable());
        foreach (var field in form.Ring)
            problems.Add(FormProblem.Ring(field.Expression?.At ?? field.At, field.TextKey));
        foreach (var rows in form.Fields.Select(f => f.Rows).OfType<RowGroup>())
            NameTheRow(rows);
        return new Reading<FormModel>(form, problems);
    }

    /// <summary>A bare name is an answer of the whole form, so the name of a neighbour in the row would read nothing.</summary>
    private void NameTheRow(RowGroup rows)
    {
        foreach (
            var expression in rows
                .Fields.SelectMany(f => new[] { f.Hide, f.Expression, f.OptionsFrom })
                .OfType<FeelExpression>()
        )
        foreach (var name in expression.Variables)
            if (rows.Fields.Any(f => Head(f.Key) == name) && !fields.Keys.Any(k => Head(k) == name))
                problems.Add(FormProblem.NotOfTheRow(expression.At, name));
    }

    private static string Head(string key) => key.Split('.')[0];

    private FormPage Page(Part group)
    {
        var at = places.Of(group);
        var id = group.Text("id") ?? "";
        if (id.Length == 0)
            problems.Add(FormProblem.NoPageId(at));
        else if (!pageIds.Add(id))
            problems.Add(FormProblem.DoublePageId(at, id));
        var shown = ImmutableArray.CreateBuilder<FormPart>();
        foreach (var component in group.Items("components").Where(c => !Space.Contains(Type(c))))
            if (Shown(component, group.Text("path")) is { } part)
                shown.Add(part);
        var page = new FormPage(id, expressions.Hide(group), shown.ToImmutable(), at);
        if (page.Fields.Count(f => f.Kind != FieldKind.Computed) > FieldsPerPage)
            problems.Add(FormProblem.ManyFields(at));
        if (group.Items("components").All(c => Space.Contains(Type(c)) || PartReader.Reads(Type(c))))
            problems.Add(FormProblem.EmptyPage(at));
        return page;
    }

    private FormPart? Shown(Part component, string? path) =>
        PartReader.Reads(Type(component)) ? parts.Read(component)
        : fields.Read(component, path) is { } field ? new FormPart.Question(field)
        : null;

    private static IEnumerable<Part> Everything(Part owner) =>
        owner.Items("components").SelectMany(c => Everything(c).Prepend(c));

    private static string Type(Part component) => component.Text("type") ?? "";
}
