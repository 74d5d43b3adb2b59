using System.Globalization;

namespace Genggam.Web.Designer;

/// <summary>A day and a time of it as people type them: 2027-01-04 08:00, 4-1-2027 08.00 or 4/1/2027 08:00.</summary>
internal static class TypedTime
{
    private static readonly string[] Forms =
    [
        .. from day in new[] { "yyyy-MM-dd", "d-M-yyyy", "d/M/yyyy" }
        from time in new[] { "H:mm", "H.mm" }
        select $"{day} {time}",
        "yyyy-MM-dd'T'HH:mm",
    ];

    /// <summary>Null where it is none.</summary>
    public static DateTime? Read(string? typed) =>
        DateTime.TryParseExact(typed?.Trim(), Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
        && at.Year is >= 2000 and <= 2100
            ? at
            : null;

    public static string Write(DateTime at) => at.ToString(Forms[^1], CultureInfo.InvariantCulture);
}
