using Genggam.Engine;

namespace Genggam.Office.Effects;

/// <summary>What a notice says about one case to one person.</summary>
/// <param name="Code">The code by which the case is followed without an account.</param>
/// <param name="Link">Where the case is read.</param>
public sealed record NoticeSlots(string? Case, string Code, string Name, string Link);

/// <summary>A notice in the words of a release.</summary>
public sealed record NoticeText(string Subject, string Body)
{
    /// <param name="notice">The key of the texts.</param>
    public static NoticeText Of(TextBook texts, string notice, NoticeSlots slots)
    {
        return new(Fill(texts[$"notices.{notice}.subject"]), Fill(texts[$"notices.{notice}.body"]));

        string Fill(string text) =>
            text.Replace("{case}", slots.Case, StringComparison.Ordinal)
                .Replace("{code}", slots.Code, StringComparison.Ordinal)
                .Replace("{name}", slots.Name, StringComparison.Ordinal)
                .Replace("{link}", slots.Link, StringComparison.Ordinal);
    }
}
