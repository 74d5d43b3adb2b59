using System.CommandLine;
using Genggam.Office.Catalogue;
using Genggam.Standards;
using Genggam.Standards.Dmn;
using Genggam.Standards.Dmn.Sentences;

namespace Genggam.Verbs;

/// <summary>
/// <c>genggam sentences DIR|FILE.dmn [--lang id|en]</c>: the decision tables as sentences, with the words of the service's
/// forms, and under each the ids of its values. <c>genggam sentences FILE.dmn --set ID=VALUE...</c>: shows each sentence
/// before and after, and writes the file where every change can be made.
/// </summary>
internal static class SentencesVerb
{
    public static Command Build()
    {
        var path = new Argument<string>("PATH") { Description = "A service folder, or a DMN file" };
        var lang = new Option<string>("--lang")
        {
            Description = "The language of the sentences, id where it is not named",
            DefaultValueFactory = _ => DecisionSentences.Languages[0],
        };
        lang.AcceptOnlyFromAmong([.. DecisionSentences.Languages]);
        var set = new Option<string[]>("--set")
        {
            Description = "Change a value of the file: its id, an equals sign, the new value; as often as wanted",
        };
        var verb = new Command("sentences", "Read decision tables as sentences, and change their values")
        {
            path,
            lang,
            set,
        };
        verb.SetAction(parsed =>
            Installation.Guarded(() =>
                Task.FromResult(
                    parsed.GetValue(set) is [_, ..] changes
                        ? Set(parsed.GetRequiredValue(path), parsed.GetRequiredValue(lang), changes)
                        : Tell(parsed.GetRequiredValue(path), parsed.GetRequiredValue(lang))
                )
            )
        );
        return verb;
    }

    private static int Tell(string path, string language)
    {
        var files = Directory.Exists(path)
            ? Directory.GetFiles(path, "*.dmn").Order(StringComparer.Ordinal).ToArray()
            : [path];
        if (files.Length == 0)
            return Installation.No(SentenceRefusals.NoModels(language, Path.GetFullPath(path)));
        var wrong = 0;
        foreach (var file in files)
        {
            if (DecisionFile.Open(file, language) is not { } open)
                return Missing(file, language);
            var reading = open.Read(language);
            foreach (var problem in reading.Problems)
                Console.Error.WriteLine(problem);
            wrong += reading.Usable ? 0 : 1;
            foreach (var table in reading.Value?.Tables ?? [])
                Tell(table);
        }
        return wrong == 0 ? 0 : 1;
    }

    private static void Tell(TableSentences table)
    {
        Console.WriteLine($"{table.Decision} ({table.At})");
        foreach (var sentence in table.Policy.Concat(table.Allowed))
            Console.WriteLine($"  {sentence.Text}");
        foreach (var sentence in table.All)
        {
            Console.WriteLine($"- {sentence.Text}");
            foreach (var value in sentence.Values)
                Console.WriteLine($"    {value.Id}={value.Value}");
        }
        Console.WriteLine();
    }

    /// <summary>All or none.</summary>
    private static int Set(string path, string language, string[] changes)
    {
        if (changes.FirstOrDefault(c => c.IndexOf('=', StringComparison.Ordinal) < 1) is { } typed)
            return Installation.No(SentenceRefusals.NoChange(language, typed));
        if (DecisionFile.Open(path, language) is not { } file)
            return Missing(path, language);
        var told = new List<string>();
        foreach (var change in changes)
        {
            var sign = change.IndexOf('=', StringComparison.Ordinal);
            var (id, now) = (change[..sign], change[(sign + 1)..]);
            var was = file.Read(language).Value?.Values.FirstOrDefault(v => v.Id == id)?.Value ?? "";
            var outcome = file.Change(id, was, now);
            if (outcome is not ValueChange.Made made)
                return Installation.No(outcome.Why(language)!);
            var after = file with { Xml = made.Xml };
            told.AddRange(
                made.Was.At.ToString(),
                $"- {Sentence(file, language, id)}",
                $"+ {Sentence(after, language, id)}"
            );
            file = after;
        }
        told.ForEach(Console.WriteLine);
        file.Save();
        return 0;
    }

    private static string Sentence(DecisionFile file, string language, string id) =>
        file.Read(language)
            .Value!.Tables.SelectMany(t => t.Default is { } standard ? t.Rules.Add(standard) : t.Rules)
            .First(sentence => sentence.Values.Any(v => v.Id == id))
            .Text;

    private static int Missing(string path, string language) =>
        Installation.No(SentenceRefusals.NoFile(language, Path.GetFullPath(path)));
}
