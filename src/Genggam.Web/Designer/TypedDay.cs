using System.Globalization;

namespace Genggam.Web.Designer;

/// <summary>A day as people type it: 2027-01-04, 4-1-2027 or 4/1/2027.</summary>
internal static class TypedDay
{
    private static readonly string[] Forms = ["yyyy-MM-dd", "d-M-yyyy", "d/M/yyyy"];

    /// <summary>Null where it is none.</summary>
    public static DateOnly? Read(string? typed) =>
        DateOnly.TryParseExact(typed?.Trim(), Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;
}
