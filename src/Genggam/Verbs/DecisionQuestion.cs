using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Genggam.Standards.Dmn;
using Genggam.Standards.Feel;

namespace Genggam.Verbs;

/// <summary>The arguments that <c>decide</c> and <c>explain</c> share: a model, a decision of it, and the facts.</summary>
internal sealed class DecisionQuestion
{
    private const string StandardInput = "-";

    private readonly Argument<FileInfo> file = new("FILE")
    {
        Description = "A DMN file; what it imports is looked for beside it",
    };

    private readonly Option<string> decision = new("--decision")
    {
        Required = true,
        Description = "Id or name of the decision or decision service",
    };

    private readonly Option<string> input = new("--input")
    {
        Required = true,
        Description = "A file with the facts as a JSON object; - reads them from the standard input",
    };

    public Command Verb(string name, string description, Func<Asked, int> answer)
    {
        var verb = new Command(name, description) { file, decision, input };
        verb.SetAction(parsed =>
            Installation.Guarded(() =>
                Task.FromResult(
                    Read(parsed.GetRequiredValue(file), parsed.GetRequiredValue(input)) is var (model, facts)
                        ? answer(new Asked(model, parsed.GetRequiredValue(decision), facts))
                        : 1
                )
            )
        );
        return verb;
    }

    private static (DmnModel Model, FeelContext Facts)? Read(FileInfo file, string input)
    {
        string[] missing =
        [
            .. file.Exists ? [] : (string[])[file.FullName],
            .. input == StandardInput || File.Exists(input) ? [] : (string[])[Path.GetFullPath(input)],
        ];
        foreach (var path in missing)
            Console.Error.WriteLine($"DEC-001 There is no file {path}.");
        if (missing.Length > 0)
            return null;
        var reading = DmnReader.Read(File.ReadAllText(file.FullName), file.Name, Beside(file));
        foreach (var problem in reading.Problems)
            Console.Error.WriteLine(problem);
        if (reading.Value is not { } model || !reading.Usable)
            return null;
        var name = input == StandardInput ? "standard input" : Path.GetFileName(input);
        var json = input == StandardInput ? Console.In.ReadToEnd() : File.ReadAllText(input);
        try
        {
            if (FeelJson.Parse(json) is FeelContext facts)
                return (model, model.Typed(facts));
            Console.Error.WriteLine($"{name}: DEC-002 The facts must be a JSON object, such as {{\"usia\": 17}}.");
        }
        catch (JsonException e)
        {
            Console.Error.WriteLine($"{name}: DEC-002 {BrokenFacts.Why(json, e)}");
        }
        return null;
    }

    /// <summary>The other models of a folder, which one may import.</summary>
    internal static IEnumerable<DmnSource> Beside(FileInfo file) =>
        file.Directory!.EnumerateFiles()
            .Where(other => SingleFile.Kind(other.Name) == ".dmn" && other.Name != file.Name)
            .OrderBy(other => other.Name, StringComparer.Ordinal)
            .Select(other => new DmnSource(other.Name, File.ReadAllText(other.FullName)));

    /// <summary>In place of warnings that would hide the one that matters.</summary>
    internal static string Folded(int count) =>
        count == 1
            ? "One more warning stands in a decision that needs what is not given: give that first."
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{count} more warnings stand in decisions that need what is not given: give that first."
            );

    /// <summary>What was asked, ready to be answered.</summary>
    internal sealed record Asked(DmnModel Model, string Decision, FeelContext Facts)
    {
        public FeelEnvironment Environment { get; } = new(TimeProvider.System.GetLocalNow());

        public MissingFacts Missing => MissingFacts.Of(Model, Decision, Facts);
    }
}
