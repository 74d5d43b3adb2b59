using Genggam.Engine;
using Genggam.Web.Texts;

namespace Genggam.Web.Portal;

/// <summary>A law as every page cites it: title, article, and whether its place in the service is still unchecked.</summary>
internal static class LawWords
{
    /// <param name="unverified">Whether what is said to rest on the law is itself unchecked.</param>
    public static string? Of(string? key, Release release, Text text, bool unverified = false) =>
        key is not null && release.LegalBases.TryGetValue(key, out var law)
            ? text.Choose(law.Title)
                + (law.Article is null ? "" : $", {law.Article}")
                + Mark(law.Unverified || unverified, text)
            : null;

    /// <summary>What follows a promise or law that nobody has checked yet; nothing where it was checked.</summary>
    public static string Mark(bool unverified, Text text) => unverified ? $" {text["law.unverified"]}" : "";
}
