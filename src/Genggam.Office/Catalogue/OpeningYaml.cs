using System.Collections.Immutable;
using System.Globalization;
using Genggam.Engine;

namespace Genggam.Office.Catalogue;

/// <summary>Reads when a service takes applications: <c>{ always: true }</c>, or windows.</summary>
internal static class OpeningYaml
{
    /// <summary>A time on the wall clock; a day is its first moment.</summary>
    private static readonly string[] Forms = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd HH:mm", "yyyy-MM-dd"];

    public static Opening Read(YamlNode node)
    {
        var windows = Windows(node);
        var opening = new Opening(windows, node["text"].Text, node["legal_basis"].Text);
        if (!windows.IsEmpty && opening.Text is null)
            node.Wrong("needs text: KEY, what people read while applications are not taken");
        return opening;
    }

    /// <summary>None where it is always open.</summary>
    internal static ImmutableArray<OpeningWindow> Windows(YamlNode node)
    {
        if (node.Exists && node["always"].Bool() == node["windows"].Items.Any())
            node.Wrong("is either { always: true } or windows: [{ from: 2027-06-01T08:00, until: 2027-06-30T16:00 }]");
        return [.. node["windows"].Items.Select(Window).OfType<OpeningWindow>()];
    }

    /// <summary>Null where it is no time.</summary>
    public static DateTime? Time(string? text) =>
        DateTime.TryParseExact(text?.Trim(), Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
        && at.Year is >= 2000 and <= 2100
            ? at
            : null;

    private static OpeningWindow? Window(YamlNode node)
    {
        if (Time(node["from"].Need()) is not { } from || Time(node["until"].Need()) is not { } until)
        {
            node.Wrong("has a from and an until such as 2027-06-01T08:00, of the years 2000 to 2100");
            return null;
        }
        if (until > from)
            return new OpeningWindow(from, until);
        node.Wrong("ends before it begins");
        return null;
    }
}
