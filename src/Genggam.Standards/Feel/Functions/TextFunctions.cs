using System.Text;
using System.Text.RegularExpressions;

namespace Genggam.Standards.Feel.Functions;

/// <summary>Functions over text (DMN 1.5, table 75). Positions count code points from 1.</summary>
internal static class TextFunctions
{
    public static IEnumerable<Builtin> All =>
        [
            new("string", new Signature(["from"], (_, a) => a[0].IsNull ? null : Text.Of(a[0]))),
            new("string length", new Signature(["string"], (_, a) => a[0] is FeelString s ? Runes(s).Count : null)),
            new("upper case", On(s => s.ToUpperInvariant())),
            new("lower case", On(s => s.ToLowerInvariant())),
            new("trim", On(s => s.Trim())),
            new(
                "substring",
                new Signature(["string", "start position"], (_, a) => Substring(a[0], a[1], null)),
                new Signature(["string", "start position", "length"], (_, a) => Substring(a[0], a[1], a[2]))
            ),
            new(
                "substring before",
                Both((s, m) => s.IndexOf(m, StringComparison.Ordinal) is >= 0 and var at ? s[..at] : "", "match")
            ),
            new(
                "substring after",
                Both(
                    (s, m) => s.IndexOf(m, StringComparison.Ordinal) is >= 0 and var at ? s[(at + m.Length)..] : "",
                    "match"
                )
            ),
            new("contains", Both((s, m) => s.Contains(m, StringComparison.Ordinal), "match")),
            new("starts with", Both((s, m) => s.StartsWith(m, StringComparison.Ordinal), "match")),
            new("ends with", Both((s, m) => s.EndsWith(m, StringComparison.Ordinal), "match")),
            new(
                "matches",
                Both((s, p) => Pattern(p, "") is { } r ? r.IsMatch(s) : FeelValue.Null, "pattern", "input"),
                new Signature(
                    ["input", "pattern", "flags"],
                    (_, a) =>
                        a is [FeelString s, FeelString p, var f] && Pattern(p.Value, Flags(f)) is { } r
                            ? r.IsMatch(s.Value)
                            : null
                )
            ),
            new(
                "replace",
                new Signature(["input", "pattern", "replacement"], (_, a) => Replace(a[0], a[1], a[2], FeelValue.Null)),
                new Signature(["input", "pattern", "replacement", "flags"], (_, a) => Replace(a[0], a[1], a[2], a[3]))
            ),
            new(
                "split",
                Both(
                    (s, d) =>
                        Pattern(d, "") is { } r
                            ? new FeelList([.. r.Split(s).Select(p => (FeelValue)p)])
                            : FeelValue.Null,
                    "delimiter"
                )
            ),
            new(
                "string join",
                new Signature(["list"], (_, a) => Join(a[0], "")),
                new Signature(
                    ["list", "delimiter"],
                    (_, a) =>
                        Join(
                            a[0],
                            a[1] is FeelString d ? d.Value
                                : a[1].IsNull ? ""
                                : null
                        )
                )
            ),
        ];

    private static Signature On(Func<string, FeelValue> body) =>
        new(["string"], (_, a) => a[0] is FeelString s ? body(s.Value) : null);

    private static Signature Both(Func<string, string, FeelValue> body, string second, string first = "string") =>
        new([first, second], (_, a) => a is [FeelString s, FeelString m] ? body(s.Value, m.Value) : null);

    private static List<Rune> Runes(FeelString text) => [.. text.Value.EnumerateRunes()];

    private static FeelValue? Substring(FeelValue text, FeelValue start, FeelValue? length)
    {
        if (text is not FeelString s || Position.Of(start) is not { } from || from == 0)
            return null;
        var runes = Runes(s);
        var begin = from > 0 ? from - 1 : runes.Count + from;
        var count = length is null or FeelNull ? runes.Count : Position.Of(length);
        if (count is not >= 1 || begin < 0)
            return null;
        return string.Concat(runes.Skip(begin).Take(count.Value));
    }

    private static FeelString? Join(FeelValue list, string? delimiter) =>
        list is FeelList items && delimiter is not null && items.Items.All(i => i is FeelString or FeelNull)
            ? new FeelString(string.Join(delimiter, items.Items.OfType<FeelString>().Select(s => s.Value)))
            : null;

    private static FeelValue? Replace(FeelValue input, FeelValue pattern, FeelValue replacement, FeelValue flags) =>
        (input, pattern, replacement) is (FeelString s, FeelString p, FeelString r)
        && Pattern(p.Value, Flags(flags)) is { } regex
            ? regex.Replace(s.Value, Regex.Replace(r.Value, @"\\(.)", "$1"))
            : null;

    private static string Flags(FeelValue flags) => (flags as FeelString)?.Value ?? "";

    /// <summary>A matcher that does not go back: no pattern can take longer than its input is long.</summary>
    private static Regex? Pattern(string pattern, string flags)
    {
        var options = RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;
        foreach (var flag in flags)
            options |= flag switch
            {
                'i' => RegexOptions.IgnoreCase,
                's' => RegexOptions.Singleline,
                'm' => RegexOptions.Multiline,
                'x' => RegexOptions.IgnorePatternWhitespace,
                _ => RegexOptions.None,
            };
        try
        {
            return new Regex(pattern, options);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
