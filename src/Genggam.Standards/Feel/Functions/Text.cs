namespace Genggam.Standards.Feel.Functions;

/// <summary>Values as string() writes them.</summary>
internal static class Text
{
    public static string Of(FeelValue value, bool quoted = false) =>
        value switch
        {
            FeelString s when quoted =>
                $"\"{s.Value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"",
            FeelList list => $"[{string.Join(", ", list.Items.Select(i => Of(i, quoted: true)))}]",
            FeelContext context =>
                $"{{{string.Join(", ", context.Names.Select(n => $"{n}: {Of(context[n], quoted: true)}"))}}}",
            _ => value.ToString() ?? "",
        };
}
