using System.Collections.Immutable;
using System.Globalization;
using Genggam.Standards.Feel;

namespace Genggam.Standards.Forms;

/// <summary>
/// What a browser posted, as typed answers. <paramref name="Data"/> holds what could be read; a value that could not is
/// kept as the text that was typed, so that nothing is lost and the page can show it again.
/// </summary>
public sealed record PostedAnswers(FeelContext Data, ImmutableArray<FieldProblem> Problems)
{
    private static readonly string[] DateParts = ["year", "month", "day"];

    /// <summary>Reads the posted values of these fields; other names are ignored. A date comes in three parts or as ISO.</summary>
    public static PostedAnswers Read(IEnumerable<FormField> fields, Func<string, IReadOnlyList<string?>> posted)
    {
        var data = FeelContext.Empty;
        var problems = ImmutableArray.CreateBuilder<FieldProblem>();
        foreach (var field in fields.Where(f => f.Kind != FieldKind.File))
        {
            var (value, rule) = Read(field, posted);
            data = data.WithAt(field.Key, value);
            if (rule is not null)
                problems.Add(new FieldProblem(field.Key, rule));
        }
        return new PostedAnswers(data, problems.ToImmutable());
    }

    private static (FeelValue Value, string? Rule) Read(FormField field, Func<string, IReadOnlyList<string?>> posted)
    {
        var typed = posted(field.Key).Where(t => !string.IsNullOrWhiteSpace(t)).Select(t => t!.Trim()).ToList();
        var text = typed.FirstOrDefault();
        return field.Kind switch
        {
            FieldKind.Date => Date(field.Key, text, posted),
            FieldKind.Number when text is not null => Number(text) is { } number
                ? (number, null)
                : (text, FieldRules.NotANumber),
            FieldKind.YesNo => (text is "true" or "on" or "yes", null),
            FieldKind.Choices => (new FeelList([.. typed.Select(t => (FeelValue)t)]), null),
            FieldKind.Text when field.Shape is "nik" or "kk" => (
                text?.Replace(" ", "", StringComparison.Ordinal),
                null
            ),
            _ => (text, null),
        };
    }

    private static (FeelValue, string?) Date(string key, string? text, Func<string, IReadOnlyList<string?>> posted)
    {
        if (text is not null)
            return FeelDate.Read(text) is { } date ? (date, null) : (text, FieldRules.NotADate);
        var parts = DateParts.Select(p => posted($"{key}.{p}").FirstOrDefault()?.Trim()).ToArray();
        if (parts.All(string.IsNullOrEmpty))
            return (FeelValue.Null, null);
        return
            int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var month)
            && int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var day)
            && year is >= 1800 and <= 9999
            && FeelDate.Of(year, month, day) is { } read
            ? (read, null)
            : (string.Join('-', parts), FieldRules.NotADate);
    }

    /// <summary>Numbers as Indonesians write them (1.000.000,50) and as machines do (1000000.5).</summary>
    internal static decimal? Number(string text)
    {
        var plain = text.Replace(" ", "", StringComparison.Ordinal)
            .Replace("Rp", "", StringComparison.OrdinalIgnoreCase);
        var grouped = plain.Split(',')[0].Split('.');
        if (
            plain.Contains(',', StringComparison.Ordinal)
            || (grouped.Length > 1 && grouped.Skip(1).All(g => g.Length == 3))
        )
            plain = plain.Replace(".", "", StringComparison.Ordinal).Replace(',', '.');
        return decimal.TryParse(
            plain,
            NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number
            : null;
    }
}
