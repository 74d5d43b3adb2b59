using System.Collections.Immutable;
using Genggam.Engine;

namespace Genggam.Office.Catalogue;

/// <summary>The words of a service's forms for what its decision tables ask.</summary>
public static class SentenceLabels
{
    private const string Forms = "forms.";
    private const string Fields = ".fields.";
    private const string Label = ".label";
    private const string Options = ".options.";

    /// <summary>
    /// A label by the path of its field, and an option's by path and value. What an officer fills in is read by its task,
    /// so that it stands behind the name of the form.
    /// </summary>
    public static IReadOnlyDictionary<string, string> Of(Release release, string language)
    {
        string[] applicants = [release.Service.Apply.Form, release.Service.Check.Form];
        var labels = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (key, text) in release.TextsIn(language).Entries)
        {
            var fields = key.IndexOf(Fields, StringComparison.Ordinal);
            if (fields < 0 || !key.StartsWith(Forms, StringComparison.Ordinal))
                continue;
            var form = key[Forms.Length..fields];
            if (Path(key[(fields + Fields.Length)..]) is not { } path)
                continue;
            if (applicants.Contains(form))
                labels.TryAdd(path, text);
            labels.TryAdd($"{form}.{path}", text);
        }
        return labels.ToImmutable();
    }

    private static string? Path(string key) =>
        key.EndsWith(Label, StringComparison.Ordinal) ? key[..^Label.Length]
        : key.LastIndexOf(Options, StringComparison.Ordinal) is > 0 and var at
            ? $"{key[..at]}.{key[(at + Options.Length)..]}"
        : null;
}
