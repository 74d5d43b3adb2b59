using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Genggam.Standards.Feel;
using Genggam.Standards.Forms.Typed;

namespace Genggam.Standards.Forms;

/// <summary>The rules an answer must meet, and their numbers.</summary>
public static class FieldRules
{
    public const string Required = "FORM-101";
    public const string TooLong = "FORM-102";
    public const string TooShort = "FORM-103";
    public const string WrongShape = "FORM-104";
    public const string NotAnOption = "FORM-105";
    public const string NotADate = "FORM-106";
    public const string NotANumber = "FORM-107";
    public const string TooSmall = "FORM-108";
    public const string TooLarge = "FORM-109";
    public const string WrongNik = "FORM-110";
    public const string WrongFamilyCard = "FORM-111";
    public const string WrongPhone = "FORM-112";
    public const string WrongEmail = "FORM-113";
    public const string NotAFile = "FORM-114";
    public const string NoSuchDate = "FORM-115";
    public const string NotText = "FORM-116";

    // 117 and 118 are rules of the office: names that are no fields, the NIK of somebody else.
    public const string TooManyDecimals = "FORM-119";
    public const string NotYet = "FORM-120";
    public const string Past = "FORM-121";
    public const string TooFewRows = "FORM-122";
    public const string TooManyRows = "FORM-123";
    public const string NotComputed = "FORM-124";
    public const string NotATime = "FORM-125";

    /// <summary>The longest text a field takes that says nothing of its length.</summary>
    public const int DefaultMaxLength = 2_000;

    /// <summary>Where a day begins first, and where it ends last.</summary>
    private static readonly TimeSpan Easternmost = TimeSpan.FromHours(14),
        Westernmost = TimeSpan.FromHours(-12);

    /// <summary>What somebody typed that stands in no form, read and judged as a field of several lines is; null for nothing.</summary>
    public static (string? Text, FieldProblem? Problem) FreeText(string key, string? typed)
    {
        var field = FormField.Lines(key);
        var read = PostedAnswers.Read([field], _ => [typed]);
        var value = read.Data.At(key);
        return ((value as FeelString)?.Value, IsEmpty(value) ? null : Text(field, value));
    }

    internal static FieldProblem? Check(FormField field, FeelValue value, FeelEnvironment environment)
    {
        if (field.Rows is { } rows)
            return Rows(field, rows, value);
        if (IsEmpty(value))
            return !field.Constraints.Required || field.IsClosed
                ? null
                : new FieldProblem(field.Key, field.Kind == FieldKind.Computed ? NotComputed : Required);
        return field.Kind switch
        {
            FieldKind.Text or FieldKind.LongText => Text(field, value),
            FieldKind.Number => Number(field, value),
            FieldKind.Date => Date(field, value, environment.Now),
            FieldKind.Time => value is FeelTime ? null : new FieldProblem(field.Key, NotATime),
            FieldKind.Moment => Moment(field, value, environment.Now),
            FieldKind.Choice or FieldKind.Dropdown => Option(field, value),
            FieldKind.Choices => value is FeelList list
                ? list.Items.Select(i => Option(field, i)).FirstOrDefault(p => p is not null)
                : new FieldProblem(field.Key, NotAnOption),
            FieldKind.YesNo => YesNo(field, value),
            FieldKind.File => value is FeelList files
            && files.Items.All(f => f is FeelContext c && c["id"] is FeelString)
                ? null
                : new FieldProblem(field.Key, NotAFile),
            FieldKind.Computed when value is FeelNumber => Number(field, value),
            FieldKind.Computed when value is FeelString => Text(field, value),
            FieldKind.Computed => null,
            _ => throw new ArgumentOutOfRangeException(nameof(field)),
        };
    }

    private static bool IsEmpty(FeelValue value) =>
        value switch
        {
            FeelNull => true,
            FeelString text => string.IsNullOrWhiteSpace(text.Value),
            FeelList list => list.Items.IsEmpty,
            _ => false,
        };

    /// <summary>Only how many rows there are; what stands in them is judged field by field.</summary>
    private static FieldProblem? Rows(FormField field, RowGroup rows, FeelValue value)
    {
        if (value is not (FeelNull or FeelList))
            return new FieldProblem(field.Key, WrongShape);
        ImmutableArray<FeelValue> given = value is FeelList list ? list.Items : [];
        return given.Any(row => row is not FeelContext) ? new FieldProblem(field.Key, WrongShape)
            : given.Length < rows.Min ? new FieldProblem(field.Key, TooFewRows, Invariant(rows.Min))
            : given.Length > rows.Max ? new FieldProblem(field.Key, TooManyRows, Invariant(rows.Max))
            : null;
    }

    /// <summary>A required tick must be yes: it is a declaration.</summary>
    private static FieldProblem? YesNo(FormField field, FeelValue value) =>
        value is not FeelBoolean ticked ? new FieldProblem(field.Key, NotAnOption)
        : field.Constraints.Required && !ticked.Value ? new FieldProblem(field.Key, Required)
        : null;

    private static FieldProblem? Option(FormField field, FeelValue value) =>
        value is FeelString text && field.Options.Any(o => o.Value == text.Value)
            ? null
            : new FieldProblem(field.Key, NotAnOption);

    private static FieldProblem? Number(FormField field, FeelValue value)
    {
        if (value is not FeelNumber number)
            return new FieldProblem(field.Key, NotANumber);
        var limits = field.Constraints;
        if (limits.Min is { } min && number.CompareTo(new FeelNumber(min)) < 0)
            return new FieldProblem(field.Key, TooSmall, Invariant(min));
        if (limits.Max is { } max && number.CompareTo(new FeelNumber(max)) > 0)
            return new FieldProblem(field.Key, TooLarge, Invariant(max));
        return limits.Decimals is { } digits && !number.HasAtMost(digits)
            ? new FieldProblem(field.Key, TooManyDecimals, Invariant(digits))
            : null;
    }

    private static FieldProblem? Date(FormField field, FeelValue value, DateTimeOffset now)
    {
        if (value is not FeelDate date)
            return new FieldProblem(field.Key, DateRule(value));
        return field.Constraints.NotAfterToday && date.CompareTo(Day(now.ToOffset(Easternmost))) > 0
                ? new(field.Key, NotYet)
            : field.Constraints.NotBeforeToday && date.CompareTo(Day(now.ToOffset(Westernmost))) < 0
                ? new(field.Key, Past)
            : null;
    }

    private static FieldProblem? Moment(FormField field, FeelValue value, DateTimeOffset now) =>
        value is FeelDateTime moment
            ? Date(field, moment.Date, now)
            : new FieldProblem(
                field.Key,
                value is FeelString typed ? TypedTime.ReadMoment(typed.Value).Rule! : NotADate
            );

    private static FeelDate Day(DateTimeOffset at) => FeelDate.Of(DateOnly.FromDateTime(at.DateTime));

    private static FieldProblem? Text(FormField field, FeelValue value)
    {
        if (value is not FeelString { Value: var text })
            return new FieldProblem(field.Key, WrongShape);
        var limits = field.Constraints;
        var longest = limits.MaxLength ?? DefaultMaxLength;
        if (text.Length > longest && Characters(text) > longest)
            return new FieldProblem(field.Key, TooLong, Invariant(longest));
        if (limits.MinLength is { } shortest && Characters(text) < shortest)
            return new FieldProblem(field.Key, TooShort, Invariant(shortest));
        if (!IsPlainText(text))
            return new FieldProblem(field.Key, NotText);
        if (limits.Pattern is { } pattern && !pattern.IsMatch(text))
            return new FieldProblem(field.Key, WrongShape);
        return field.Shape switch
        {
            "nik" when Nik.Parse(text) is NikResult.Wrong wrong => new FieldProblem(
                field.Key,
                WrongNik,
                wrong.Fault.ToString()
            ),
            "kk" when !Shapes.FamilyCard(text) => new FieldProblem(field.Key, WrongFamilyCard),
            "phone" when !Shapes.Phone(text) => new FieldProblem(field.Key, WrongPhone),
            "email" when !Shapes.Email(text) => new FieldProblem(field.Key, WrongEmail),
            _ => null,
        };
    }

    private static string DateRule(FeelValue value) =>
        value is FeelString typed ? TypedDate.Read(typed.Value).Rule ?? NotADate : NotADate;

    /// <summary>Whole characters, and of the control characters only tab and line breaks.</summary>
    private static bool IsPlainText(string text)
    {
        foreach (var rune in text.EnumerateRunes())
            if (rune == Rune.ReplacementChar || (Rune.IsControl(rune) && rune.Value is not ('\t' or '\n' or '\r')))
                return false;
        return true;
    }

    /// <summary>As JSON Schema counts them: by code points.</summary>
    private static int Characters(string text) => text.EnumerateRunes().Count();

    private static string Invariant(decimal number) => number.ToString(CultureInfo.InvariantCulture);
}
