using System.Collections.Immutable;
using System.Globalization;
using Genggam.Standards.Feel;
using Genggam.Standards.Forms.Schema;

namespace Genggam.Standards.Forms;

/// <summary>A form in the bpmn.io schema, as pages of fields. One model serves the page, the API and the check.</summary>
public sealed class FormModel
{
    private readonly Computing computing;

    public FormModel(string id, ImmutableArray<FormPage> pages)
    {
        Id = id;
        Pages = pages;
        Fields = [.. pages.SelectMany(p => p.Fields)];
        computing = Computing.Of(pages);
    }

    public string Id { get; }
    public ImmutableArray<FormPage> Pages { get; }

    /// <summary>What is asked or computed; a repeating group is one field.</summary>
    public ImmutableArray<FormField> Fields { get; }

    /// <summary>All FEEL of the form: what hides, computes, closes, offers and shows.</summary>
    public IEnumerable<FeelExpression> Expressions =>
        Pages
            .Select(page => page.Hide)
            .Concat(Pages.SelectMany(page => page.Parts).SelectMany(Read))
            .Concat(Fields.SelectMany(f => f.Rows?.Fields ?? []).SelectMany(Read))
            .OfType<FeelExpression>();

    /// <summary>Computed fields that wait for one another in a ring.</summary>
    internal ImmutableArray<FormField> Ring => computing.Ring;

    public FormPage? Page(string id) => Pages.FirstOrDefault(p => p.Id == id);

    /// <summary>The field of this key; <c>anak[1].nama</c> is the field <c>nama</c> in the second row of <c>anak</c>.</summary>
    public FormField? Field(string key)
    {
        if (key.Split('[', ']') is not [var name, var typed, ['.', ..]])
            return Fields.FirstOrDefault(f => f.Key == key);
        return
            Fields.FirstOrDefault(f => f.Key == name) is { Rows: { } rows } group
            && int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var row)
            && row < rows.Max
            ? group.In(row).FirstOrDefault(f => f.Key == key)
            : null;
    }

    /// <summary>The keys of what was given and is no answer of this form.</summary>
    public IEnumerable<string> Unknown(FeelContext given) => Unknown(Fields, given, "");

    private static IEnumerable<string> Unknown(IReadOnlyList<FormField> known, FeelContext given, string path)
    {
        foreach (var name in given.Names)
        {
            var key = path + name;
            if (known.FirstOrDefault(f => f.Key == key) is { } field)
                foreach (var inside in InRows(field, given[name]))
                    yield return inside;
            else if (!known.Any(f => f.Key.StartsWith($"{key}.", StringComparison.Ordinal)))
                yield return key;
            else if (given[name] is FeelContext inner)
                foreach (var inside in Unknown(known, inner, $"{key}."))
                    yield return inside;
            else if (!given[name].IsNull)
                yield return key;
        }
    }

    /// <summary>More rows than there may be are refused as such.</summary>
    private static IEnumerable<string> InRows(FormField group, FeelValue given) =>
        group.Rows is { Max: var most } && given is FeelList list
            ? list
                .Items.Take(most)
                .Index()
                .Where(row => row.Item is FeelContext)
                .SelectMany(row =>
                    Unknown([.. group.In(row.Index)], (FeelContext)row.Item, $"{group.Key}[{row.Index}].")
                )
            : [];

    /// <summary>
    /// The answers with every computed field set by its expression, and without those that are hidden; what was given for
    /// either does not count.
    /// </summary>
    public FeelContext Computed(FeelContext data, FeelEnvironment environment) =>
        computing.IsEmpty ? data : computing.Complete(data, environment);

    /// <summary>
    /// A change of the answers with the computed fields that it gives another value, and null for each answer that was given
    /// with it and is hidden, or that it hides.
    /// </summary>
    public FeelContext Computed(FeelContext before, FeelContext change, FeelEnvironment environment)
    {
        if (computing.IsEmpty)
            return change;
        var merged = before.Merge(change);
        var (was, after) = ((FeelContext?)null, Computed(merged, environment));
        foreach (var field in Fields)
            if (
                !FeelEquality.Same(merged.At(field.Key), after.At(field.Key))
                && (!change.At(field.Key).IsNull || !FeelEquality.Same(Was().At(field.Key), after.At(field.Key)))
            )
                change = change.WithAt(field.Key, after.At(field.Key));
        return change;

        // Few changes touch what they do not name.
        FeelContext Was() => was ??= Computed(before, environment);
    }

    /// <summary>The fields of a page that these answers call for; none where the page itself is hidden.</summary>
    public IEnumerable<FormField> Visible(FormPage page, FeelContext data, FeelEnvironment environment) =>
        Shown(page, Computed(data, environment), environment);

    /// <summary>What of a page these answers call for: its fields, and what stands between them.</summary>
    public IEnumerable<FormPart> Parts(FormPage page, FeelContext data, FeelEnvironment environment) =>
        ShownParts(page, Computed(data, environment), environment);

    /// <summary>The field as these answers have it asked: with its options, open or closed.</summary>
    public FormField Asked(FormField field, FeelContext data, FeelEnvironment environment) =>
        field.OptionsFrom is null && field.Closed is null
            ? field
            : AskedOf(field, Computed(data, environment), environment);

    /// <summary>All fields that these answers call for, in the order of the form.</summary>
    public IReadOnlyList<FormField> Visible(FeelContext data, FeelEnvironment environment)
    {
        var known = Computed(data, environment);
        return [.. Pages.SelectMany(page => Shown(page, known, environment))];
    }

    /// <summary>What stands in one row of a repeating group.</summary>
    public IReadOnlyList<FormField> Visible(FormField group, int row, FeelContext data, FeelEnvironment environment) =>
        [.. ShownIn(group, row, Computed(data, environment), environment)];

    /// <summary>
    /// Every single answer that is called for: of a repeating group those of its rows, and the group itself where it has none.
    /// </summary>
    public IReadOnlyList<FormField> Answers(FormPage page, FeelContext data, FeelEnvironment environment) =>
        [.. Single(page, Computed(data, environment), environment)];

    public IReadOnlyList<FormField> Answers(FeelContext data, FeelEnvironment environment)
    {
        var known = Computed(data, environment);
        return [.. Pages.SelectMany(page => Single(page, known, environment))];
    }

    /// <summary>The answers as a JSON Schema (draft 2020-12), for clients of the API.</summary>
    public string JsonSchema() => FormSchema.Of(this);

    /// <summary>What is missing or wrong, in the order of the form. Hidden fields are not asked.</summary>
    public IReadOnlyList<FieldProblem> Validate(FeelContext data, FeelEnvironment environment)
    {
        var known = Computed(data, environment);
        return [.. Pages.SelectMany(page => Faults(page, known, environment))];
    }

    public IReadOnlyList<FieldProblem> Validate(FormPage page, FeelContext data, FeelEnvironment environment) =>
        [.. Faults(page, Computed(data, environment), environment)];

    private IEnumerable<FormField> Shown(FormPage page, FeelContext known, FeelEnvironment environment) =>
        ShownParts(page, known, environment).OfType<FormPart.Question>().Select(question => question.Field);

    private IEnumerable<FormPart> ShownParts(FormPage page, FeelContext known, FeelEnvironment environment) =>
        Shows(page.Hide, known, environment)
            ? page
                .Parts.Where(p => Shows(p.Hide, known, environment))
                .Select(p => p is FormPart.Question q ? new FormPart.Question(AskedOf(q.Field, known, environment)) : p)
            : [];

    private IEnumerable<FormField> ShownIn(FormField group, int row, FeelContext known, FeelEnvironment environment)
    {
        var scope = group.ScopeOf(row, known);
        return group.In(row).Where(f => Shows(f.Hide, scope, environment)).Select(f => AskedOf(f, known, environment));
    }

    private IEnumerable<FormField> Single(FormPage page, FeelContext known, FeelEnvironment environment) =>
        Shown(page, known, environment)
            .SelectMany(field =>
                field.RowsIn(known) is > 0 and var rows
                    ? Enumerable.Range(0, rows).SelectMany(row => ShownIn(field, row, known, environment))
                    : [field]
            );

    private FormField AskedOf(FormField field, FeelContext known, FeelEnvironment environment)
    {
        if (field.OptionsFrom is null && field.Closed is null)
            return field;
        var scope = ScopeOf(field, known);
        return field with
        {
            Options = field.OptionsFrom is { } options
                ? OptionSource.Read(options.Evaluate(scope, environment).Value)
                : field.Options,
            IsClosed = field.Closed?.Evaluate(scope, environment).Value is FeelBoolean { Value: true },
        };
    }

    private IEnumerable<FieldProblem> Faults(FormPage page, FeelContext known, FeelEnvironment environment) =>
        Shown(page, known, environment).SelectMany(f => Faults(f, known, environment));

    private IEnumerable<FieldProblem> Faults(FormField field, FeelContext data, FeelEnvironment environment)
    {
        if (Check(field, data, environment) is { } problem)
            return [problem];
        return Enumerable
            .Range(0, field.RowsIn(data))
            .SelectMany(row => ShownIn(field, row, data, environment))
            .Select(f => Check(f, data, environment))
            .OfType<FieldProblem>();
    }

    private FieldProblem? Check(FormField field, FeelContext data, FeelEnvironment environment) =>
        FieldRules.Check(field, data.At(field.Key), environment) is { } problem ? problem
        : field.Kind == FieldKind.Computed && Fails(field, data, environment)
            ? new FieldProblem(field.Key, FieldRules.NotComputed)
        : null;

    /// <summary>
    /// Optional or not: what divides by zero has no value, nor what fails although all is there that it reads; and nobody
    /// would see that it has none.
    /// </summary>
    private bool Fails(FormField field, FeelContext data, FeelEnvironment environment)
    {
        var (value, warnings) = field.Expression!.Evaluate(ScopeOf(field, data), environment);
        return warnings.Any(w => w.Number == "FEEL-222")
            || value.IsNull && warnings.Count > 0 && PathsRead.Of(field.Expression, field.Row?.Group).All(IsGiven);

        bool IsGiven(string path) =>
            field.Row is { } row && path.StartsWith(row.Group + ".", StringComparison.Ordinal)
                ? !data.At($"{row.Group}[{row.Index}].{path[(row.Group.Length + 1)..]}").IsNull
                : !data.At(path).IsNull;
    }

    private FeelContext ScopeOf(FormField field, FeelContext data) =>
        field.Row is { Group: var key, Index: var row } && Field(key) is { } group ? group.ScopeOf(row, data) : data;

    private static IEnumerable<FeelExpression?> Read(FormPart part) =>
        part switch
        {
            FormPart.Question question => Read(question.Field),
            FormPart.Table table => [table.Hide, table.Source, table.ColumnsFrom],
            _ => [part.Hide],
        };

    private static IEnumerable<FeelExpression?> Read(FormField field) =>
        [field.Hide, field.Expression, field.OptionsFrom, field.Closed];

    internal static bool Shows(FeelExpression? hide, FeelContext scope, FeelEnvironment environment) =>
        hide?.Evaluate(scope, environment).Value is not FeelBoolean { Value: true };
}

/// <summary>A top-level group: one page of the journey and one row of the task list.</summary>
/// <param name="Parts">What stands on it, in order.</param>
public sealed record FormPage(string Id, FeelExpression? Hide, ImmutableArray<FormPart> Parts, Place At)
{
    /// <summary>What is asked or computed.</summary>
    public ImmutableArray<FormField> Fields { get; } =
    [.. Parts.OfType<FormPart.Question>().Select(question => question.Field)];
}

/// <summary>What is wrong with one answer. The rule's number names the text in every language.</summary>
public sealed record FieldProblem(string Key, string Rule, params ImmutableArray<string> Arguments);
