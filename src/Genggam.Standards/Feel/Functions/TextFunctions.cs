using System.Text;
using Genggam.Standards.Feel.Run;

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
                "string join",
                new Signature(["list"], (e, a) => Join(e, a[0], "")),
                new Signature(
                    ["list", "delimiter"],
                    (e, a) =>
                        Join(
                            e,
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

    private static FeelValue? Join(Evaluation evaluation, FeelValue list, string? delimiter)
    {
        if (list is not FeelList items || delimiter is null || !items.Items.All(i => i is FeelString or FeelNull))
            return null;
        var texts = items.Items.OfType<FeelString>().Select(s => s.Value).ToList();
        var length = texts.Sum(t => (long)t.Length) + (long)delimiter.Length * Math.Max(0, texts.Count - 1);
        return evaluation.Holds(Extent.OfText(length), evaluation.CalledAt)
            ? string.Join(delimiter, texts)
            : FeelValue.Null;
    }
}
