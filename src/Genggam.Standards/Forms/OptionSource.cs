using System.Collections.Immutable;
using Genggam.Standards.Feel;

namespace Genggam.Standards.Forms;

/// <summary>Options that FEEL gives: a list of texts, or of contexts with <c>value</c> and <c>label</c>.</summary>
internal static class OptionSource
{
    /// <summary>More options than these are not offered.</summary>
    private const int Most = 500;

    /// <summary>What is neither is left out, and an option that comes twice stands once.</summary>
    public static ImmutableArray<FieldOption> Read(FeelValue given) =>
        given is not FeelList list
            ? []
            : [.. list.Items.Select(Option).OfType<FieldOption>().DistinctBy(o => o.Value).Take(Most)];

    private static FieldOption? Option(FeelValue given) =>
        given switch
        {
            FeelString { Value.Length: > 0 } text => new FieldOption(text.Value, text.Value),
            FeelNumber number => new FieldOption($"{number}", $"{number}"),
            FeelContext option when option["value"] is FeelString { Value.Length: > 0 } or FeelNumber =>
                new FieldOption($"{option["value"]}", (option["label"] as FeelString)?.Value ?? $"{option["value"]}"),
            _ => null,
        };
}
