using System.Globalization;
using Genggam.Standards.Feel;

namespace Genggam.Standards.Forms;

/// <summary>What somebody asks of the rows of a repeating group, with everything typed so far kept.</summary>
/// <param name="Group">The key of the group.</param>
/// <param name="Remove">The row to take out, counted from 0; null to add one.</param>
public sealed record RowChange(string Group, int? Remove)
{
    /// <summary>What the button posts: <c>anak</c> adds a row, <c>anak[1]</c> takes the second out.</summary>
    public override string ToString() =>
        Remove is { } row ? string.Create(CultureInfo.InvariantCulture, $"{Group}[{row}]") : Group;

    /// <summary>Null where the text names no repeating group of these fields whose rows may change.</summary>
    public static RowChange? Read(IEnumerable<FormField> fields, string? posted)
    {
        if (
            posted?.Split('[', ']') is not { } parts
            || !fields.Any(f => f.Rows is { Fixed: false } && f.Key == parts[0])
        )
            return null;
        return parts switch
        {
            [var group] => new RowChange(group, null),
            [var group, var typed, ""]
                when int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var row) => new(
                group,
                row
            ),
            _ => null,
        };
    }

    /// <summary>The row that the change leaves the reader at; null for none.</summary>
    public int? RowAfter(FeelContext changed) =>
        changed.At(Group) is FeelList { Items.Length: > 0 and var rows } ? Math.Min(Remove ?? rows, rows - 1) : null;

    /// <summary>No row is added beyond what the group may hold.</summary>
    public FeelContext In(FormModel form, FeelContext data)
    {
        if (form.Field(Group) is not { Rows: { } rows })
            return data;
        var items = (data.At(Group) as FeelList)?.Items ?? [];
        if (Remove is { } row)
            items = row < items.Length ? items.RemoveAt(row) : items;
        else if (items.Length < rows.Max)
            items = items.Add(FeelContext.Empty);
        return data.WithAt(Group, new FeelList(items));
    }
}
