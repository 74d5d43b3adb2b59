namespace Genggam.Office.Catalogue;

/// <summary>Words of a search, made comparable: lower case, without the particles and affixes that people vary.</summary>
internal static class Words
{
    private static readonly HashSet<string> Stop =
    [
        "yang",
        "di",
        "ke",
        "dari",
        "dan",
        "atau",
        "untuk",
        "dengan",
        "saya",
        "mau",
        "ingin",
        "cara",
        "bagaimana",
        "apa",
        "bikin",
        "buat",
        "membuat",
        "urus",
        "mengurus",
        "the",
        "a",
        "an",
        "of",
        "to",
        "for",
        "and",
        "or",
        "my",
        "how",
        "i",
        "want",
        "get",
        "baru",
    ];

    private static readonly string[] Prefixes = ["meng", "mem", "men", "me", "ber", "per", "pe", "di", "ke", "se"];
    private static readonly string[] Suffixes = ["nya", "kan", "lah", "an", "i"];

    public static IEnumerable<string> Of(string text) =>
        text.ToLowerInvariant()
            .Split([.. " \t\r\n.,;:/()-\"'?!"], StringSplitOptions.RemoveEmptyEntries)
            .Where(word => !Stop.Contains(word))
            .Select(Stem);

    /// <summary>A light stem: enough that "kelahiran" meets "lahir" and "usaha" meets "berusaha".</summary>
    private static string Stem(string word)
    {
        foreach (var suffix in Suffixes)
            if (word.Length - suffix.Length >= 4 && word.EndsWith(suffix, StringComparison.Ordinal))
            {
                word = word[..^suffix.Length];
                break;
            }
        foreach (var prefix in Prefixes)
            if (word.Length - prefix.Length >= 4 && word.StartsWith(prefix, StringComparison.Ordinal))
                return word[prefix.Length..];
        return word;
    }
}
