using System.Collections.Immutable;
using Genggam.Standards.Feel;

namespace Genggam.Standards.Forms;

/// <summary>A form in the bpmn.io schema, as pages of fields. One model serves the page, the API and the check.</summary>
public sealed class FormModel(string id, ImmutableArray<FormPage> pages)
{
    public string Id { get; } = id;
    public ImmutableArray<FormPage> Pages { get; } = pages;
    public ImmutableArray<FormField> Fields { get; } = [.. pages.SelectMany(p => p.Fields)];

    public FormPage? Page(string id) => Pages.FirstOrDefault(p => p.Id == id);

    public FormField? Field(string key) => Fields.FirstOrDefault(f => f.Key == key);

    /// <summary>The fields of a page that these answers call for; none where the page itself is hidden.</summary>
    public IEnumerable<FormField> Visible(FormPage page, FeelContext data, FeelEnvironment environment) =>
        Hidden(page.Hide, data, environment) ? [] : page.Fields.Where(f => !Hidden(f.Hide, data, environment));

    /// <summary>All fields that these answers call for, in the order of the form.</summary>
    public IReadOnlyList<FormField> Visible(FeelContext data, FeelEnvironment environment) =>
        [.. Pages.SelectMany(page => Visible(page, data, environment))];

    /// <summary>The answers as a JSON Schema (draft 2020-12), for clients of the API.</summary>
    public string JsonSchema() => FormSchema.Of(this);

    /// <summary>What is missing or wrong, in the order of the form. Hidden fields are not asked.</summary>
    public IReadOnlyList<FieldProblem> Validate(FeelContext data, FeelEnvironment environment) =>
        [.. Pages.SelectMany(page => Validate(page, data, environment))];

    public IReadOnlyList<FieldProblem> Validate(FormPage page, FeelContext data, FeelEnvironment environment) =>
        [
            .. Visible(page, data, environment)
                .Select(f => FieldRules.Check(f, data.At(f.Key), environment))
                .OfType<FieldProblem>(),
        ];

    private static bool Hidden(FeelExpression? hide, FeelContext data, FeelEnvironment environment) =>
        hide?.Evaluate(data, environment).Value is FeelBoolean { Value: true };
}

/// <summary>A top-level group: one page of the journey and one row of the task list.</summary>
public sealed record FormPage(string Id, FeelExpression? Hide, ImmutableArray<FormField> Fields, Place At);

public enum FieldKind
{
    Text,
    LongText,
    Number,
    Date,
    Choice,
    Dropdown,
    YesNo,
    Choices,
    File,
}

/// <param name="Key">The dotted path of the answer in the data.</param>
/// <param name="Label">What modellers show; pages read the service's texts.</param>
/// <param name="Properties">What the service says beyond the schema: source, kind, evidence.</param>
public sealed record FormField(
    string Key,
    FieldKind Kind,
    string? Label,
    FieldConstraints Constraints,
    ImmutableArray<FieldOption> Options,
    FeelExpression? Hide,
    ImmutableSortedDictionary<string, string> Properties,
    Place At
)
{
    /// <summary>Text of several lines, without limits of its own.</summary>
    internal static FormField Lines(string key) =>
        new(
            key,
            FieldKind.LongText,
            null,
            FieldConstraints.None,
            [],
            null,
            ImmutableSortedDictionary<string, string>.Empty,
            new Place("")
        );

    /// <summary>Where a person's own record already holds the answer, such as <c>person.nik</c>.</summary>
    public string? Source => Properties.GetValueOrDefault("source");

    /// <summary>Whether what an officer answers here is for the applicant to read.</summary>
    public bool ForApplicant => Properties.GetValueOrDefault("shown") == "pemohon";

    /// <summary>A shape beyond plain text: nik, kk, phone, email.</summary>
    public string? Shape => Properties.GetValueOrDefault("kind");
}

public sealed record FieldOption(string Value, string Label);

/// <param name="Decimals">Most digits behind the comma of a number.</param>
/// <param name="NotAfterToday">A date that has been, with a day's grace: today is not the same day everywhere.</param>
/// <param name="NotBeforeToday">A date to come, with the same grace.</param>
public sealed record FieldConstraints(
    bool Required = false,
    int? MinLength = null,
    int? MaxLength = null,
    decimal? Min = null,
    decimal? Max = null,
    System.Text.RegularExpressions.Regex? Pattern = null,
    int? Decimals = null,
    bool NotAfterToday = false,
    bool NotBeforeToday = false
)
{
    public static readonly FieldConstraints None = new();
}

/// <summary>What is wrong with one answer. The rule's number names the text in every language.</summary>
public sealed record FieldProblem(string Key, string Rule, params ImmutableArray<string> Arguments);
