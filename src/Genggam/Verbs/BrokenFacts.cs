using System.Globalization;
using System.Text;
using System.Text.Json;
using Genggam.Standards.Feel;

namespace Genggam.Verbs;

/// <summary>Why facts are no JSON, where, and what to write instead: DEC-002.</summary>
internal static class BrokenFacts
{
    /// <summary>Characters on either side of what is wrong.</summary>
    private const int Shown = 15;

    /// <summary>Lines and columns from 1 as in every other problem: the exception counts bytes from 0.</summary>
    public static string Why(string json, JsonException wrong)
    {
        if (string.IsNullOrWhiteSpace(json))
            return "The facts are empty: write a JSON object, such as {\"usia\": 17}.";
        if (wrong is not { LineNumber: { } line, BytePositionInLine: { } bytes })
            return wrong.Message;
        if (EndsEarly(json))
        {
            var written = json.TrimEnd();
            return At(
                written.Count(c => c == '\n'),
                written.Length - written.LastIndexOf('\n') - 1,
                "the text ends too early. Write what is missing behind it, as in {\"usia\": 17}."
            );
        }
        var text = json.Split('\n').ElementAtOrDefault((int)line) ?? "";
        var before = Characters(text, bytes);
        return At(
            line,
            before,
            $"something is wrong near {Near(text, before)}. Texts and names stand in double quotes, and one comma between two facts, as in {{\"usia\": 17, \"kota\": \"Blitar\"}}."
        );
    }

    /// <summary>Whether what is no JSON is the beginning of some.</summary>
    private static bool EndsEarly(string json)
    {
        try
        {
            var reader = new Utf8JsonReader(
                Encoding.UTF8.GetBytes(json),
                isFinalBlock: false,
                new JsonReaderState(new JsonReaderOptions { MaxDepth = FeelJson.MaxDepth })
            );
            while (reader.Read()) { }
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>How many UTF-16 units, as all columns are counted, stand in that many bytes.</summary>
    private static int Characters(string text, long bytes)
    {
        var characters = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            bytes -= rune.Utf8SequenceLength;
            if (bytes < 0)
                break;
            characters += rune.Utf16SequenceLength;
        }
        return characters;
    }

    /// <summary>What stands around the place, and never half of a character.</summary>
    private static string Near(string text, int place)
    {
        var from = Math.Max(0, place - Shown);
        var to = Math.Min(text.Length, place + Shown);
        if (from > 0 && char.IsLowSurrogate(text[from]))
            from--;
        if (to < text.Length && char.IsLowSurrogate(text[to]))
            to++;
        return text[from..to].Trim();
    }

    private static string At(long line, int before, string what) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"The facts are no JSON: in line {line + 1}, column {before + 1}, {what}"
        );
}
