namespace Genggam.Standards.Dmn.Sentences;

/// <summary>Why no sentences can be told or no change be tried, in the language of the sentences, with number and remedy.</summary>
public static class SentenceRefusals
{
    public static string NoFile(string language, string path) => Say(language, "no_file", path);

    public static string NoModels(string language, string folder) => Say(language, "no_models", folder);

    /// <param name="typed">What should have been an id, an equals sign and a value.</param>
    public static string NoChange(string language, string typed) => Say(language, "no_change", typed);

    public static string NotUtf8(string language, string file) => Say(language, "not_utf8", file);

    private static string Say(string language, string key, string slot) =>
        SentenceTexts.Of(language).Fill($"refused.{key}", slot);
}
