using System.Globalization;

namespace Genggam.Office.Changes;

/// <summary>Dotted keys, entries of a list by their number: 2 before 10.</summary>
internal sealed class NaturalOrder : IComparer<string>
{
    public static readonly NaturalOrder Keys = new();

    public int Compare(string? x, string? y)
    {
        var (a, b) = ((x ?? "").Split('.'), (y ?? "").Split('.'));
        for (var i = 0; i < Math.Min(a.Length, b.Length); i++)
        {
            var order =
                int.TryParse(a[i], NumberStyles.None, CultureInfo.InvariantCulture, out var left)
                && int.TryParse(b[i], NumberStyles.None, CultureInfo.InvariantCulture, out var right)
                    ? left.CompareTo(right)
                    : string.CompareOrdinal(a[i], b[i]);
            if (order != 0)
                return order;
        }
        return a.Length.CompareTo(b.Length);
    }
}
