using System.Globalization;
using Genggam.Engine;
using Genggam.Office.Cases;
using Genggam.Standards;
using Genggam.Standards.Feel;
using Genggam.Standards.Forms;
using Genggam.Web.Texts;

namespace Genggam.Web.Components;

/// <summary>What a form of a service says, from the service's texts; what is wrong, from the texts of the pages.</summary>
public sealed class FormWords(FormModel form, TextBook book, Text text)
{
    public FormModel Form => form;

    public string Language => book.Language;

    public string Title(FormPage page) => book[$"forms.{form.Id}.{page.Id}.title"];

    public string? Intro(FormPage page) => book.Find($"forms.{form.Id}.{page.Id}.hint");

    /// <summary>What a field is called where it stands alone: in a row <c>Anak 2: Nama</c>.</summary>
    public string Label(FormField field) =>
        field.Row is { } row && form.Field(row.Group) is { } group
            ? $"{RowName(group, row.Index)}: {Question(field)}"
            : Question(field);

    /// <summary>What a field is called among its neighbours.</summary>
    public string Question(FormField field) => Of(field, "label") ?? field.Label ?? field.Key;

    /// <summary>A row of a repeating group: <c>Anak 2</c>.</summary>
    public string RowName(FormField group, int row) =>
        string.Create(CultureInfo.InvariantCulture, $"{Of(group, "row")} {row + 1}");

    /// <summary>What the button says that adds a row.</summary>
    public string? Add(FormField group) => Of(group, "add");

    public string? Hint(FormField field) => Of(field, "hint");

    public IReadOnlyList<Choice> Choices(FormField field) =>
        [.. field.Options.Select(o => new Choice(o.Value, Of(field, $"options.{o.Value}") ?? o.Label))];

    /// <summary>What stands before the box of a field, and behind it.</summary>
    public string? Prefix(FormField field) => field.HasPrefix ? Of(field, "prefix") : null;

    public string? Suffix(FormField field) => field.HasSuffix ? Of(field, "suffix") : null;

    /// <summary>The words of a text, filled with the answers.</summary>
    public IEnumerable<string> Paragraphs(
        FormPart.Words passage,
        FeelContext known,
        FeelEnvironment environment,
        AnswerText answers
    ) =>
        book.List($"forms.{form.Id}.texts.{passage.Id}")
            .Select(text =>
                FormTemplate
                    .Parse(text, new Place(passage.Id))
                    .Value?.Fill(known, environment, v => answers.Value("", v))
                ?? text
            );

    public string Caption(FormPart.Table table) => book[$"forms.{form.Id}.tables.{table.Id}.caption"];

    public string Column(FormPart.Table table, TableColumn column) =>
        book.Find($"forms.{form.Id}.tables.{table.Id}.columns.{column.Key}") ?? column.Label;

    /// <summary>An answer in words: the text of an option, yes or no, the names of files.</summary>
    public string Answer(FormField field, FeelContext data, AnswerText answers) =>
        field.OptionsFrom is null
            ? answers.Value(field.Key, data.At(field.Key))
            : string.Join(", ", Chosen(data.At(field.Key)).Select(v => LabelOf(field, v)));

    private static IEnumerable<string> Chosen(FeelValue answer) =>
        answer is FeelList list ? list.Items.Select(i => $"{i}")
        : answer.IsNull ? []
        : [$"{answer}"];

    private static string LabelOf(FormField field, string value) =>
        field.Options.FirstOrDefault(o => o.Value == value)?.Label ?? value;

    public string? Error(FormField field, IReadOnlyList<FieldProblem> problems) =>
        problems.FirstOrDefault(p => p.Key == field.Key) is { } problem ? Error(field, problem) : null;

    /// <summary>All that is wrong, in the order of the form, for the summary at the top.</summary>
    public IReadOnlyList<Fault> Faults(IReadOnlyList<FieldProblem> problems) =>
        [
            .. form
                .Fields.SelectMany(f => problems.Where(p => IsOf(p, f)).DistinctBy(p => p.Key))
                .Select(p => (Field: form.Field(p.Key)!, Problem: p))
                .Select(x => new Fault(Target(x.Field), Error(x.Field, x.Problem))),
        ];

    /// <summary>Of the field itself or of an answer in its rows.</summary>
    private bool IsOf(FieldProblem problem, FormField field) =>
        problem.Key == field.Key
        || (
            field.Rows is not null
            && problem.Key.StartsWith($"{field.Key}[", StringComparison.Ordinal)
            && form.Field(problem.Key) is not null
        );

    /// <summary>The id of the first control of a field.</summary>
    private static string Target(FormField field) =>
        field.Kind is FieldKind.Date or FieldKind.Moment && !field.IsClosed ? $"{field.Key}.day" : field.Key;

    private string Error(FormField field, FieldProblem problem)
    {
        // The service's own words say what the shape must be; to any other fault they would be a wrong answer.
        var own = problem.Rule == FieldRules.WrongShape ? Of(field, "error") : null;
        var choose = problem.Rule == FieldRules.Required && field.Kind is FieldKind.Choice or FieldKind.Choices;
        return own is not null ? $"{own} ({problem.Rule})"
            : choose ? $"{text["rules.choose", Label(field)]} ({problem.Rule})"
            : Said(problem, Label(field), text);
    }

    /// <summary>What is wrong, with the number of the rule. A label that asks loses its question mark before the colon.</summary>
    internal static string Said(FieldProblem problem, string label, Text text) =>
        $"{text[$"rules.{problem.Rule}", [label.TrimEnd('?', ' '), .. problem.Arguments]]} ({problem.Rule})";

    private string? Of(FormField field, string what) => book.Find($"forms.{form.Id}.fields.{field.TextKey}.{what}");
}
