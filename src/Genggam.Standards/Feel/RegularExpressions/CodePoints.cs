using System.Text;

namespace Genggam.Standards.Feel.RegularExpressions;

/// <summary>Text as code points. A surrogate without its other half stands for itself.</summary>
internal static class CodePoints
{
    public static int[] Of(string text)
    {
        var points = new List<int>(text.Length);
        for (var i = 0; i < text.Length; i++)
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                points.Add(char.ConvertToUtf32(text[i], text[++i]));
            else
                points.Add(text[i]);
        return [.. points];
    }

    public static string Text(int[] points, int from, int to) =>
        new StringBuilder().Append(points, from, to).ToString();

    public static StringBuilder Append(this StringBuilder text, int[] points, int from, int to)
    {
        for (var i = from; i < to; i++)
            if (points[i] < 0x10000)
                text.Append((char)points[i]);
            else
                text.Append(char.ConvertFromUtf32(points[i]));
        return text;
    }
}
