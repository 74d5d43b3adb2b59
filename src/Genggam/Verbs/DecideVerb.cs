using System.CommandLine;
using Genggam.Standards.Dmn;
using Genggam.Standards.Feel;
using Spectre.Console;

namespace Genggam.Verbs;

/// <summary><c>genggam decide FILE.dmn --decision NAME --input FILE.json</c>: the value, and the rules that gave it.</summary>
internal static class DecideVerb
{
    public static Command Build()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "A DMN file" };
        var decision = new Option<string>("--decision") { Required = true, Description = "Id or name of the decision" };
        var input = new Option<FileInfo>("--input") { Required = true, Description = "The facts, as a JSON object" };
        var verb = new Command("decide", "Evaluate a decision") { file, decision, input };
        verb.SetAction(parsed =>
            Run(parsed.GetRequiredValue(file), parsed.GetRequiredValue(decision), parsed.GetRequiredValue(input))
        );
        return verb;
    }

    private static int Run(FileInfo file, string decision, FileInfo input)
    {
        var reading = DmnReader.Read(File.ReadAllText(file.FullName), file.Name);
        foreach (var problem in reading.Problems)
            AnsiConsole.MarkupLineInterpolated($"[red]{problem}[/]");
        if (reading.Value is not { } model || !reading.Usable)
            return 1;
        if (FeelJson.Parse(File.ReadAllText(input.FullName)) is not FeelContext facts)
        {
            AnsiConsole.MarkupLineInterpolated($"[red]{input.Name}: the facts must be a JSON object.[/]");
            return 1;
        }
        var result = model.Decide(decision, facts, new FeelEnvironment(TimeProvider.System.GetLocalNow()));
        Console.WriteLine(FeelJson.Plain(result.Value));
        foreach (var rule in result.Fired)
            Console.Error.WriteLine($"{rule.Decision}: {rule.Rule} {string.Join(" ", rule.Annotations)}".TrimEnd());
        foreach (var warning in result.Warnings)
            Console.Error.WriteLine(warning);
        return result.Warnings.Count == 0 ? 0 : 1;
    }
}
