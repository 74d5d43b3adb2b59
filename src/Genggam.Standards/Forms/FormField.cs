using System.Collections.Immutable;
using Genggam.Standards.Feel;

namespace Genggam.Standards.Forms;

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

    /// <summary>A time of the clock on the wall.</summary>
    Time,

    /// <summary>A date and such a time.</summary>
    Moment,

    /// <summary>The platform computes it; nobody answers it.</summary>
    Computed,

    /// <summary>The same questions for each of several things: a list of contexts.</summary>
    Rows,
}

/// <param name="Key">The dotted path of the answer in the data; in a row <c>anak[1].nama</c>.</param>
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
    /// <summary>What gives a computed field its value.</summary>
    public FeelExpression? Expression { get; init; }

    /// <summary>A computed field that pages do not show while they are filled in (<c>computeOn: presubmit</c>).</summary>
    public bool OnlyAtTheEnd { get; init; }

    /// <summary>What gives the options of a choice, where they are not listed.</summary>
    public FeelExpression? OptionsFrom { get; init; }

    /// <summary>When the answer can be read and not changed (<c>readonly</c>, <c>disabled</c>).</summary>
    internal FeelExpression? Closed { get; init; }

    /// <summary>The answer can only be read: it stays what it was, whatever is sent.</summary>
    public bool IsClosed { get; init; }

    /// <summary>The answer that a new application begins with.</summary>
    public FeelValue Default { get; init; } = FeelValue.Null;

    /// <summary>Words of the service stand before or behind the box, such as Rp or m².</summary>
    public bool HasPrefix { get; init; }

    public bool HasSuffix { get; init; }

    /// <summary>What a repeating group asks in each row.</summary>
    public RowGroup? Rows { get; init; }

    /// <summary>Where the field stands in a repeating group; null outside of one.</summary>
    public FormRow? Row { get; init; }

    /// <summary>The field has a value that nobody gives, itself or in its rows.</summary>
    internal bool IsComputed => Kind == FieldKind.Computed || (Rows?.Fields.Any(f => f.IsComputed) ?? false);

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

    /// <summary>The key under which the texts of the service speak of the field: the same in every row.</summary>
    public string TextKey => Row is { } row ? $"{row.Group}.{row.Name}" : Key;

    /// <summary>The questions of one row, each with its own key. None where the field is no repeating group.</summary>
    /// <param name="row">Counted from 0.</param>
    public IEnumerable<FormField> In(int row) =>
        (Rows?.Fields ?? []).Select(f =>
            f with
            {
                Key = $"{Key}[{row}].{f.Row!.Name}",
                Row = f.Row with { Index = row },
            }
        );

    /// <summary>How many rows these answers have; 0 where the field is no repeating group.</summary>
    public int RowsIn(FeelContext data) =>
        Rows is not null && data.At(Key) is FeelList list ? Math.Min(list.Items.Length, Rows.Max) : 0;

    /// <summary>Every single answer: of a repeating group those in the rows that these answers have.</summary>
    public IEnumerable<FormField> Each(FeelContext data) =>
        Rows is null ? [this] : Enumerable.Range(0, RowsIn(data)).SelectMany(In);

    /// <summary>The field itself, and of a repeating group every answer in its rows.</summary>
    public IEnumerable<FormField> WithRows(FeelContext data) => Rows is null ? [this] : Each(data).Prepend(this);

    /// <summary>
    /// What FEEL reads in a row, as form-js gives it: the answers of the form by their names, <c>this</c> for the row,
    /// <c>parent</c> for what surrounds it, <c>i</c> for the row's number in a list, counted from 1. An answer that has one of
    /// these names wins; <c>_this_</c>, <c>_parent_</c> and <c>_i_</c> always mean the row.
    /// </summary>
    internal FeelContext ScopeOf(int row, FeelContext data)
    {
        var here = data.At($"{Key}[{row}]") as FeelContext ?? FeelContext.Empty;
        var number = new FeelList([row + 1]);
        var scope = data.With("_this_", here).With("_parent_", data).With("_i_", number);
        foreach (var (name, value) in new (string, FeelValue)[] { ("this", here), ("parent", data), ("i", number) })
            if (!data.TryGet(name, out _))
                scope = scope.With(name, value);
        return scope;
    }
}

public sealed record FieldOption(string Value, string Label);

/// <param name="Fields">The questions; the key of each is its path inside a row.</param>
/// <param name="Min">Rows at least.</param>
/// <param name="Max">Rows at most.</param>
/// <param name="Opened">Rows that a page opens with while nothing was answered.</param>
/// <param name="Fixed">Nobody adds or removes a row.</param>
public sealed record RowGroup(ImmutableArray<FormField> Fields, int Min, int Max, int Opened, bool Fixed);

/// <param name="Group">The key of the repeating group.</param>
/// <param name="Index">Counted from 0; -1 of the question as such.</param>
/// <param name="Name">The path inside the row.</param>
public sealed record FormRow(string Group, int Index, string Name);

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
