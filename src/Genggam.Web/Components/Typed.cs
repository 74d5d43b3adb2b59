using System.Globalization;
using Genggam.Standards.Feel;
using Genggam.Standards.Forms;

namespace Genggam.Web.Components;

/// <summary>Answers as the boxes of a page show them. A wrong answer is kept as the text that was typed.</summary>
internal static class Typed
{
    public static string? Text(FeelContext data, FormField field) =>
        data.At(field.Key) switch
        {
            FeelNull => null,
            FeelString text => text.Value,
            var other => other.ToString(),
        };

    public static IReadOnlyCollection<string> Many(FeelContext data, FormField field) =>
        data.At(field.Key) is FeelList list ? [.. list.Items.OfType<FeelString>().Select(s => s.Value)] : [];

    public static (string? Day, string? Month, string? Year) Date(FeelContext data, FormField field)
    {
        var parts = Text(data, field)?.Split('T')[0].Split('-');
        return parts is [var year, var month, var day] ? (day, month, year) : (null, null, null);
    }

    /// <summary>Hour and minute, as people write them; what is no time as it was typed.</summary>
    public static string? Time(FeelContext data, FormField field) =>
        data.At(field.Key) switch
        {
            FeelTime time => Written(time),
            FeelDateTime moment => Written(moment.Time),
            FeelString typed => field.Kind == FieldKind.Moment
                ? typed.Value.Split('T') is [_, var time]
                    ? time
                    : null
                : typed.Value,
            _ => null,
        };

    private static string Written(FeelTime time) =>
        string.Create(CultureInfo.InvariantCulture, $"{time.Hour:00}.{time.Minute:00}");

    public static string? FileName(FeelContext data, FormField field) =>
        data.At(field.Key) is FeelList { Items.Length: > 0 } files
            ? string.Join(", ", files.Items.OfType<FeelContext>().Select(f => f["nama"].ToString()))
            : null;

    /// <summary>What the browser may fill in: only what is the applicant's own.</summary>
    public static string? Autocomplete(FormField field) =>
        (field.Source, field.Shape) switch
        {
            ("person.name", _) => "name",
            ("person.phone", _) => "tel",
            ("person.address", _) => "street-address",
            ("person.email", _) => "email",
            (null, null) => null,
            _ => "off",
        };
}
