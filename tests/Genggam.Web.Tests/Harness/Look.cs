using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;

namespace Genggam.Web.Tests.Harness;

/// <summary>
/// What is asked of every page in every state that a test reaches: no axe violation, nothing wider than the screen; and
/// where <c>GENGGAM_SCREENS</c> is set, a picture of it in <c>artifacts/screens</c>. A state is looked at once for each width and kind of browser, however many
/// tests come by: two pages are the same state where they differ only in numbers, codes and tokens.
/// </summary>
internal static partial class Look
{
    private static readonly ConcurrentDictionary<string, bool> Seen = new();
    private static readonly ConcurrentDictionary<string, int> Pictures = new();

    /// <summary>Half a megabyte: a browser that is made for looking has it in every page from the start.</summary>
    internal static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    public static bool TakesPictures { get; } =
        Environment.GetEnvironmentVariable("GENGGAM_SCREENS") is { Length: > 0 };

    /// <summary>Whether nobody saw this state before; from now on it is seen. Without script in it, a page is one for all browsers.</summary>
    public static bool IsNew(string html, Screen screen, bool script)
    {
        var differs = script && html.Contains("<script", StringComparison.Ordinal);
        var content = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Plain(html))));
        return Seen.TryAdd($"{screen}/{differs}/{content}", true);
    }

    public static async Task At(IPage page, string address, Screen screen)
    {
        if (await page.EvaluateAsync<bool>("typeof axe === 'undefined'"))
            await page.EvaluateAsync(Axe);
        var violations = await page.EvaluateAsync<JsonElement>(
            """
            async () => (await axe.run(document, { resultTypes: ['violations'], iframes: false })).violations
                .map(v => `${v.id}: ${v.help}\n  ${v.nodes.map(n => n.html).join('\n  ')}`)
            """
        );
        Assert.True(violations.GetArrayLength() == 0, $"{address}\n{string.Join('\n', violations.EnumerateArray())}");
        var width = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        Assert.True(width <= (int)screen, $"{address} is {width} pixels wide on a screen of {(int)screen}.");
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

    private static string Plain(string html) =>
        Digits().Replace(Codes().Replace(Ids().Replace(Tokens().Replace(html, ""), "x"), "K"), "0");

    [GeneratedRegex("""name="_form" value="[^"]*"|CfDJ8[\w-]+""")]
    private static partial Regex Tokens();

    [GeneratedRegex("[0-9a-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")]
    private static partial Regex Ids();

    [GeneratedRegex(@"\b[0-9A-Z]{4,8}(-[0-9A-Z]{2,6})+\b")]
    private static partial Regex Codes();

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Digits();
}
