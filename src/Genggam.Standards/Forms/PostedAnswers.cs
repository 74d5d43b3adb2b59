using System.Collections.Immutable;
using Genggam.Standards.Feel;
using Genggam.Standards.Forms.Typed;

namespace Genggam.Standards.Forms;

/// <summary>
/// What a browser posted, as typed answers. <paramref name="Data"/> holds what could be read; a value that could not is
/// kept as the text that was typed, so that nothing is lost and the page can show it again.
/// </summary>
public sealed record PostedAnswers(FeelContext Data, ImmutableArray<FieldProblem> Problems)
{
    private static readonly string[] DateParts = ["year", "month", "day"];

    /// <summary>Reads the posted values of these fields; other names are ignored. A date comes in three parts or as ISO.</summary>
    /// <param name="before">Answers from which a field in a row, posted alone, takes the other fields and rows.</param>
    public static PostedAnswers Read(
        IEnumerable<FormField> fields,
        Func<string, IReadOnlyList<string?>> posted,
        FeelContext? before = null
    )
    {
        var data = FeelContext.Empty;
        var problems = ImmutableArray.CreateBuilder<FieldProblem>();
        foreach (var field in fields.Where(f => f.Kind is not (FieldKind.File or FieldKind.Computed) && !f.IsClosed))
        {
            if (field.Rows is not null)
            {
                data = data.WithAt(field.Key, PostedRows.Read(field, posted));
                continue;
            }
            var (value, rule) = Read(field, posted);
            if (field.Row is { Group: var group } && before is not null && data.At(group).IsNull)
                data = data.WithAt(group, before.At(group));
            data = data.WithAt(field.Key, value);
            if (rule is not null)
                problems.Add(new FieldProblem(field.Key, rule));
        }
        return new PostedAnswers(data, problems.ToImmutable());
    }

    /// <summary>The same answers without the rows that nobody answered; as many stay as a group must have.</summary>
    public PostedAnswers WithoutBlankRows(IEnumerable<FormField> fields)
    {
        var data = Data;
        foreach (var field in fields)
            if (field.Rows is { } rows && data.At(field.Key) is FeelList list)
                data = data.WithAt(field.Key, PostedRows.Answered(list, rows.Min));
        return this with { Data = data };
    }

    /// <summary>
    /// Reads answers that came as JSON: dates as text become dates, also in rows, and only the entries that are fields are
    /// kept; what was sent for a computed field is not. Their shapes are judged by
    /// <see cref="FormModel.Validate(FeelContext, FeelEnvironment)"/>.
    /// </summary>
    public static FeelContext Read(IEnumerable<FormField> fields, FeelContext sent)
    {
        var data = FeelContext.Empty;
        foreach (var field in fields.Where(f => f.Kind != FieldKind.Computed && !f.IsClosed))
        {
            var value = sent.At(field.Key);
            if (value is FeelString { Value: var text })
                value = Typed(field.Kind, text) ?? value;
            if (field.Rows is { } rows && value is FeelList list)
                value = new FeelList([.. list.Items.Select(r => r is FeelContext row ? Read(rows.Fields, row) : r)]);
            if (!value.IsNull)
                data = data.WithAt(field.Key, value);
        }
        return data;
    }

    /// <summary>
    /// Answers as a file tells them, by the fields that take them: a text is the date or the time that its field asks for, a
    /// date is text where its field asks for text. Everything else stays as it is, what is no answer of the form too.
    /// </summary>
    public static FeelContext Told(IEnumerable<FormField> fields, FeelContext told)
    {
        var data = told;
        foreach (var field in fields)
        {
            FeelValue? value = told.At(field.Key) switch
            {
                FeelString { Value: var text } => Typed(field.Kind, text),
                FeelDate day when field.Kind is FieldKind.Text or FieldKind.LongText => day.ToString(),
                FeelList list when field.Rows is { } rows => new FeelList([
                    .. list.Items.Select(r => r is FeelContext row ? Told(rows.Fields, row) : r),
                ]),
                _ => null,
            };
            if (value is not null)
                data = data.WithAt(field.Key, value);
        }
        return data;
    }

    internal static (FeelValue Value, string? Rule) Read(FormField field, Func<string, IReadOnlyList<string?>> posted)
    {
        var typed = posted(field.Key).Where(t => !string.IsNullOrWhiteSpace(t)).Select(t => t!.Trim()).ToList();
        var text = typed.FirstOrDefault();
        return field.Kind switch
        {
            FieldKind.Date => Date(field.Key, text, posted),
            FieldKind.Time when text is not null => TypedTime.Read(text) is { } time
                ? (time, null)
                : (text, FieldRules.NotATime),
            FieldKind.Moment => Moment(field.Key, text, posted),
            FieldKind.Number when text is not null => IndonesianNumber.Read(text) is { } number
                ? (number, null)
                : (text, FieldRules.NotANumber),
            FieldKind.YesNo => (text is "true" or "on" or "yes", null),
            FieldKind.Choices => (new FeelList([.. typed.Distinct().Select(t => (FeelValue)t)]), null),
            // A browser posts line breaks as two characters; people count one.
            FieldKind.LongText => (text?.ReplaceLineEndings("\n"), null),
            FieldKind.Text when field.Shape is "nik" or "kk" => (
                text?.Replace(" ", "", StringComparison.Ordinal),
                null
            ),
            _ => (text, null),
        };
    }

    /// <summary>What a text of JSON stands for; null where it is only text, or none of its kind.</summary>
    internal static FeelValue? Typed(FieldKind kind, string text) =>
        kind switch
        {
            FieldKind.Date => TypedDate.Read(text).Date,
            FieldKind.Time => TypedTime.Read(text),
            FieldKind.Moment => TypedTime.ReadMoment(text).Moment,
            _ => null,
        };

    private static (FeelValue, string?) Moment(string key, string? text, Func<string, IReadOnlyList<string?>> posted)
    {
        if (text is null)
        {
            var time = posted($"{key}.time").FirstOrDefault()?.Trim() ?? "";
            var parts = DateParts.Select(p => posted($"{key}.{p}").FirstOrDefault()?.Trim() ?? "").ToArray();
            if (time.Length == 0 && parts.All(string.IsNullOrEmpty))
                return (FeelValue.Null, null);
            text = $"{string.Join('-', parts)}T{time}";
        }
        var (moment, rule) = TypedTime.ReadMoment(text);
        return moment is null ? (text, rule) : (moment, null);
    }

    private static (FeelValue, string?) Date(string key, string? text, Func<string, IReadOnlyList<string?>> posted)
    {
        if (text is null)
        {
            var parts = DateParts.Select(p => posted($"{key}.{p}").FirstOrDefault()?.Trim() ?? "").ToArray();
            if (parts.All(string.IsNullOrEmpty))
                return (FeelValue.Null, null);
            text = string.Join('-', parts);
            return Read(TypedDate.Of(parts[0], parts[1], parts[2]), text);
        }
        return Read(TypedDate.Read(text), text);
    }

    private static (FeelValue, string?) Read((FeelDate? Date, string? Rule) typed, string text) =>
        typed.Date is { } date ? (date, null) : (text, typed.Rule);
}
