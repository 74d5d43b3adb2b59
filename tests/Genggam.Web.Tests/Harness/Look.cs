using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Genggam.Web.Tests.Harness;

/// <summary>
/// What is asked of every page in every state that a test reaches: no axe violation, nothing wider than the screen; and
/// where <c>GENGGAM_SCREENS</c> is set, a picture of it in <c>artifacts/screens</c>. A state is looked at once for each width, however many
/// tests come by: two pages are the same state where they differ only in what was typed, in numbers, codes and tokens, and in
/// short words between the same elements, as long as they take about the same room. A long word stays: it may be too wide.
/// </summary>
internal static partial class Look
{
    private static readonly ConcurrentDictionary<string, bool> Seen = new();
    private static readonly ConcurrentDictionary<string, int> Pictures = new();

    public static bool TakesPictures { get; } =
        Environment.GetEnvironmentVariable("GENGGAM_SCREENS") is { Length: > 0 };

    /// <summary>Whether nobody saw this state before; from now on it is seen.</summary>
    public static bool IsNew(string html, Screen screen)
    {
        var content = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(State(html))));
        return Seen.TryAdd($"{screen}/{content}", true);
    }

    public static void At(Found found, string address, Screen screen)
    {
        Assert.True(found.Violations.Length == 0, $"{address}\n{string.Join('\n', found.Violations)}");
        Assert.True(
            found.Width <= (int)screen,
            $"{address} is {found.Width} pixels wide on a screen of {(int)screen}."
        );
    }

    /// <summary>Where the picture of a page goes: named for its address without ids, counted where states share it.</summary>
    public static string Picture(string address, Screen screen)
    {
        var path = Ids().Replace(new Uri(address).PathAndQuery.TrimEnd('/'), "x");
        var name = string.Concat($"beranda{path}".Select(c => char.IsLetterOrDigit(c) ? c : '-'));
        name = $"{name[..Math.Min(name.Length, 80)]}-{(int)screen}";
        var count = Pictures.AddOrUpdate(name, 1, (_, before) => before + 1);
        var folder = Path.Combine(Host.Root, "artifacts", "screens");
        Directory.CreateDirectory(folder);
        return Path.Combine(folder, count == 1 ? $"{name}.png" : $"{name}-{count}.png");
    }

    /// <summary>What two pages that are the same state have in common.</summary>
    public static string State(string html) =>
        Digits()
            .Replace(Words().Replace(Codes().Replace(Ids().Replace(Tokens().Replace(html, ""), "x"), "K"), Brief), "0");

    /// <summary>Pictures are wanted of every wording.</summary>
    private static string Brief(Match text) =>
        TakesPictures ? text.Value : ShortWords().Replace(text.Value, words => new string('w', 1 + words.Length / 40));

    [GeneratedRegex("""name="_form" value="[^"]*"|CfDJ8[\w-]+""")]
    private static partial Regex Tokens();

    [GeneratedRegex("[0-9a-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")]
    private static partial Regex Ids();

    [GeneratedRegex(@"\b[0-9A-Z]{4,8}(-[0-9A-Z]{2,6})+\b")]
    private static partial Regex Codes();

    /// <summary>What stands between elements, or was typed.</summary>
    [GeneratedRegex("(?<=>)[^<>]+(?=<)|(?<= value=\")[^\"]*(?=\")")]
    private static partial Regex Words();

    [GeneratedRegex(@"(?<!\S)\S{1,19}(\s+\S{1,19})*(?!\S)")]
    private static partial Regex ShortWords();

    [GeneratedRegex("(?<!</?h)[0-9]+")]
    private static partial Regex Digits();
}
