using System.Collections.Immutable;
using System.Globalization;
using Genggam.Standards.Feel;

namespace Genggam.Standards.Forms;

/// <summary>The rows of a repeating group that a browser posted, each by a mark with its number or by one of its answers.</summary>
internal static class PostedRows
{
    /// <summary>
    /// Rows keep the order of their numbers; numbers that are left out close up. What is typed and is no answer is kept as
    /// text, which <see cref="FieldRules"/> then refuse at the place where the row came to stand.
    /// </summary>
    public static FeelList Read(FormField group, Func<string, IReadOnlyList<string?>> posted)
    {
        var rows = ImmutableArray.CreateBuilder<FeelValue>();
        var marked = posted(group.Key).ToHashSet(StringComparer.Ordinal);
        for (var number = 0; number < group.Rows!.Max; number++)
        {
            var row = FeelContext.Empty;
            foreach (var field in group.In(number).Where(f => f.Kind != FieldKind.Computed))
                row = row.WithAt(field.Row!.Name, PostedAnswers.Read(field, posted).Value);
            if (marked.Contains(number.ToString(CultureInfo.InvariantCulture)) || !IsBlank(row))
                rows.Add(row);
        }
        return new FeelList(rows.ToImmutable());
    }

    /// <summary>Without the rows that nobody answered, as long as there are more than there must be.</summary>
    public static FeelList Answered(FeelList rows, int atLeast)
    {
        var kept = rows.Items;
        for (var row = kept.Length - 1; row >= 0 && kept.Length > atLeast; row--)
            if (IsBlank(kept[row]))
                kept = kept.RemoveAt(row);
        return new FeelList(kept);
    }

    /// <summary>Whether nobody gave an answer in a row: a box without a tick is none.</summary>
    private static bool IsBlank(FeelValue value) =>
        value switch
        {
            FeelNull or FeelBoolean { Value: false } => true,
            FeelList list => list.Items.All(IsBlank),
            FeelContext row => row.Names.All(name => IsBlank(row[name])),
            _ => false,
        };
}
