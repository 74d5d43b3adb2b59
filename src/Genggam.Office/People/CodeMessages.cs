using System.Collections.Immutable;
using Genggam.Office.Notices;
using YamlDotNet.Serialization;

namespace Genggam.Office.People;

/// <summary>The messages about accounts, in the language the person chose. One file a language.</summary>
public sealed class CodeMessages(Dispatch dispatch)
{
    private static readonly ImmutableDictionary<string, Dictionary<string, Words>> Texts = Load();

    /// <summary>
    /// Starts to send. Nobody waits for it: how long the outside takes would tell a stranger whether there is an
    /// account. Sending never throws; a message that is lost is asked for again.
    /// </summary>
    internal void Send(Contact to, string language, string key, string code = "")
    {
        var words = (Texts.GetValueOrDefault(language) ?? Texts["id"])[key];
        var body = words.Body.Replace("{code}", code, StringComparison.Ordinal);
        _ = dispatch.SendAsync(new Message(to, words.Subject, body), CancellationToken.None);
    }

    private static ImmutableDictionary<string, Dictionary<string, Words>> Load()
    {
        const string prefix = "people/";
        var assembly = typeof(CodeMessages).Assembly;
        var yaml = new DeserializerBuilder()
            .WithNamingConvention(YamlDotNet.Serialization.NamingConventions.UnderscoredNamingConvention.Instance)
            .Build();
        return assembly
            .GetManifestResourceNames()
            .Where(n => n.StartsWith(prefix, StringComparison.Ordinal))
            .ToImmutableDictionary(
                n => Path.GetFileNameWithoutExtension(n[prefix.Length..]),
                n =>
                {
                    using var reader = new StreamReader(assembly.GetManifestResourceStream(n)!);
                    return yaml.Deserialize<Dictionary<string, Words>>(reader);
                }
            );
    }

    private sealed class Words
    {
        public string Subject { get; set; } = "";
        public string Body { get; set; } = "";
    }
}
