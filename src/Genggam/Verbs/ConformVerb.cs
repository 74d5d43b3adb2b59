using System.CommandLine;
using Genggam.Conformance;
using Genggam.Standards.Dmn.Kit;

namespace Genggam.Verbs;

/// <summary>
/// <c>genggam conform dmn DIR [--csv FILE]</c>: the tests of a folder of the DMN Technology Compatibility Kit, a row each.
/// Exit code 0 only where none failed; tests that call Java are excluded by name and counted as neither.
/// </summary>
internal static class ConformVerb
{
    public static Command Build()
    {
        var folder = new Argument<DirectoryInfo>("DIR") { Description = "The kit, or some folder of it" };
        var csv = new Option<FileInfo?>("--csv") { Description = "Write the rows to this file too" };
        var dmn = new Command("dmn", "Run the tests of the DMN Technology Compatibility Kit") { folder, csv };
        dmn.SetAction(parsed => Installation.Guarded(() => Run(parsed.GetRequiredValue(folder), parsed.GetValue(csv))));
        return new Command("conform", "Run the tests of a standard's conformance kit") { dmn };
    }

    private static async Task<int> Run(DirectoryInfo folder, FileInfo? csv)
    {
        if (!folder.Exists)
            return Installation.No($"KIT-001 There is no folder {folder.FullName}.");
        var cases = new List<KitCase>();
        foreach (var path in DmnKitFolder.All(folder.FullName))
        foreach (var test in DmnKitFolder.Run(path))
        {
            cases.Add(test);
            Console.WriteLine($"{Word(test), -8} {test.Folder} {test.Id} {test.Detail}".TrimEnd());
        }
        if (cases.Count == 0)
            return Installation.No($"KIT-002 There are no tests of the kit in {folder.FullName}.");
        if (csv is not null)
            await File.WriteAllLinesAsync(csv.FullName, cases.Select(Row).Prepend("folder,file,test,outcome,detail"));
        var (passed, failed) = (Count(cases, KitOutcome.Passed), Count(cases, KitOutcome.Failed));
        Console.WriteLine($"{Count(cases, KitOutcome.Excluded)} excluded");
        Console.WriteLine($"{passed} passed, {failed} failed");
        return failed == 0 ? 0 : 1;
    }

    private static int Count(List<KitCase> cases, KitOutcome outcome) => cases.Count(c => c.Outcome == outcome);

    private static string Word(KitCase test) =>
        test.Outcome switch
        {
            KitOutcome.Passed => "passed",
            KitOutcome.Failed => "failed",
            _ => "excluded",
        };

    private static string Row(KitCase test) =>
        string.Join(',', new[] { test.Folder, test.File, test.Id, Word(test), test.Detail }.Select(Quoted));

    private static string Quoted(string field) =>
        field.AsSpan().ContainsAny("\",\r\n") ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field;
}
